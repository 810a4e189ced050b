using System.Text.RegularExpressions;

namespace KazNlp.Tests.Architecture;

/// <summary>The examples of the README, as they stand there; <see cref="ReadmeTests"/> compares the lines.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReadmeExamples : IDisposable
{
    private const string Text = "Қасым-Жомарт Тоқаев Тәжікстанмен келісімге қол қойды. Тоқаевтың айтуынша, келіссөз Астанада өтті.";

    private readonly StringWriter _console = new();

    // Stands in for System.Console, so that the examples' lines are as a user writes them.
    private StringWriter Console => _console;

    public void Dispose() => _console.Dispose();

    [Test]
    public void Three_lines()
    {
        string text = Text;
        Document doc = KazakhPipeline.Default.Analyze(text);
        foreach (Entity e in doc.Entities) Console.WriteLine($"{e.Text}\t{e.Type}\t{e.Canonical}\t{e.CountryCode}\t{e.Start}\t{e.Length}\t{e.Score}");
        Assert.That(_console.ToString(), Does.Contain("Тәжікстанмен\tGPE\tТәжікстан\tTJ\t20\t12\t"));
    }

    [Test]
    public void Who_is_who()
    {
        Document doc = KazakhPipeline.Default.Analyze(Text);
        foreach (EntityGroup group in doc.EntityGroups.Where(group => group.Type == EntityType.Person))
        {
            Console.WriteLine($"{group.Name}: {group.Mentions.Length}");
        }

        Assert.That(_console.ToString(), Is.EqualTo("Қасым-Жомарт Тоқаев: 2" + Environment.NewLine));
    }

    [Test]
    public void Posts()
    {
        Document doc = KazakhPipeline.Default.Analyze("Түркия Президенті Режеп Тайып Ердоған келді.");
        foreach (EntityRole role in doc.Roles) Console.WriteLine($"{role.Person.Canonical}: {role.Position.Canonical}, {role.CountryCode}");
        Assert.That(_console.ToString(), Is.EqualTo("Режеп Тайып Ердоған: Түркия Президенті, TR" + Environment.NewLine));
    }

    [Test]
    public void Values()
    {
        Document news = KazakhPipeline.Default.Analyze("Кеше зауытқа 1,5 млрд теңге бөлінді.", referenceDate: new DateOnly(2025, 8, 23));
        foreach (Entity e in news.Entities)
        {
            if (e.Value is DateValue date) Console.WriteLine($"{date.Iso}, {date.Start}");
            if (e.Value is MoneyValue money) Console.WriteLine($"{money.Amount} {money.Currency}");
        }

        Assert.That(_console.ToString(), Does.Contain("2025-08-22").And.Contain("1500000000 KZT"));
    }

    [Test]
    public void Tokens()
    {
        string text = "22 тамызда 16:51-де «Атамекен»дегі жиынға 25 адам келді.";
        foreach (Token token in KazakhTokenizer.Default.Enumerate(text))
        {
            Console.WriteLine($"{token.Start}\t{token.Kind}\t{token.Of(text)}");
        }

        Assert.That(_console.ToString(), Does.Contain("11\tNumber\t16:51-де").And.Contain("30\tWord\tдегі"));
    }

    [Test]
    public void Subword_tokens()
    {
        string text = Text;
        KazakhSubwordTokenizer subwords = KazakhSubwordTokenizer.Default;
        int cost = subwords.CountTokens(text);
        int end = subwords.GetIndexByTokenCount(text, maxTokenCount: 8, out _, out _);
        Console.WriteLine($"{cost} tokens; eight hold: {text[..end]}");
        SubwordBatch batch = subwords.EncodeBatch([text, "Сәлем"], o => o with { MaxLength = 512, EndToken = "<|endoftext|>", PaddingSide = SequenceSide.Left });
        Console.WriteLine($"{batch.Rows} × {batch.Columns} ids, {batch.GetLength(1)} of the second text");
        Assert.That(_console.ToString(), Does.Contain($"{cost} tokens; eight hold: Қасым-Жомарт Тоқаев").And.Contain($"2 × {cost + 1} ids, "));
    }

    [Test]
    public void Morphology()
    {
        KazakhMorphology morphology = KazakhMorphology.Default;
        MorphAnalysis best = morphology.Analyze("балаларымыздың")[0];
        Console.WriteLine($"{best.Lemma} {best.PartOfSpeech} {best.Features} {best.Segmentation}");
        Console.WriteLine(morphology.Inflect("Әуезов", Case.Dative));
        Console.WriteLine(morphology.Inflect("2024", Case.Dative));
        Console.WriteLine(KazakhMorphology.NumberToWords(2024));
        Assert.That(_console.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            "бала Noun Case=Gen|Number=Plur|Number[psor]=Plur|Person[psor]=1 бала+лар+ымыз+дың\nӘуезовке\n2024-ке\nекі мың жиырма төрт\n"));
    }

    [Test]
    public void Topics()
    {
        foreach (TopicScore topic in TopicClassifier.Default.Classify("Ұлттық банк базалық мөлшерлемені өзгертпеді. Инфляция баяулап, теңге бағамы тұрақтады."))
        {
            Console.WriteLine($"{topic.Label}\t{topic.Code}\t{topic.Score:F2}");
        }

        Assert.That(_console.ToString(), Does.StartWith("economy\tmedtop:04000000\t"));
    }

    [Test]
    public void Languages()
    {
        LanguageScore language = LanguageIdentifier.Default.Identify("Сіз қай тілде сөйлейсіз?");
        Console.WriteLine($"{language.Tag} {language.Probability:F2}");
        Assert.That(_console.ToString().ReplaceLineEndings("\n"), Is.EqualTo("kk 1.00\n"));
    }

    [Test]
    public void Own_names()
    {
        EntityGazetteer clients = EntityGazetteer.Create([new GazetteerEntry("Көкжиек Технолоджис", EntityType.Organisation, "c-17") { Aliases = ["КТ"] }]);
        EntityRule contract = new(new Regex(@"№\d+/\d+", RegexOptions.NonBacktracking), new EntityType("CONTRACT"));
        KazakhPipeline mine = KazakhPipeline.Create(o => o with { Gazetteers = [clients], Rules = [contract] });
        foreach (Entity e in mine.Analyze("КТ-ның №12/34 шарты Көкжиек Технолоджиске берілді.").Entities) Console.WriteLine($"{e.Text} {e.Type} {e.Canonical} {e.Id}");
        Assert.That(_console.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            "КТ-ның ORGANISATION Көкжиек Технолоджис c-17\n№12/34 CONTRACT №12/34 \nКөкжиек Технолоджиске ORGANISATION Көкжиек Технолоджис c-17\n"));
    }

    [Test]
    public void Parts()
    {
        KazakhPipeline namesOnly = KazakhPipeline.Create(o => o with { Topics = false });
        Assert.That(namesOnly.Analyze(Text).Topics, Is.Empty);
    }
}
