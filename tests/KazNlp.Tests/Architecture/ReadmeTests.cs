using System.Text.RegularExpressions;

namespace KazNlp.Tests.Architecture;

/// <summary>What the README shows is code that compiles and runs in <see cref="ReadmeExamples"/>.</summary>
[TestFixture]
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFiles.Path("README.md"));

    private static IEnumerable<string> CSharpBlocks => CSharpBlock().Matches(Readme).Select(match => match.Groups[1].Value);

    [TestCaseSource(nameof(CSharpBlocks))]
    public void Every_line_of_an_example_stands_in_the_tested_code(string block)
    {
        string tested = WithoutSpace(File.ReadAllText(RepositoryFiles.Path("tests", "KazNlp.Tests", "Architecture", "ReadmeExamples.cs")));
        foreach (string line in block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)))
        {
            Assert.That(tested, Does.Contain(WithoutSpace(line)), line);
        }
    }

    [Test]
    public void Every_file_that_a_document_links_to_is_there()
    {
        string[] documents = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md", "data/README.md"];
        IEnumerable<string> broken =
            from document in documents
            from Match link in RelativeLink().Matches(File.ReadAllText(RepositoryFiles.Path(document)))
            let target = Path.Combine(Path.GetDirectoryName(RepositoryFiles.Path(document))!, link.Groups[1].Value)
            where !Path.Exists(target)
            select $"{document}: {link.Groups[1].Value}";
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void The_first_test_command_is_complete() =>
        Assert.That(Readme, Does.Match(@"(?m)^dotnet test -c Release$"));

    private static string WithoutSpace(string code) => Regex.Replace(code, @"\s+", string.Empty);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")]
    private static partial Regex RelativeLink();
}
