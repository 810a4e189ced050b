using System.Globalization;
using System.Text.RegularExpressions;

namespace KazNlp.Tests.Tokenization;

/// <summary>Reads <c>Specs/tokenizer-*.txt</c>; the format is described at the head of <c>tokenizer-words.txt</c>.</summary>
internal static partial class SpecFile
{
    public sealed record Case(string Input, string Tokens, string? Kinds);

    public static IEnumerable<TestCaseData> Tokenizer()
    {
        foreach (string path in Directory.GetFiles(RepositoryFiles.Path("tests", "KazNlp.Tests", "Specs"), "tokenizer-*.txt").Order(StringComparer.Ordinal))
        {
            string heading = "";
            int lineNumber = 0;
            foreach (string line in File.ReadLines(path))
            {
                lineNumber++;
                if (line.StartsWith("## ", StringComparison.Ordinal) && !line.Contains(" => ", StringComparison.Ordinal))
                {
                    heading = line[3..];
                }
                else if (line.Contains(" => ", StringComparison.Ordinal) && !line.StartsWith("#   ", StringComparison.Ordinal))
                {
                    string[] parts = line.Split(" => ");
                    yield return new TestCaseData(new Case(Unescape(parts[0]), Unescape(parts[1]), parts.ElementAtOrDefault(2)))
                        .SetName($"{Path.GetFileNameWithoutExtension(path)}:{lineNumber} {heading}");
                }
            }
        }
    }

    private static string Unescape(string text) => Escape().Replace(text, m => m.Value switch
    {
        "\\n" => "\n",
        "\\t" => "\t",
        var hex => char.ConvertFromUtf32(int.Parse(hex.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
    });

    [GeneratedRegex(@"\\u[0-9A-F]{4}|\\U[0-9A-F]{8}|\\n|\\t")]
    private static partial Regex Escape();
}
