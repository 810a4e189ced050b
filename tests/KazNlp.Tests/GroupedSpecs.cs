namespace KazNlp.Tests;

/// <summary>
/// Reads spec files in groups: a line <c>@ NAME …</c> opens a group, <c>input =&gt; output</c> is a case, <c>#</c> a comment.
/// </summary>
internal static class GroupedSpecs
{
    private const string Arrow = " => ";

    /// <summary>The cases of <c>Specs/PREFIX-*.txt</c>: the fields behind <c>@</c>, the input, the output.</summary>
    public static IEnumerable<TestCaseData> Read(string prefix)
    {
        foreach (string path in Directory.GetFiles(RepositoryFiles.Path("tests", "KazNlp.Tests", "Specs"), prefix + "-*.txt").Order(StringComparer.Ordinal))
        {
            string[] group = [];
            int number = 0;
            foreach (string line in File.ReadLines(path))
            {
                number++;
                if (line.StartsWith('@'))
                {
                    group = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                }
                else if (line.Length > 0 && !line.StartsWith('#'))
                {
                    yield return line.Split(Arrow) is [string input, string output]
                        ? new TestCaseData(group, input, output.Trim()).SetName($"{Path.GetFileNameWithoutExtension(path)} {number}: {line}")
                        : throw new InvalidDataException($"{path}, line {number}: neither a case, a group nor a comment: '{line}'");
                }
            }
        }
    }
}
