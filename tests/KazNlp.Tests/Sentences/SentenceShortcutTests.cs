using CsCheck;

namespace KazNlp.Tests.Sentences;

/// <summary>
/// The shortcuts that <see cref="KazakhSentenceSplitter.Split(ReadOnlySpan{char}, ReadOnlySpan{Token})"/> takes say what the rules say, which
/// <see cref="KazakhSentenceSplitter.Explain"/> asks alone.
/// </summary>
[TestFixture]
internal sealed class SentenceShortcutTests
{
    private static readonly Gen<string> Word = Gen.OneOfConst(
        "келді", "барады", "мектеп", "қалада", "шығ", "көш", "орт", "солт", "әкімш", "әКІМШ", "оңт-шығ", "ұзаҚТ", "бар", "жоқ", "мен", "да", "е", "деп", "деді", "дала", "ұлы", "XXI", "ХІ", "IV", "Ол", "Астана",
        "Еңбек", "АҚШ", "Бұл", "А.", "Қ.", "ж.", "т.б.", "млн.", "қал.", "5", "12", "2024", "5-бап", "1.1", "90-", "²", "el.kz", "1️⃣", "😀", "ქართული", "ａｂｃ");

    private static readonly Gen<string> Mark = Gen.OneOfConst(
        ".", ".", ".", ".", "!", "?", "...", "?!", "…", ",", ":", ";", ")", "(", "»", "«", "\"", "“", "”", "„", "[", "]", "–", "-", "•", "%", "'");

    private static readonly Gen<string> Gap = Gen.OneOfConst(" ", " ", " ", " ", "", "\n", "\n", "\n", "  ", "\r\n", " \n", "\n\n", "\t", "\u00A0");

    private static readonly Gen<string> AnyText = Gen.Select(Word, Gen.Int[0, 9], Mark, Gap, Gap)
        .Select(p => p.Item2 < 5 ? p.Item1 + p.Item4 : p.Item2 < 8 ? p.Item1 + p.Item3 + p.Item4 : p.Item5 + p.Item3 + p.Item4)
        .Array[1, 60].Select(string.Concat);

    [Test]
    public void Shortcuts_end_sentences_where_the_rules_alone_do() => AnyText.Sample(text => SplitEnds(text).SequenceEqual(RuleEnds(text)), iter: 40_000);

    // What a quotation mark between two words is, depends on how many stand before it in its sentence, not in the sentence before.
    [TestCase("\"X]келді)„25„?ArN,\"hn.XXI\"u")]
    public void Shortcuts_count_quotation_marks_from_the_start_of_the_sentence(string text) => Assert.That(SplitEnds(text), Is.EqualTo(RuleEnds(text)));

    [Test]
    public void Shortcuts_end_the_sentences_of_the_articles_where_the_rules_alone_do() => Assert.Multiple(() =>
    {
        foreach (string article in RepositoryFiles.Articles)
        {
            foreach (string text in (string[])[article, article.Replace('\n', ' '), article.ToLowerInvariant(), article.ToUpperInvariant()])
            {
                Assert.That(SplitEnds(text), Is.EqualTo(RuleEnds(text)));
            }
        }
    });

    [Test]
    public void Sentences_come_one_by_one_as_they_do_at_once() => AnyText.Sample(
        text =>
        {
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            List<Sentence> single = [];
            foreach (Sentence sentence in KazakhSentenceSplitter.Default.Enumerate(text, tokens)) single.Add(sentence);
            var atOnce = new Sentence[tokens.Length + 1];
            KazakhSentenceSplitter.Default.Split(text, tokens, atOnce, out _, out int written);
            return single.SequenceEqual(atOnce.Take(written));
        },
        iter: 2_000);

    [Test]
    public void Text_alone_gives_the_sentences_of_its_tokens() => AnyText.Sample(
        text =>
        {
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            return KazakhSentenceSplitter.Default.Split(text).SequenceEqual(KazakhSentenceSplitter.Default.Split(text, tokens))
                && KazakhPipeline.Create(o => o with { Entities = false, Topics = false, Morphology = false }).Analyze(text).Tokens.SequenceEqual(tokens);
        },
        iter: 2_000);

    // All sentences at once: one by one, each begins anew.
    private static IEnumerable<int> SplitEnds(string text) => KazakhSentenceSplitter.Default.Split(text).Select(s => s.End);

    private static IEnumerable<int> RuleEnds(string text) =>
        KazakhSentenceSplitter.Default.Explain(text, KazakhTokenizer.Default.Tokenize(text)).Where(d => d.IsEnd).Select(d => d.Offset);
}
