namespace KazNlp.Tests;

/// <summary>The cases of <c>Specs/canonical-*.txt</c>: mentions by class, and how they are called without grammar.</summary>
public sealed class CanonicalSpecTests
{
    private static readonly CanonicalForm Canonical = new(EntityModel.Default.Stems, Gazetteer.Default);

    private static IEnumerable<TestCaseData> Cases() => GroupedSpecs.Read("canonical");

    [TestCaseSource(nameof(Cases))]
    public void Canonical_form(string[] group, string mention, string expected) =>
        Assert.That(Canonical.Of(mention, new EntityType(group[0])), Is.EqualTo(expected));
}
