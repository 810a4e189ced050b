using System.Globalization;

namespace KazNlp.Tests.Values;

/// <summary>The cases of <c>Specs/values-*.txt</c>; the format is described at the head of <c>values-dates.txt</c>.</summary>
public sealed class ValueSpecTests
{
    private static IEnumerable<TestCaseData> Cases() => GroupedSpecs.Read("values");

    [TestCaseSource(nameof(Cases))]
    public void Value(string[] group, string phrase, string expected)
    {
        DateOnly? today = group is [_, string date] ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        EntityValue? value = EntityValues.Read(phrase, new EntityType(group[0]), today);
        Assert.That(value?.ToString() ?? "-", Is.EqualTo(expected));
    }
}
