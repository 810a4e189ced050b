namespace KazNlp.Tests;

public class EntityGroupingTests
{
    [Test]
    public void Forms_of_one_persons_name_are_one_person()
    {
        string[] mentions = ["Қасым-Жомарт Тоқаев", "Тоқаев", "Қасым-Жомарт Кемелұлы", "Қ. Тоқаев", "Қ.К. Тоқаев", "Қасым-Жомарт Кемелұлы Тоқаев", "Тоқаев Қасым-Жомарт"];

        Assert.That(GroupIds(EntityType.Person, mentions), Is.All.Zero);
    }

    [Test]
    public void Persons_who_share_a_surname_stay_apart_when_given_names_differ() =>
        Assert.That(
            GroupIds(EntityType.Person, "Асқар Мамин", "Ерлан Мамин", "Мамин", "А. Мамин", "Айгүл Мамина"),
            Is.EqualTo(new[] { 0, 1, 1, 0, 2 }));

    [Test]
    public void Initials_that_differ_are_two_persons() =>
        Assert.That(GroupIds(EntityType.Person, "А. Мамин", "Е. Мамин", "А. Б. Мамин", "А. С. Мамин"), Is.EqualTo(new[] { 0, 1, 0, 2 }));

    [Test]
    public void Second_initial_is_that_of_the_patronymic() =>
        Assert.That(GroupIds(EntityType.Person, "Қасым-Жомарт Кемелұлы Тоқаев", "Қ.К. Тоқаев", "Қ.А. Тоқаев"), Is.EqualTo(new[] { 0, 0, 1 }));

    [Test]
    public void Patronymic_that_serves_as_surname_names_the_person() =>
        Assert.That(GroupIds(EntityType.Person, "Абай Құнанбайұлы", "Құнанбайұлы", "Абай"), Is.EqualTo(new[] { 0, 0, 0 }));

    [Test]
    public void Given_names_of_several_words_may_be_shortened() =>
        Assert.That(GroupIds(EntityType.Person, "Режеп Тайып Ердоған", "Тайып Ердоған", "Ердоған"), Is.EqualTo(new[] { 0, 0, 0 }));

    [Test]
    public void Hyphen_in_a_given_name_does_not_matter() =>
        Assert.That(GroupIds(EntityType.Person, "Қасым-Жомарт Тоқаев", "Қасымжомарт Тоқаев"), Is.EqualTo(new[] { 0, 0 }));

    [Test]
    public void City_with_its_kind_is_the_city_and_the_region_is_not() =>
        Assert.That(GroupIds(EntityType.Gpe, "Алматы", "Алматы қаласы", "Алматы облысы"), Is.EqualTo(new[] { 0, 0, 1 }));

    [Test]
    public void Legal_form_and_quotes_do_not_make_another_company() =>
        Assert.That(GroupIds(EntityType.Organisation, "«Көкжиек» ЖШС", "Көкжиек", "«Көкжиек»"), Is.EqualTo(new[] { 0, 0, 0 }));

    [TestCase("Жаңа Қала Ұйымы (бұдан әрі – ЖҚҰ) жиналды. ЖҚҰ шешті.", "Жаңа Қала Ұйымы", "ЖҚҰ")]
    [TestCase("ЖҚҰ (Жаңа Қала Ұйымы) жиналды. ЖҚҰ шешті.", "ЖҚҰ", "Жаңа Қала Ұйымы")]
    public void Abbreviation_is_defined_in_brackets_in_either_order(string text, string first, string second)
    {
        int at = text.IndexOf(second, first.Length, StringComparison.Ordinal);
        List<Entity> entities = [Of(EntityType.Organisation, first, 0), Of(EntityType.Organisation, second, at), Of(EntityType.Organisation, "ЖҚҰ", text.LastIndexOf("ЖҚҰ", StringComparison.Ordinal))];
        EntityGrouping.Assign(text, entities);

        Assert.That(entities.Select(entity => entity.GroupId), Is.All.Zero);
    }

    [Test]
    public void Surname_before_the_full_name_joins_it() =>
        Assert.That(GroupIds(EntityType.Person, "Рахмон", "Асқар Мамин", "Эмомали Рахмон"), Is.EqualTo(new[] { 0, 1, 0 }));

    [Test]
    public void Names_of_one_country_are_one_group() =>
        Assert.That(GroupIds(EntityType.Gpe, "Қазақстан", "Тәжікстан", "Қазақстан Республикасы", "ҚР"), Is.EqualTo(new[] { 0, 1, 0, 0 }));

    [Test]
    public void Abbreviation_in_brackets_names_the_organisation_before_it()
    {
        const string Text = "Жаңа Қала Ұйымы (ЖҚҰ) жиналды. ЖҚҰ шешті.";
        List<Entity> entities = [Of(EntityType.Organisation, "Жаңа Қала Ұйымы", 0), Of(EntityType.Organisation, "ЖҚҰ", 31)];
        EntityGrouping.Assign(Text, entities);
        EntityGroup group = EntityGrouping.Groups(entities).Single();

        Assert.Multiple(() =>
        {
            Assert.That(group.Name, Is.EqualTo("Жаңа Қала Ұйымы"));
            Assert.That(group.Mentions, Has.Length.EqualTo(2));
        });
    }

    [Test]
    public void Patronymic_without_surname_gets_the_persons_full_name()
    {
        List<Entity> entities = [Of(EntityType.Person, "Қасым-Жомарт Тоқаев", 0), Of(EntityType.Person, "Қасым-Жомарт Кемелұлы", 20)];
        EntityGrouping.Assign(new string(' ', 60), entities);

        Assert.That(entities[1].Canonical, Is.EqualTo("Қасым-Жомарт Тоқаев"));
    }

    [Test]
    public void Group_of_a_person_has_the_fullest_name_and_its_parts()
    {
        List<Entity> entities = [Of(EntityType.Person, "Тоқаев", 0), Of(EntityType.Person, "Қасым-Жомарт Тоқаев", 20)];
        EntityGrouping.Assign(new string(' ', 60), entities);
        EntityGroup group = EntityGrouping.Groups(entities).Single();

        Assert.Multiple(() =>
        {
            Assert.That(group.Name, Is.EqualTo("Қасым-Жомарт Тоқаев"));
            Assert.That((group.Person!.GivenName, group.Person.Surname, group.Person.Gender), Is.EqualTo(("Қасым-Жомарт", "Тоқаев", PersonGender.Male)));
        });
    }

    [TestCase("Мадина Асылбекова", "Мадина", "Асылбекова", null, "", PersonGender.Female)]
    [TestCase("Абай Құнанбайұлы", "Абай", null, "Құнанбайұлы", "", PersonGender.Male)]
    [TestCase("Тоқаев Қасым-Жомарт Кемелұлы", "Қасым-Жомарт", "Тоқаев", "Кемелұлы", "", PersonGender.Male)]
    [TestCase("Қ.К. Тоқаев", null, "Тоқаев", null, "ҚК", PersonGender.Male)]
    [TestCase("Владимир Владимирович Путин", "Владимир", "Путин", "Владимирович", "", PersonGender.Male)]
    [TestCase("Тоқаев", null, "Тоқаев", null, "", PersonGender.Male)]
    [TestCase("Рудольф фон дер Ляйен", "Рудольф", "фон дер Ляйен", null, "", PersonGender.Male)]
    [TestCase("фон дер Ляйен", null, "фон дер Ляйен", null, "", PersonGender.Unknown)]
    [TestCase("Жуан да", "Жуан", "да", null, "", PersonGender.Unknown)]
    [TestCase("", null, null, null, "", PersonGender.Unknown)]
    public void Name_is_taken_apart(string name, string? given, string? surname, string? patronymic, string initials, PersonGender gender)
    {
        PersonName parts = PersonName.Parse(name);

        Assert.That(
            (parts.GivenName, parts.Surname, parts.Patronymic, parts.Initials, parts.Gender),
            Is.EqualTo((given, surname, patronymic, initials, gender)));
    }

    [Test]
    public void Particles_of_a_surname_may_be_left_out() =>
        Assert.That(GroupIds(EntityType.Person, "Урсула фон дер Ляйен", "Ляйен", "фон дер Ляйен", "У. фон дер Ляйен", "Урсула"), Is.EqualTo(new[] { 0, 0, 0, 0, 0 }));

    private static int[] GroupIds(EntityType type, params string[] mentions)
    {
        List<Entity> entities = [.. mentions.Select((mention, i) => Of(type, mention, i * 40))];
        EntityGrouping.Assign(new string(' ', mentions.Length * 40), entities);
        return [.. entities.Select(entity => entity.GroupId)];
    }

    private static Entity Of(EntityType type, string name, int start) =>
        new() { Start = start, Length = name.Length, Type = type, Text = name, Canonical = name, Score = 1 };
}
