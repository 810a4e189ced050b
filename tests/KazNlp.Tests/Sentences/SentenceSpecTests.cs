using System.Text.RegularExpressions;

namespace KazNlp.Tests.Sentences;

/// <summary>Reads <c>Specs/sentences-*.txt</c>; the format is described at the head of <c>sentences-stops.txt</c>.</summary>
[TestFixture]
internal sealed class SentenceSpecTests
{
    private const string Bar = "\u0001";

    public sealed record Case(string Text, IReadOnlyList<string> Sentences);

    private static IEnumerable<TestCaseData> Cases()
    {
        string folder = RepositoryFiles.Path("tests", "KazNlp.Tests", "Specs");
        foreach (string path in Directory.GetFiles(folder, "sentences-*.txt").Order(StringComparer.Ordinal))
        {
            string heading = "";
            int lineNumber = 0;
            foreach (string line in File.ReadLines(path))
            {
                lineNumber++;
                if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..];
                if (line.Length == 0 || line.StartsWith('#')) continue;
                yield return new TestCaseData(Parse(line)).SetName($"{Path.GetFileNameWithoutExtension(path)}:{lineNumber} {heading}");
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Text_is_split_at_the_bars(Case spec)
    {
        Token[] tokens = KazakhTokenizer.Default.Tokenize(spec.Text);
        Sentence[] sentences = KazakhSentenceSplitter.Default.Split(spec.Text, tokens);
        string rules = string.Join(", ", KazakhSentenceSplitter.Default.Explain(spec.Text, tokens).Select(d => $"{d.Offset} {d.Rule}"));
        Assert.That(sentences.Select(s => spec.Text.Substring(s.Start, s.Length)), Is.EqualTo(spec.Sentences), rules);
    }

    [Test]
    public void At_least_150_cases_are_read() => Assert.That(Cases().Count(), Is.GreaterThanOrEqualTo(150));

    private static Case Parse(string line)
    {
        string marked = Regex.Unescape(line.Replace(" | ", " " + Bar, StringComparison.Ordinal).Replace("|", Bar, StringComparison.Ordinal));
        return new(marked.Replace(Bar, "", StringComparison.Ordinal), [.. marked.Split(Bar).Select(s => s.Trim())]);
    }
}
