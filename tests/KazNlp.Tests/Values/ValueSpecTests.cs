using System.Globalization;

namespace KazNlp.Tests.Values;

/// <summary>The cases of <c>Specs/values-*.txt</c>; the format is described at the head of <c>values-dates.txt</c>.</summary>
public sealed class ValueSpecTests
{
    private const string Arrow = " => ";

    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (string path in Directory.GetFiles(RepositoryFiles.Path("tests", "KazNlp.Tests", "Specs"), "values-*.txt").Order(StringComparer.Ordinal))
        {
            string type = "";
            string? date = null;
            int number = 0;
            foreach (string line in File.ReadLines(path))
            {
                number++;
                if (line.StartsWith('@'))
                {
                    string[] fields = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    (type, date) = (fields[0], fields.ElementAtOrDefault(1));
                }
                else if (!line.StartsWith('#') && line.Split(Arrow) is [string phrase, string value])
                {
                    yield return new TestCaseData(phrase, type, date, value.Trim()).SetName($"{Path.GetFileNameWithoutExtension(path)} {number}: {line}");
                }
                else if (line.Length > 0 && !line.StartsWith('#'))
                {
                    throw new InvalidDataException($"{path}, line {number}: neither a case, a class nor a comment: '{line}'");
                }
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Value(string phrase, string type, string? date, string expected)
    {
        DateOnly? today = date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        EntityValue? value = EntityValues.Read(phrase, new EntityType(type), today);
        Assert.That(value?.ToString() ?? "-", Is.EqualTo(expected));
    }
}
