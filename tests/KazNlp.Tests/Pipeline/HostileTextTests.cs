using System.Text;

namespace KazNlp.Tests.Pipeline;

/// <summary>Texts that no one writes and everyone gets: sentences without an end, nested quotes, tables, lists of names.</summary>
[TestFixture]
public sealed class HostileTextTests
{
    private static readonly KazakhPipeline Nlp = KazakhPipeline.Create(o => o with
    {
        Gazetteers = [EntityGazetteer.Create([new("Қасым", EntityType.Person), new("Қасым Қасым Қасым Қасым", EntityType.Person), new("C++", EntityType.Product)])],
    });

    [Test]
    public void A_megabyte_in_one_sentence_is_analysed_to_its_end_in_bounded_memory()
    {
        const string Part = "Астанада өткен жиынға Тоқаев қатысып мектеп салу туралы айтып ";
        string text = Repeat(Part, 1 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Document doc = Nlp.Analyze(text);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Multiple(() =>
        {
            Assert.That(doc.Sentences, Has.Length.EqualTo(1));
            Assert.That(doc.Entities.Count(entity => entity.Canonical == "Астана"), Is.EqualTo(text.Length / Part.Length).Within(1));
            Assert.That(allocated, Is.LessThan(200L * text.Length));
        });
    }

    [TestCase("«", "Астана ", "»")]
    [TestCase("\"'“„", "Астана ", "”‟'\"")]
    [TestCase("(", "Алматы [", "]")]
    [TestCase("", "Айбек Сәрсен\t12\t3,5%\tАлматы\t2024 ж.\t", "")]
    [TestCase("", "| Айбек Сәрсен | 12 | Алматы |\n", "")]
    [TestCase("", "Біріккен Ұлттар Ұйымы (БҰҰ), ", "")]
    [TestCase("", "Қасым C++ Қасым Қасым ", "")]
    [TestCase("", "Қасым-", "")]
    [TestCase("", "А. Б. В. ", "")]
    [TestCase("", "АСТАНАДА ТОҚАЕВ СӨЙЛЕДІ ", "")]
    [TestCase("", "бір миллион екі мың ", "")]
    [TestCase("", "а\u0301\u0301", "")]
    [TestCase("", "👨‍👩‍👧", "")]
    [TestCase("", "\ud800", "")]
    [TestCase("", "президент России в Москве что ", "")]
    [TestCase("", "\u0000\u00ad\u200b", "")]
    public void Any_pattern_without_end_is_analysed_in_bounded_memory(string opening, string middle, string closing)
    {
        string text = Nested(1 << 15);
        Nlp.Analyze(text); // tables that are made on first use are none of the text's
        long before = GC.GetAllocatedBytesForCurrentThread();
        Nlp.Analyze(text, text[..1000]);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000L * text.Length));

        string Nested(int length) => Repeat(opening, length / 4) + Repeat(middle, length / 2) + Repeat(closing, length / 4);
    }

    [Test]
    public void List_of_thousands_of_persons_keeps_them_apart_and_joins_namesakes()
    {
        var text = new StringBuilder("Тізім:");
        for (int i = 0; i < 3_000; i++)
        {
            text.Append($" Айгүл {Surname(i)}ова,");
        }

        text.Append($" {Surname(2_999)}ова.");
        EntityGazetteer everyone = EntityGazetteer.Create(Enumerable.Range(0, 3_000).Select(i => new GazetteerEntry($"Айгүл {Surname(i)}ова", EntityType.Person) { Aliases = [$"{Surname(i)}ова"] }));
        Document doc = KazakhPipeline.Create(o => o with { Gazetteers = [everyone], Topics = false, Morphology = false }).Analyze(text.ToString());
        EntityGroup[] persons = [.. doc.EntityGroups.Where(group => group.Type == EntityType.Person)];
        Assert.That(persons, Has.Length.EqualTo(3_000));
        Assert.That(persons[^1].Mentions, Has.Length.EqualTo(2));
    }

    // Four syllables for four digits.
    private static string Surname(int number)
    {
        string[] syllables = ["бал", "кер", "тұм", "дәу", "жан", "мыр", "сат", "нұр", "ғал", "шон"];
        string name = syllables[number / 1000] + syllables[number / 100 % 10] + syllables[number / 10 % 10] + syllables[number % 10];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Repeat(string part, int length)
    {
        if (part.Length == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(part);
        }

        return text.ToString();
    }
}
