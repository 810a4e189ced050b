namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class ShapeEntitiesTests
{
    [TestCase("Kaspi қосымшасынан 12 500 ₸ аударылды", "12 500 ₸", "12500 KZT")]
    [TestCase("Қолжетімді: 248 310,55 ₸.", "248 310,55 ₸", "248310.55 KZT")]
    [TestCase("Үй 25 млн ₸-ге сатылды", "25 млн ₸-ге", "25000000 KZT")]
    [TestCase("Телефонды 650 000 тг сатамын", "650 000 тг", "650000 KZT")]
    [TestCase("Қарыз $10 млрд болды", "$10 млрд", "10000000000 USD")]
    [TestCase("Бағасы $2 500 тұрады", "$2 500", "2500 USD")]
    [TestCase("Айына 10 000–15 000 ₸ төлейді", "10 000–15 000 ₸", "10000..15000 KZT")]
    [TestCase("Шотқа 300 USD түсті", "300 USD", "300 USD")]
    public void Currency_sign_makes_money_of_a_number(string text, string mention, string value)
    {
        Entity money = KazakhPipeline.Default.Analyze(text).Entities.Single(entity => entity.Type == EntityType.Money);
        Assert.That((money.Text, money.Value?.ToString()), Is.EqualTo((mention, value)));
    }

    [TestCase("2025 жылғы «20» қазан, Астана қаласы", "2025 жылғы «20» қазан", "2025-10-20")]
    [TestCase("Шарт «5» наурыз 2024 ж. жасалды", "«5» наурыз 2024 ж.", "2024-03-05")]
    [TestCase("Бұйрық 2023 жылғы \"1\" қыркүйекте шықты", "2023 жылғы \"1\" қыркүйекте", "2023-09-01")]
    public void Day_in_quotes_is_a_part_of_its_date(string text, string mention, string iso)
    {
        Entity date = KazakhPipeline.Default.Analyze(text).Entities.Single(entity => entity.Type == EntityType.Date);
        Assert.That((date.Text, (date.Value as DateValue)?.Iso), Is.EqualTo((mention, iso)));
    }

    [Test]
    public void Number_of_a_letter_stays_whole()
    {
        Document doc = KazakhPipeline.Default.Analyze("2025 жылғы 20 қазандағы № 07-2/Т-1245 хатқа жауап");
        Assert.That(doc.Entities.Where(entity => entity.Start > 20).Select(entity => (entity.Text, entity.Type)), Is.EqualTo(new[] { ("07-2/Т-1245", EntityType.Cardinal) }));
    }

    [Test]
    public void No_entity_goes_over_the_cells_of_a_table()
    {
        Document doc = KazakhPipeline.Default.Analyze("Облыс\t2024\t2025\tөсім\nАбай облысы\t603,8\t604,1\t−0,3%\nТүркістан облысы\t2 142,1\t2 153,9\t+0,6%\n");
        Assert.That(doc.Entities.Select(entity => entity.Text), Has.None.Contains("\t"));
        Assert.That(doc.Entities.Select(entity => entity.Value).OfType<PercentageValue>().Select(value => value.Number), Is.EqualTo(new[] { -0.3m, 0.6m }));
    }

    [TestCase("2 млрд теңге, 5 млн доллар", "2 млрд теңге|5 млн доллар")]
    [TestCase("2 млрд теңге,  5 млн доллар", "2 млрд теңге|5 млн доллар")]
    [TestCase("2 млрд теңге,\n5 млн доллар  және 7 еуро", "2 млрд теңге|5 млн доллар|7 еуро")]
    [TestCase("100 мен 200 теңге", "")]
    public void List_of_amounts_is_taken_apart_without_the_white_space_between_them(string list, string items) =>
        Assert.That(string.Join('|', EntityValues.ItemsOfList(list, EntityType.Money).Select(range => list[range])), Is.EqualTo(items));

    [TestCase("Ауа Астанада -25°C-қа дейін суытады", "-25 °C")]
    [TestCase("Өткен аптада ауа −3 °C болды", "-3 °C")]
    [TestCase("Жел екпіні 23–28 м/с болады", "23..28 m/s")]
    public void Minus_sign_belongs_to_its_number(string text, string value) =>
        Assert.That(KazakhPipeline.Default.Analyze(text).Entities.Single(entity => entity.Type == EntityType.Quantity).Value?.ToString(), Is.EqualTo(value));

    [TestCase("Мұнай бағасы 63,5 долларға дейін төмендеді", ValueQualifier.Exact)]
    [TestCase("Мөлшерлеме 18 пайызға дейін көтерілді", ValueQualifier.Exact)]
    [TestCase("Несие 5 млн теңгеге дейін беріледі", ValueQualifier.AtMost)]
    public void Amount_that_a_change_reaches_is_no_limit(string text, ValueQualifier qualifier)
    {
        NumericValue value = KazakhPipeline.Default.Analyze(text).Entities.Select(entity => entity.Value).OfType<NumericValue>().Single();
        Assert.That(value.Qualifier, Is.EqualTo(qualifier));
    }
}
