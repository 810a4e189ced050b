namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class EntityValuesTests
{
    [TestCase("1,2 млрд теңге, 5 млн доллар", new[] { "1,2 млрд теңге", "5 млн доллар" })]
    [TestCase("2 млн теңге, 300 мың еуро және 5 мың доллар", new[] { "2 млн теңге", "300 мың еуро", "5 мың доллар" })]
    [TestCase("5 мың доллар мен 200 теңге", new[] { "5 мың доллар", "200 теңге" })]
    public void List_of_amounts_has_its_amounts_as_items(string mention, string[] items) =>
        Assert.That(EntityValues.ItemsOfList(mention, EntityType.Money).Select(item => mention[item]), Is.EqualTo(items));

    [TestCase("1,2 млрд теңге")]
    [TestCase("100 мен 200 теңге")]
    [TestCase("бірнеше млн, 5 млн теңге")]
    [TestCase("теңге, ")]
    [TestCase(", 5 млн теңге")]
    [TestCase("")]
    public void What_is_no_list_of_amounts_stays_whole(string mention) =>
        Assert.That(EntityValues.ItemsOfList(mention, EntityType.Money), Is.Empty);

    [Test]
    public void Amounts_of_a_list_are_entities_of_their_own()
    {
        const string Text = "Қорға 1,2 млрд теңге, 5 млн доллар және 300 мың еуро бөлінді.";
        Document doc = KazakhPipeline.Default.Analyze(Text);
        Assert.That(doc.Entities.Where(entity => entity.Type == EntityType.Money).Select(entity => (Text[entity.Start..entity.End], entity.Value!.ToString())), Is.EqualTo(new[]
        {
            ("1,2 млрд теңге", "1200000000 KZT"), ("5 млн доллар", "5000000 USD"), ("300 мың еуро", "300000 EUR"),
        }));
    }
}
