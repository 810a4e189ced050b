using System.Text.RegularExpressions;
using CsCheck;

namespace KazNlp.Tests.Subword;

[TestFixture]
public sealed class SubwordBoundariesTests
{
    // Characters that the rules tell apart, and what breaks scanners: surrogates whole and lone, marks, line ends, the end of a text.
    private static readonly Gen<string> Text = Gen.OneOfConst(
        "қ", "Ә", "a", "1", "9", " ", "\n", "\r", "\t", "\u00A0", ".", ",", ":", "-", "'", "’", "«", "»", "#", "%", "$", "—", "\u0301", "\uFE0F", "\u200D", "é").Array[0, 24].Select(string.Concat);

    [TestCase("Бүгін — 25-ші қараша.", "Бүгін| —| 25-ші| қараша|.")]
    [TestCase("«Абай» опера театры", "«|Абай|»| опера| театры")]
    [TestCase("бірте-бірте  3,5 %-ға", "бірте-бірте| | 3,5| %-|ға")]
    [TestCase("Иә.\nЖоқ\n\nсоңы.\n\n", "Иә|.\n|Жоқ|\n|\nсоңы|.\n\n")]
    [TestCase("т.б.» деді...", "т|.|б|.|»| деді|...")]
    [TestCase("16:51 10.000,5 -5", "16:51| 10.000,5| -|5")]
    [TestCase("тег: #қазақ @user", "тег|:| #|қазақ| @|user")]
    public void A_part_is_a_word_number_or_run_of_marks_with_the_white_space_before_it(string text, string expected)
    {
        Assert.That(string.Join("|", Cut(text)), Is.EqualTo(expected));
    }

    [Test]
    public void The_scanner_gives_the_matches_of_the_regular_expression()
    {
        Text.Sample(text => Assert.That(Cut(text), Is.EqualTo(Regex.Matches(text, SubwordBoundaries.Pattern).Select(match => match.Value))));
    }

    [Test]
    public void The_scanner_gives_the_matches_of_the_regular_expression_on_the_articles()
    {
        foreach (string path in RepositoryFiles.Articles)
        {
            string text = File.ReadAllText(path);
            Assert.That(Cut(text), Is.EqualTo(Regex.Matches(text, SubwordBoundaries.Pattern).Select(match => match.Value)), path);
        }
    }

    [Test]
    public void Parts_cover_any_text_in_order()
    {
        Gen.String.Sample(text => Assert.That(string.Concat(Cut(text)), Is.EqualTo(text)));
    }

    [Test]
    public void No_part_reaches_over_the_end_of_a_word_in_the_articles()
    {
        foreach (string path in RepositoryFiles.Articles)
        {
            string text = File.ReadAllText(path);
            HashSet<int> boundaries = [.. KazakhTokenizer.Default.Tokenize(text)
                .Where(token => token.Kind is TokenKind.Word or TokenKind.Number)
                .SelectMany(token => (int[])[token.Start, token.End])];
            int start = 0;
            foreach (string part in Cut(text))
            {
                int visible = start + part.Length - part.TrimStart().Length;
                int end = start + part.TrimEnd().Length;
                Assert.That(Enumerable.Range(visible + 1, Math.Max(0, end - visible - 1)).Where(boundaries.Contains), Is.Empty, $"'{part}' in {path}");
                start += part.Length;
            }
        }
    }

    private static List<string> Cut(string text)
    {
        var parts = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = SubwordBoundaries.FindEnd(text, start);
            parts.Add(text[start..end]);
            start = end;
        }

        return parts;
    }
}
