using System.Text;

namespace KazNlp.Tests.Sentences;

/// <summary>
/// The shortcuts that <see cref="KazakhSentenceSplitter.Split(ReadOnlySpan{char}, ReadOnlySpan{Token})"/> takes say what the rules say, which
/// <see cref="KazakhSentenceSplitter.Explain"/> asks alone.
/// </summary>
[TestFixture]
internal sealed class SentenceShortcutTests
{
    private static readonly string[] Words =
    [
        "келді", "барады", "мектеп", "қалада", "шығ", "көш", "орт", "солт", "әкімш", "әКІМШ", "оңт-шығ", "ұзаҚТ", "бар", "жоқ", "мен", "да", "е", "деп", "деді", "дала", "ұлы", "XXI", "ХІ", "IV", "Ол", "Астана",
        "Еңбек", "АҚШ", "Бұл", "А.", "Қ.", "ж.", "т.б.", "млн.", "қал.", "5", "12", "2024", "5-бап", "1.1", "90-", "²", "el.kz", "1️⃣", "😀", "ქართული", "ａｂｃ",
    ];

    private static readonly string[] Marks =
        [".", ".", ".", ".", "!", "?", "...", "?!", "…", ",", ":", ";", ")", "(", "»", "«", "\"", "“", "”", "„", "[", "]", "–", "-", "•", "%", "'"];

    private static readonly string[] Gaps = [" ", " ", " ", " ", "", "\n", "\n", "\n", "  ", "\r\n", " \n", "\n\n", "\t", "\u00A0", "\r"];
    private static readonly string[] Quotes = ["\"", "\"", "«", "»", "“", "”", "„", "(", "\" ", "« ", "", ""];
    private static readonly string[] InTitles = [" ", ". ", ". ", ".", "! ", ".\n", ", "];
    private static readonly string[] InLines = [" ", " ", " ", " ", " ", " ", ", ", ". ", "  ", " – "];
    private static readonly string[] LineStarts = ["", "", "", "", "«", "\"", "(", "5) ", "– ", "2. "];
    private static readonly string[] LineEnds = ["", "", "", ".", ".", "!", "»", "\"", ".»", ",", ")", "…"];
    private static readonly string[] LineBreaks = ["\n", "\n", "\n", "\n", " \n", "\r\n", "\n\n", "\n  \n"];

    // 1.4 million characters. Each of 25 faults, put into the shortcuts one by one, showed in them; of the last one in the 3,952nd text.
    [Test]
    public void Shortcuts_end_sentences_where_the_rules_alone_do() =>
        Assert.That(Texts(6_000).FirstOrDefault(text => !SplitEnds(text).SequenceEqual(RuleEnds(text))), Is.Null);

    // What a quotation mark between two words is, depends on how many stand before it in its sentence, not in the sentence before.
    [TestCase("\"X]келді)„25„?ArN,\"hn.XXI\"u")]
    public void Shortcuts_count_quotation_marks_from_the_start_of_the_sentence(string text) => Assert.That(SplitEnds(text), Is.EqualTo(RuleEnds(text)));

    // The widest line that may have been wrapped, and lines about as wide, behind a gap of any width.
    [Test]
    public void Shortcuts_measure_a_line_from_its_first_character_wherever_the_line_before_ended(
        [Values("\n", "\n\n", "\n \n\n", "\r\n", "\r\n\r\n", "   \n", "\u2029", "\v")] string gap, [Values("", ".", ",")] string end) => Assert.Multiple(() =>
    {
        for (int width = 155; width <= 165; width++)
        {
            string line = string.Concat(Enumerable.Repeat("үйде ", 31)) + new string('а', width - (5 * 31) + 1);
            foreach (string next in (string[])["Жаңа бөлме", "жаңа бөлме"])
            {
                string text = $"Тақырып{gap}{line}{end}\n{next}";
                Assert.That(SplitEnds(text), Is.EqualTo(RuleEnds(text)), $"{width} {next}");
            }
        }
    });

    [Test]
    public void Shortcuts_end_the_sentences_of_the_articles_where_the_rules_alone_do() => Assert.Multiple(() =>
    {
        foreach (string article in RepositoryFiles.Articles.Select(File.ReadAllText))
        {
            foreach (string text in (string[])[article, article.Replace('\n', ' '), article.ToLowerInvariant(), article.ToUpperInvariant()])
            {
                Assert.That(SplitEnds(text), Is.EqualTo(RuleEnds(text)));
            }
        }
    });

    [Test]
    public void Sentences_come_one_by_one_as_they_do_at_once()
    {
        foreach (string text in Texts(500))
        {
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            List<Sentence> single = [];
            foreach (Sentence sentence in KazakhSentenceSplitter.Default.Enumerate(text, tokens)) single.Add(sentence);
            var atOnce = new Sentence[tokens.Length + 1];
            KazakhSentenceSplitter.Default.Split(text, tokens, atOnce, out _, out int written);
            Assert.That(single.SequenceEqual(atOnce.Take(written)), Is.True, text);
        }
    }

    [Test]
    public void Text_alone_gives_the_sentences_of_its_tokens()
    {
        KazakhPipeline pipeline = KazakhPipeline.Create(o => o with { Entities = false, Topics = false, Morphology = false });
        foreach (string text in Texts(500))
        {
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            Assert.That(KazakhSentenceSplitter.Default.Split(text).SequenceEqual(KazakhSentenceSplitter.Default.Split(text, tokens)), Is.True, text);
            Assert.That(pipeline.Analyze(text).Tokens.SequenceEqual(tokens), Is.True, text);
        }
    }

    // Texts of the forms that shortcuts decide, and of what is nearly one of them: pieces of all kinds, names in quotes with stops inside, and lines around
    // the widths that tell a wrapped line from a short one.
    private static IEnumerable<string> Texts(int count)
    {
        for (int seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            switch (seed % 3)
            {
                case 0:
                    AppendPieces(text, random);
                    break;
                case 1:
                    AppendTitles(text, random);
                    break;
                default:
                    AppendLines(text, random);
                    break;
            }

            yield return text.ToString();
        }
    }

    private static void AppendPieces(StringBuilder text, Random random)
    {
        for (int count = random.Next(1, 40); count > 0; count--)
        {
            text.Append(Any(random, random.Next(6) == 0 ? Gaps : Words)).Append(AnyOrNone(random, Marks)).Append(AnyOrNone(random, Marks)).Append(Any(random, Gaps));
        }
    }

    private static void AppendTitles(StringBuilder text, Random random)
    {
        for (int count = random.Next(1, 12); count > 0; count--)
        {
            text.Append(Any(random, Quotes));
            for (int parts = random.Next(1, 5); parts > 0; parts--) text.Append(Any(random, Words)).Append(Any(random, parts == 1 ? Quotes : InTitles));
            text.Append(' ').Append(AnyOrNone(random, Words)).Append(Any(random, InTitles));
        }
    }

    private static void AppendLines(StringBuilder text, Random random)
    {
        int width = random.Next(2) == 0 ? random.Next(30, 80) : random.Next(145, 180);
        for (int count = random.Next(2, 8); count > 0; count--)
        {
            int end = text.Length + width - random.Next(12);
            text.Append(Any(random, LineStarts));
            while (text.Length < end) text.Append(Any(random, Words)).Append(Any(random, InLines));
            text.Append(Any(random, Words)).Append(Any(random, LineEnds)).Append(Any(random, LineBreaks));
        }
    }

    private static string Any(Random random, string[] pieces) => pieces[random.Next(pieces.Length)];

    private static string AnyOrNone(Random random, string[] pieces) => random.Next(2) == 0 ? "" : Any(random, pieces);

    // All sentences at once: one by one, each begins anew.
    private static IEnumerable<int> SplitEnds(string text) => KazakhSentenceSplitter.Default.Split(text).Select(s => s.End);

    private static IEnumerable<int> RuleEnds(string text) =>
        KazakhSentenceSplitter.Default.Explain(text, KazakhTokenizer.Default.Tokenize(text)).Where(d => d.IsEnd).Select(d => d.Offset);
}
