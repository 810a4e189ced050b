namespace KazNlp.Tests;

public class DocumentNamesTests
{
    [Test]
    public void Full_name_of_a_person_makes_the_lone_surname_a_person()
    {
        var names = new DocumentNames([Entity("Айгүл Қайдарова", EntityType.Person, 0.99)]);

        Assert.Multiple(() =>
        {
            Assert.That(names.TryAdd("Қайдарова", out EntityType added, out double score), Is.True);
            Assert.That(added, Is.EqualTo(EntityType.Person));
            Assert.That(score, Is.InRange(0.5, 0.99));
            Assert.That(names.TryAdd("Айгүл", out _, out _), Is.False, "many bear the given name");
        });
    }

    [Test]
    public void Unclear_mention_takes_the_class_of_the_clear_one()
    {
        var names = new DocumentNames([Entity("Шалқар", EntityType.Person, 0.95), Entity("Шалқар", EntityType.Gpe, 0.4)]);

        Assert.Multiple(() =>
        {
            Assert.That(names.TrySettle(Entity("Шалқар", EntityType.Gpe, 0.4), out EntityType settled, out _), Is.True);
            Assert.That(settled, Is.EqualTo(EntityType.Person));
            Assert.That(names.TrySettle(Entity("Шалқар", EntityType.Gpe, 0.7), out _, out _), Is.False, "its own sentence is clear enough");
            Assert.That(names.TrySettle(Entity("Шалқар", EntityType.Person, 0.4), out _, out _), Is.False, "it is of that class already");
            Assert.That(names.TrySettle(Entity("Шалқар", EntityType.Date, 0.4), out _, out _), Is.False, "dates are no names");
        });
    }

    [Test]
    public void Name_that_is_clearly_two_things_decides_nothing()
    {
        var names = new DocumentNames([Entity("Абай", EntityType.Person, 0.95), Entity("Абай", EntityType.Gpe, 0.95), Entity("Абай", EntityType.Person, 0.99)]);

        Assert.That(names.TryAdd("Абай", out _, out _), Is.False);
    }

    [Test]
    public void Unclear_mentions_and_short_names_do_not_speak_for_others()
    {
        var names = new DocumentNames([Entity("Қамқор", EntityType.Organisation, 0.6), Entity("ҚР", EntityType.Gpe, 0.99)]);

        Assert.That(names.IsEmpty, Is.True);
    }

    private static Entity Entity(string name, EntityType type, double score) =>
        new() { Start = 0, Length = name.Length, Text = name, Canonical = name, Type = type, Score = score };
}
