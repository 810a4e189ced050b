namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class EntityTypeTests
{
    [Test]
    public void KazNERD_has_25_classes_in_alphabetical_order()
    {
        string[] names = [.. EntityType.All.Select(type => type.Name)];
        Assert.That(names, Has.Length.EqualTo(25));
        Assert.That(names, Is.EqualTo(names.Distinct().Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Two_types_of_one_name_are_equal()
    {
        Assert.That(new EntityType("PERSON"), Is.EqualTo(EntityType.Person));
        Assert.That(new EntityType("PERSON").GetHashCode(), Is.EqualTo(EntityType.Person.GetHashCode()));
        Assert.That(new EntityType("TEAM"), Is.Not.EqualTo(EntityType.Person));
    }

    [Test]
    public void The_default_value_has_the_empty_name() => Assert.That(default(EntityType).Name, Is.Empty);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("TWO WORDS")]
    [TestCase("A\tB")]
    public void A_name_without_content_or_with_white_space_is_refused(string? name) =>
        Assert.That(() => new EntityType(name!), Throws.InstanceOf<ArgumentException>());
}
