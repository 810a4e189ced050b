namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class ForeignSentencesTests
{
    private static readonly KazakhPipeline Nlp = KazakhPipeline.Create(o => o with { Topics = false, Morphology = false });

    private static readonly string[] Values = ["CARDINAL", "CONTACT", "DATE", "MONEY", "ORDINAL", "PERCENTAGE", "QUANTITY", "TIME"];

    // Texts of our own, without a name in small letters.
    [TestCase("Вчера вечером на окраине города прошёл сильный дождь, и многие улицы оказались под водой. Жители говорят, что такого не помнят уже много лет.")]
    [TestCase("Учора ввечері на околиці міста пройшов сильний дощ, і багато вулиць опинилися під водою. Мешканці кажуть, що такого не пам'ятають.")]
    [TestCase("Кечээ кечинде шаардын четинде катуу жамгыр жаап, көп көчөлөр суу астында калды. Тургундар мындайды көптөн бери көрө элек экенин айтышты.")]
    [TestCase("Кичә кич шәһәр читендә көчле яңгыр яуды һәм күп урамнар су астында калды. Халык мондый хәлне күптән күрмәгән.")]
    [TestCase("The storm hit the outskirts of the city last night and many streets were flooded, people said it was the worst in years.")]
    [TestCase("Dün akşam kentin kenarında şiddetli yağmur yağdı ve birçok sokak sular altında kaldı, halk böylesini yıllardır görmediğini söyledi.")]
    [TestCase("قالانىڭ شەتىندە قاتتى جاڭبىر جاۋىپ، كوپ كوشەلەر سۋ استىندا قالدى")]
    public void Words_without_capitals_are_no_names_in_another_language(string text) =>
        Assert.That(Nlp.Analyze(text).Entities.Where(entity => !Values.Contains(entity.Type.Name)), Is.Empty);

    [Test]
    public void Names_with_capitals_stay_in_another_language() =>
        Assert.That(
            Nlp.Analyze("На саммите в Астане президент Касым-Жомарт Токаев встретился с коллегой из Узбекистана.").Entities.Select(entity => entity.Text),
            Does.Contain("Астане").And.Contain("Касым-Жомарт Токаев").And.Contain("Узбекистана"));

    [Test]
    public void Russian_names_stay_in_Kazakh_text() =>
        Assert.That(
            Nlp.Analyze("Кеше Мәскеуде жиын өтті. Оған Сергей Шойгу мен Валентина Матвиенко қатысты.").Entities.Select(entity => entity.Text),
            Does.Contain("Мәскеуде").And.Contain("Сергей Шойгу").And.Contain("Валентина Матвиенко"));

    [TestCase("кеше президент алматыда жиын өткізіп, жаңа мектептің құрылысымен танысты", "алматыда")]
    [TestCase("Бул кітапты Абай атындагы кітапханадан алдым, оте кызык екен", "Абай")]
    public void Kazakh_in_small_letters_or_without_its_letters_is_Kazakh(string text, string name) =>
        Assert.That(Nlp.Analyze(text).Entities.Select(entity => entity.Text), Has.Some.Contains(name));

    [Test]
    public void Short_text_is_Kazakh_until_it_shows_otherwise() =>
        Assert.That(Nlp.Analyze("алматы облысы").Entities.Select(entity => entity.Type), Is.EqualTo(new[] { EntityType.Gpe }));
}
