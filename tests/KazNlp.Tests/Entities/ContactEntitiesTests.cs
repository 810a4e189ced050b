namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class ContactEntitiesTests
{
    [TestCase("Телефон: +7 (727) 345-67-89.", "+7 (727) 345-67-89", "+77273456789")]
    [TestCase("8 701 234 56 78 нөміріне хабарласыңыз", "8 701 234 56 78", "+77012345678")]
    [TestCase("8-701-234-56-78-ге қоңырау шалыңыз", "8-701-234-56-78-ге", "+77012345678")]
    [TestCase("Байланыс: 87012345678", "87012345678", "+77012345678")]
    [TestCase("8(7172)55-66-77 қабылдау бөлмесі", "8(7172)55-66-77", "+77172556677")]
    [TestCase("Берлиндегі кеңсе: +49 30 1234567", "+49 30 1234567", "+49301234567")]
    [TestCase("Хаттарды info@mysal.kz поштасына жіберіңіз", "info@mysal.kz", "info@mysal.kz")]
    [TestCase("Жаңалықтарды @mysal_news арнасынан оқыңыз", "@mysal_news", "@mysal_news")]
    [TestCase("Толығырақ: https://mysal.kz/kk/news", "https://mysal.kz/kk/news", "https://mysal.kz/kk/news")]
    public void Contact_is_known_by_its_shape(string text, string mention, string canonical)
    {
        Entity contact = KazakhPipeline.Default.Analyze(text).Entities.Single(entity => entity.Type == EntityType.Contact);
        Assert.That((contact.Text, contact.Canonical), Is.EqualTo((mention, canonical)));
    }

    [TestCase("Бюджет 8 700 000 000 теңге болды")]
    [TestCase("8 және 7 сандарының қосындысы")]
    [TestCase("Есеп 8-7 болып бітті")]
    [TestCase("+7 градус жылы")]
    [TestCase("Ол C++ және + белгісін")]
    [TestCase("+ 8")]
    [TestCase("8 123 456 78 90 данасы сатылды")]
    public void Other_numbers_are_no_contacts(string text) =>
        Assert.That(KazakhPipeline.Default.Analyze(text).Entities.Select(entity => entity.Type), Has.None.EqualTo(EntityType.Contact));

    [Test]
    public void Two_numbers_side_by_side_are_two_contacts() =>
        Assert.That(
            KazakhPipeline.Default.Analyze("Тел.: 8 701 234 56 78, +7 702 345 67 89").Entities.Where(entity => entity.Type == EntityType.Contact).Select(entity => entity.Canonical),
            Is.EqualTo(new[] { "+77012345678", "+77023456789" }));

    [Test]
    public void Mentions_of_one_number_are_one_group_however_it_is_written()
    {
        Document doc = KazakhPipeline.Default.Analyze("Телефон +7 701 234-56-78 немесе 87012345678.");
        Assert.That(doc.Entities.Where(entity => entity.Type == EntityType.Contact).Select(entity => entity.GroupId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Contact_ends_where_a_token_ends()
    {
        Document doc = KazakhPipeline.Default.Analyze("+77012345678абв 8701234567890 8-701-234-56-78/79");
        foreach (Entity entity in doc.Entities)
        {
            Assert.That(doc.Tokens.Any(token => token.Start == entity.Start) && doc.Tokens.Any(token => token.End == entity.End), Is.True, entity.Text);
        }
    }
}
