using System.Collections.Immutable;
using CsCheck;

namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class EntityGazetteerTests
{
    private static readonly EntityType Brand = new("BRAND");

    private static readonly string[] Names =
    [
        "Айбек", "Тоқаев", "Самұрық-Қазына", "Ерсайын", "Гүлнәр", "Зерде", "Ақжол", "Қонақ", "Марат", "Қазыбек", "Әлем", "Ұлар", "Мұз", "Тақ", "Бірлік",
        "Boeing", "БҰҰ", "Қамқор Банк", "Қ. Сәтбаев атындағы университет",
    ];

    [Test]
    public void Every_inflected_form_of_a_name_is_found([ValueSource(nameof(Names))] string name, [Values] Case @case)
    {
        KazakhPipeline nlp = With(new GazetteerEntry(name, Brand, "id"));
        Assert.Multiple(() =>
        {
            foreach (GrammaticalNumber number in Enum.GetValues<GrammaticalNumber>())
            {
                foreach (Possessor possessor in Enum.GetValues<Possessor>())
                {
                    AssertFound(nlp, name, KazakhMorphology.Default.Inflect(name, @case, number, possessor));
                }
            }
        });
    }

    [Test]
    public void Compound_that_ends_in_a_possessive_is_found_in_every_case(
        [Values("Бақыт Жолы", "Сырымбет ауданы", "Арыс өзені", "Нұр Ұйымы", "Тұлпар сериясы", "Денсаулық министрлігі")] string name,
        [Values] Case @case) =>
        AssertFound(With(new GazetteerEntry(name, Brand, "id")), name, KazakhMorphology.Default.Inflect(name, @case));

    [TestCase("Айбек", "Бұл Айбектікі еді.", "Айбектікі")]
    [TestCase("Айбек", "Айбектегілер келді.", "Айбектегілер")]
    [TestCase("Айбек", "Ол айбекпен келді.", "айбекпен")]
    [TestCase("Айбек", "АЙБЕКТІҢ ЖАҢА КІТАБЫ ШЫҚТЫ", "АЙБЕКТІҢ")]
    [TestCase("Алматы облысы", "Ол Алматы облысына барды.", "Алматы облысына")]
    [TestCase("Алматы облысы", "Ол Алматы облысындағы ауылда тұрады.", "Алматы облысындағы")]
    [TestCase("Boeing", "Бұл Boeing-тің ұшағы.", "Boeing-тің")]
    [TestCase("iPhone", "Ол iPhone’ды сатып алды.", "iPhone’ды")]
    [TestCase("ҚазАгро", "ҚазАгроның басшысы келді.", "ҚазАгроның")]
    [TestCase("БҰҰ", "Ол БҰҰ-ның өкілі.", "БҰҰ-ның")]
    [TestCase("Қасым-Жомарт Тоқаев", "Бүгін Қасым Жомарт Тоқаевқа хат келді.", "Қасым Жомарт Тоқаевқа")]
    [TestCase("Самұрық-Қазына АҚ", "«Самұрық-Қазына» АҚ есебі.", "«Самұрық-Қазына» АҚ")]
    [TestCase("ЖШС Ромашка", "Кеше ЖШС «Ромашка» ашылды.", "ЖШС «Ромашка»")]
    [TestCase("М. Әуезов театры", "Ол М.Әуезов театрына барды.", "М.Әуезов театрына")]
    [TestCase("C++", "Ол C++ тілін біледі.", "C++")]
    [TestCase("AT&T", "Ол AT&T компаниясында істейді.", "AT&T")]
    [TestCase("биткоин", "Биткоиннің бағасы өсті.", "Биткоиннің")]
    [TestCase("Арман", "Кеше Арманмен сөйлестім.", "Арманмен")]
    [TestCase("Жас Отан", "«Жас Отан» жиыны өтті.", "Жас Отан")]
    [TestCase("Гугл", "Гуглдың жаңа телефоны.", "Гуглдың")]
    [TestCase("Aстана", "Астанаға бардым.", "Астанаға")]
    public void Name_is_found_as_people_write_it(string name, string text, string mention)
    {
        ImmutableArray<Entity> entities = With(new GazetteerEntry(name, Brand)).Analyze(text).Entities;
        Assert.That(entities.Where(entity => entity.Type == Brand).Select(entity => (entity.Text, entity.Canonical)), Is.EqualTo(new[] { (mention, name) }));
    }

    [TestCase("Арман", "Оның арманы орындалды.")]
    [TestCase("Ақ жол", "Оларға ақ жол тіледік.")]
    [TestCase("Ай", "Бір ай өтті.")]
    [TestCase("Қазақстан", "Ол қазақстандық спортшы.")]
    [TestCase("Алматы", "Ол алматылық.")]
    [TestCase("Кана", "Ол Канадаға барды, Канада үлкен.")]
    [TestCase("Темір", "Темірлан келді.")]
    [TestCase("Тоқа", "Тоқаев келді.")]
    [TestCase("C++", "Ол C тілін біледі.")]
    [TestCase("Жаңа Қала", "Жаңа. Қала үлкен.")]
    [TestCase("АҚ", "Ақ қар жауды.")]
    [TestCase("Айбек", "Айбекқызы келді.")]
    public void Other_word_is_no_name(string name, string text) =>
        Assert.That(With(new GazetteerEntry(name, Brand)).Analyze(text).Entities.Select(entity => entity.Type), Has.No.Member(Brand));

    [Test]
    public void Users_name_takes_the_place_of_what_the_model_finds()
    {
        const string Text = "Қасым-Жомарт Тоқаев Астанада сөйледі.";
        Document doc = With(new GazetteerEntry("Астана", Brand, "q1520"), new GazetteerEntry("Тоқаев", EntityType.Person, "p1")).Analyze(Text, "Астана туралы");
        Assert.Multiple(() =>
        {
            Assert.That(doc.Entities.Select(entity => (entity.Text, entity.Type, entity.Canonical, entity.Id)), Is.EqualTo(new (string, EntityType, string, string?)[]
            {
                ("Тоқаев", EntityType.Person, "Тоқаев", "p1"), ("Астанада", Brand, "Астана", "q1520"),
            }));
            Assert.That(doc.TitleEntities.Single().Id, Is.EqualTo("q1520"));
        });
    }

    [Test]
    public void Alias_gives_the_name_and_all_mentions_are_one_group()
    {
        Document doc = With(new GazetteerEntry("Көкжиек Технолоджис", EntityType.Organisation, "7") { Aliases = ["КТ", "Kokzhiek Tech"] })
            .Analyze("Көкжиек Технолоджис ашылды. КТ-ның басшысы келді. Kokzhiek Tech өсті.");
        Assert.That(doc.EntityGroups.Single(group => group.Name == "Көкжиек Технолоджис").Mentions.Select(mention => mention.Text), Is.EqualTo(new[] { "Көкжиек Технолоджис", "КТ-ның", "Kokzhiek Tech" }));
    }

    [Test]
    public void Longest_name_counts_then_the_earlier_gazetteer_then_the_earlier_entry()
    {
        EntityGazetteer first = EntityGazetteer.Create([new("Зерде", Brand, "1"), new("Зерде", Brand, "2")]);
        EntityGazetteer second = EntityGazetteer.Create([new("Зерде", Brand, "3"), new("Зерде Холдинг", Brand, "4")]);
        KazakhPipeline nlp = KazakhPipeline.Create(o => o with { Gazetteers = [first, second], Topics = false });
        Assert.That(nlp.Analyze("Зерде мен Зерде Холдинг").Entities.Where(entity => entity.Type == Brand).Select(entity => entity.Id), Is.EqualTo(new[] { "1", "4" }));
    }

    [Test]
    public void Place_has_the_country_that_it_lies_in() =>
        Assert.That(With(new GazetteerEntry("Стамбул", EntityType.Gpe)).Analyze("Ол Стамбулда.").Entities.Single().CountryCode, Is.EqualTo("TR"));

    [Test]
    public void Many_entries_may_share_a_name()
    {
        var gazetteer = EntityGazetteer.Create(Enumerable.Range(0, 70_000).Select(i => new GazetteerEntry("Айбек", Brand, $"{i}")));
        Assert.That(gazetteer.Count, Is.EqualTo(70_000));
        Assert.That(KazakhPipeline.Create(o => o with { Gazetteers = [gazetteer] }).Analyze("Ол Айбек.").Entities.Single().Id, Is.EqualTo("0"));
    }

    [Test]
    public void Any_names_and_any_text_give_entities_in_order_that_do_not_overlap()
    {
        Gen<string> words = Gen.OneOfConst("Алматы", "алматы", "Ақ", "жол", "-", "«", "»", "+", ".", "C", "ның", "да", "№", "1", "\ud800", "\0", "é", "ё").Array[1, 4].Select(parts => string.Join(' ', parts));
        Gen.Select(words.Array[1, 8], Gen.Select(words, words, words, (a, b, c) => a + b + " " + c)).Sample((names, text) =>
        {
            GazetteerEntry[] entries = [.. names.Where(name => name.Any(char.IsLetterOrDigit)).Select((name, i) => new GazetteerEntry(name, Brand, $"{i}"))];
            Document doc = KazakhPipeline.Create(o => o with { Gazetteers = [EntityGazetteer.Create(entries)], Topics = false, Morphology = false }).Analyze(text);
            int end = 0;
            foreach (Entity entity in doc.Entities)
            {
                Assert.That(entity.Start, Is.GreaterThanOrEqualTo(end));
                Assert.That(text.Substring(entity.Start, entity.Length), Is.EqualTo(entity.Text));
                Assert.That(doc.Tokens.Any(token => token.Start == entity.Start) && doc.Tokens.Any(token => token.End == entity.End));
                end = entity.End;
            }
        }, iter: 300);
    }

    [TestCase("", "Entry 2: The name '' has no letter or digit.")]
    [TestCase("«»", "Entry 2: The name '«»' has no letter or digit.")]
    public void Entry_without_a_name_is_refused_by_its_number(string name, string message)
    {
        ArgumentException? fault = Assert.Throws<ArgumentException>(() => EntityGazetteer.Create([new("Зерде", Brand), new(name, Brand)]));
        Assert.That(fault!.Message, Does.StartWith(message));
    }

    [Test]
    public void Entry_without_a_class_is_refused() =>
        Assert.That(() => EntityGazetteer.Create([new("Зерде", default)]), Throws.ArgumentException.With.Message.StartsWith("Entry 1: 'Зерде' has no class."));

    [Test]
    public void Empty_gazetteer_changes_nothing() =>
        Assert.That(KazakhPipeline.Create(o => o with { Gazetteers = [EntityGazetteer.Create([])] }).Analyze("Ол Астанада.").Entities.Single().Type, Is.EqualTo(EntityType.Gpe));

    private static void AssertFound(KazakhPipeline nlp, string name, string form)
    {
        Entity? entity = nlp.Analyze($"Кеше біз {form} туралы айттық.").Entities.FirstOrDefault(entity => entity.Type == Brand);
        Assert.That((entity?.Text, entity?.Canonical, entity?.Id, entity?.Score), Is.EqualTo((form, name, "id", 1.0)), form);
    }

    private static KazakhPipeline With(params GazetteerEntry[] entries) =>
        KazakhPipeline.Create(o => o with { Gazetteers = [EntityGazetteer.Create(entries)], Topics = false, Morphology = false });
}
