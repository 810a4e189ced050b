using CsCheck;

namespace KazNlp.Tests.Pipeline;

[TestFixture]
public sealed class KazakhPipelineTests
{
    private static readonly KazakhPipeline Nlp = KazakhPipeline.Default;

    private static IEnumerable<string> Articles => RepositoryFiles.Articles;

    [Test]
    public void A_case_ending_is_off_the_canonical_name_and_the_country_has_its_code()
    {
        Document doc = Nlp.Analyze("Қазақстан Республикасының Президенті Қасым-Жомарт Тоқаевтың Тәжікстанмен келісімі Стамбұлда талқыланды.");
        Assert.That(doc.Entities.Select(entity => (entity.Canonical, entity.Type, entity.CountryCode)), Is.SupersetOf(new (string, EntityType, string?)[]
        {
            ("Қасым-Жомарт Тоқаев", EntityType.Person, null),
            ("Тәжікстан", EntityType.Gpe, "TJ"),
            ("Стамбұл", EntityType.Gpe, "TR"),
        }));
    }

    [Test]
    public void Morphology_stands_beside_the_tokens()
    {
        Document doc = Nlp.Analyze("Балаларымыз мектепке барды.");
        Assert.That(doc.Morphology.Select(word => (word.Lemma, word.PartOfSpeech)), Is.EqualTo(new[]
        {
            ("бала", PartOfSpeech.Noun), ("мектеп", PartOfSpeech.Noun), ("бар", PartOfSpeech.Verb), (".", PartOfSpeech.Punctuation),
        }));
    }

    [TestCaseSource(nameof(Articles))]
    public void Every_stage_fits_the_text_it_was_given(string path)
    {
        string text = File.ReadAllText(path);
        AssertConsistent(Nlp.Analyze(text));
    }

    [Test]
    public void Any_string_is_analysed_with_true_offsets() =>
        Gen.Char[(char)0, char.MaxValue].Array[0, 60].Select(characters => new string(characters))
            .Sample(text => AssertConsistent(Nlp.Analyze(text, text)), iter: 200);

    [Test]
    public void Kazakh_words_and_marks_in_any_order_are_analysed_with_true_offsets() =>
        Gen.OneOfConst("Астанада", "Тоқаевтың", "2024 ж.", "млрд теңге", "«", "»", ".", "\n", "\n\n", " ", "– деді", "\0", "\ud800", "😀", "https://a.kz", "5-6", "ӑ")
            .Array[0, 40].Select(string.Concat)
            .Sample(text => AssertConsistent(Nlp.Analyze(text)), iter: 200);

    [TestCase("")]
    [TestCase(" \t\r\n ")]
    [TestCase("\0\0\0")]
    public void A_text_without_a_visible_character_has_no_tokens_and_the_topic_none(string text)
    {
        Document doc = Nlp.Analyze(text);
        Assert.That(doc.Tokens, Is.Empty);
        Assert.That(doc.Sentences, Is.Empty);
        Assert.That(doc.Entities, Is.Empty);
        Assert.That(doc.Topics.Single(), Is.EqualTo(doc.Topics[0] with { Label = TopicScore.None, Code = null }));
    }

    [Test]
    public void A_megabyte_without_a_space_is_one_document()
    {
        string text = new('ж', 1 << 20);
        Document doc = Nlp.Analyze(text);
        Assert.That(doc.Tokens.Single().Length, Is.EqualTo(text.Length));
    }

    [Test]
    public void Parts_that_are_left_out_are_empty()
    {
        Document doc = KazakhPipeline.Create(o => o with { Topics = false, Entities = false, Morphology = false }).Analyze("Астанада форум өтті.");
        Assert.That(doc.Topics, Is.Empty);
        Assert.That(doc.Entities, Is.Empty);
        Assert.That(doc.Morphology, Is.Empty);
        Assert.That(doc.Tokens, Has.Length.EqualTo(4));
    }

    [Test]
    public void Entities_of_the_title_have_offsets_into_the_title()
    {
        const string Title = "Тоқаев Бішкекке барды";
        Document doc = Nlp.Analyze("Сапар екі күнге созылады.", Title);
        Assert.That(doc.TitleEntities.Select(entity => Title.Substring(entity.Start, entity.Length)), Is.EqualTo(new[] { "Тоқаев", "Бішкекке" }));
        Assert.That(doc.Entities.Select(entity => entity.Canonical), Has.None.EqualTo("Бішкек"));
    }

    [Test]
    public void Many_threads_give_what_one_gives()
    {
        string[] texts = [.. RepositoryFiles.Articles.Take(6).Select(File.ReadAllText)];
        string[] serial = [.. texts.Select(text => Describe(Nlp.Analyze(text)))];
        string[] parallel = [.. Enumerable.Range(0, 18).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(i => Describe(Nlp.Analyze(texts[i % texts.Length])))];
        for (int i = 0; i < parallel.Length; i++)
        {
            Assert.That(parallel[i], Is.EqualTo(serial[i % serial.Length]));
        }
    }

    [Test]
    public void First_document_of_a_pipeline_is_as_every_later_one()
    {
        string text = File.ReadAllText(RepositoryFiles.Articles[0]);
        KazakhPipeline pipeline = KazakhPipeline.Create(o => o);
        Document first = pipeline.Analyze(text, "Алматыда көрме ашылды");
        Document second = pipeline.Analyze(text, "Алматыда көрме ашылды");
        Assert.Multiple(() =>
        {
            Assert.That(first.Morphology, Is.EqualTo(second.Morphology));
            Assert.That(first.Entities, Is.EqualTo(second.Entities));
            Assert.That(first.TitleEntities, Is.EqualTo(second.TitleEntities));
            Assert.That(first.Topics, Is.EqualTo(second.Topics));
        });
    }

    [Test]
    public void Null_is_refused_by_name()
    {
        Assert.That(() => Nlp.Analyze(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("text"));
        Assert.That(() => KazakhPipeline.Create((PipelineOptions)null!), Throws.ArgumentNullException);
        Assert.That(() => KazakhPipeline.Create((Func<PipelineOptions, PipelineOptions>)null!), Throws.ArgumentNullException);
    }

    private static string Describe(Document doc) =>
        string.Join('\n', doc.Entities.Select(e => $"{e.Start} {e.Length} {e.Type} {e.Canonical} {e.Score:R}")) + string.Join('\n', doc.Topics);

    private static void AssertConsistent(Document doc)
    {
        int end = 0;
        foreach (Token token in doc.Tokens)
        {
            Assert.That(token.Start, Is.GreaterThanOrEqualTo(end));
            Assert.That(doc.Text.AsSpan(end, token.Start - end).ToString().All(c => char.IsWhiteSpace(c) || char.IsControl(c)), Is.True);
            Assert.That(doc.Text.AsSpan(token.Start, token.Length).ToString().Any(char.IsWhiteSpace), Is.False);
            end = token.End;
        }

        Assert.That(doc.Text[end..].All(c => char.IsWhiteSpace(c) || char.IsControl(c)), Is.True);

        int next = 0;
        foreach (Sentence sentence in doc.Sentences)
        {
            Assert.That(sentence.FirstToken, Is.EqualTo(next));
            Assert.That(sentence.TokenCount, Is.Positive);
            next += sentence.TokenCount;
            Assert.That(sentence.Start, Is.EqualTo(doc.Tokens[sentence.FirstToken].Start));
            Assert.That(sentence.End, Is.EqualTo(doc.Tokens[next - 1].End));
        }

        Assert.That(next, Is.EqualTo(doc.Tokens.Length));
        Assert.That(doc.Morphology, Has.Length.EqualTo(doc.Tokens.Length));
        Assert.That(doc.Morphology.All(word => word.Lemma.Length > 0), Is.True);
        AssertEntities(doc.Text, doc.Entities);
        AssertEntities(doc.Title ?? string.Empty, doc.TitleEntities);
        Assert.That(doc.EntityGroups.SelectMany(group => group.Mentions).OrderBy(entity => entity.Start), Is.EqualTo(doc.Entities));
        Assert.That(doc.Topics, Is.Not.Empty);
    }

    [Test]
    public void Dates_count_from_the_day_of_the_text_or_of_the_pipeline()
    {
        const string News = "Келісімге 22 тамызда қол қойылды. Жоба құны – 1,5 млрд теңге.";
        KazakhPipeline pipeline = KazakhPipeline.Create(o => o with { Topics = false, Morphology = false, ReferenceDate = new DateOnly(2025, 9, 1) });

        Assert.That(Values(KazakhPipeline.Default.Analyze(News)), Is.EqualTo(new[] { "XXXX-08-22", "1500000000 KZT" }));
        Assert.That(Values(pipeline.Analyze(News)), Is.EqualTo(new[] { "2025-08-22", "1500000000 KZT" }));
        Assert.That(Values(pipeline.Analyze(News, referenceDate: new DateOnly(2019, 9, 1))), Is.EqualTo(new[] { "2019-08-22", "1500000000 KZT" }));

        static IEnumerable<string?> Values(Document document) => document.Entities.Where(entity => entity.Value is not null).Select(entity => entity.Value!.ToString());
    }

    private static void AssertEntities(string text, IEnumerable<Entity> entities)
    {
        int end = 0;
        foreach (Entity entity in entities)
        {
            Assert.That(entity.Start, Is.GreaterThanOrEqualTo(end));
            Assert.That(text.Substring(entity.Start, entity.Length), Is.EqualTo(entity.Text));
            Assert.That(entity.Canonical, Is.Not.Empty);
            Assert.That(entity.Score, Is.InRange(0.0, 1.0));
            end = entity.End;
        }
    }
}
