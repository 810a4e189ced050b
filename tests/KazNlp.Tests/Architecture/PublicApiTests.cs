using PublicApiGenerator;

namespace KazNlp.Tests.Architecture;

/// <summary>The public surface of the core, as a file that a reviewer reads: a change of it is a decision, not an accident.</summary>
[TestFixture]
public sealed class PublicApiTests
{
    [Test]
    public void The_public_surface_is_the_approved_one()
    {
        string approved = RepositoryFiles.Path("tests", "KazNlp.Tests", "Architecture", "PublicApi.approved.txt");
        string received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "PublicApi.received.txt");
        string actual = typeof(KazakhPipeline).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        File.WriteAllText(received, actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllText(approved)), $"If the change is meant: cp {received} {approved}");
    }

    [Test]
    public void All_public_types_are_in_one_namespace() =>
        Assert.That(typeof(KazakhPipeline).Assembly.GetExportedTypes().Select(type => type.Namespace).Distinct(), Is.EqualTo(new[] { "KazNlp" }));
}
