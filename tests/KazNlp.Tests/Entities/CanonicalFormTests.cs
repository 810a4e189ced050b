using CsCheck;

namespace KazNlp.Tests;

public class CanonicalFormTests
{
    private static readonly CanonicalForm Canonical = new(EntityModel.Default.Stems, Gazetteer.Default);

    [TestCase("Қазақстан Республикасының", "GPE", "Қазақстан Республикасы")]
    [TestCase("Денсаулық сақтау министрлігінің", "ORGANISATION", "Денсаулық сақтау министрлігі")]
    [TestCase("Біріккен Ұлттар Ұйымына", "ORGANISATION", "Біріккен Ұлттар Ұйымы")]
    [TestCase("Алматы облысының", "GPE", "Алматы облысы")]
    [TestCase("Алматы облысында", "GPE", "Алматы облысы")]
    [TestCase("Алматы облысындағы", "GPE", "Алматы облысы")]
    [TestCase("Ішкі істер министрлігін", "ORGANISATION", "Ішкі істер министрлігі")]
    [TestCase("Абай Құнанбайұлының", "PERSON", "Абай Құнанбайұлы")]
    [TestCase("Абай Құнанбайұлына", "PERSON", "Абай Құнанбайұлы")]
    public void Possessive_that_holds_a_compound_together_stays(string mention, string type, string canonical) =>
        Assert.That(Canonical.Of(mention, new EntityType(type)), Is.EqualTo(canonical));

    [TestCase("Тоқаевтың", "PERSON", "Тоқаев")]
    [TestCase("Жапаровпен", "PERSON", "Жапаров")]
    [TestCase("Тәжікстанмен", "GPE", "Тәжікстан")]
    [TestCase("Стамбұлда", "GPE", "Стамбұл")]
    [TestCase("Стамбұлдағы", "GPE", "Стамбұл")]
    [TestCase("Қасым-Жомарт Тоқаевқа", "PERSON", "Қасым-Жомарт Тоқаев")]
    [TestCase("Ораздан", "PERSON", "Ораз")]
    [TestCase("Оразбен", "PERSON", "Ораз")]
    [TestCase("Рахмонның", "PERSON", "Рахмон")]
    [TestCase("Лондоннан", "GPE", "Лондон")]
    [TestCase("Лондонда", "GPE", "Лондон")]
    [TestCase("Астанадағы", "GPE", "Астана")]
    [TestCase("Мәскеуден", "GPE", "Мәскеу")]
    [TestCase("Қарағандыға", "GPE", "Қарағанды")]
    [TestCase("Нью-Йоркте", "GPE", "Нью-Йорк")]
    [TestCase("Израильдің", "GPE", "Израиль")]
    [TestCase("қазақтардың", "NORP", "қазақ")]
    [TestCase("Есімовтің", "PERSON", "Есімов")]
    [TestCase("түріктердің", "NORP", "түрік")]
    [TestCase("22 тамызда", "DATE", "22 тамыз")]
    [TestCase("екі жыл ішінде", "DATE", "екі жыл")]
    [TestCase("40 пайызын", "PERCENTAGE", "40 пайыз")]
    [TestCase("5-орында", "ORDINAL", "5-орын")]
    [TestCase("3-орыннан", "ORDINAL", "3-орын")]
    [TestCase("1,5 миллион теңгені", "MONEY", "1,5 миллион теңге")]
    public void Plural_case_and_adjective_endings_come_off(string mention, string type, string canonical) =>
        Assert.That(Canonical.Of(mention, new EntityType(type)), Is.EqualTo(canonical));

    [TestCase("АҚШ-тың", "GPE", "АҚШ")]
    [TestCase("Boeing-тің", "ORGANISATION", "Boeing")]
    [TestCase("БҰҰ-дағы", "ORGANISATION", "БҰҰ")]
    [TestCase("COVID-19-дан", "DISEASE", "COVID-19")]
    [TestCase("Өзбек КСР-ының", "GPE", "Өзбек КСР")]
    [TestCase("100-ден", "CARDINAL", "100")]
    [TestCase("42°C-тан", "QUANTITY", "42°C")]
    [TestCase("Tengrinews.kz-тің", "ORGANISATION", "Tengrinews.kz")]
    public void Ending_behind_a_hyphen_comes_off_with_the_hyphen(string mention, string type, string canonical) =>
        Assert.That(Canonical.Of(mention, new EntityType(type)), Is.EqualTo(canonical));

    [TestCase("Мадина", "PERSON")]
    [TestCase("Айдана", "PERSON")]
    [TestCase("Қарағанды", "GPE")]
    [TestCase("Ораз", "PERSON")]
    [TestCase("Медет", "PERSON")]
    [TestCase("Эмомали Рахмон", "PERSON")]
    [TestCase("Астана", "GPE")]
    [TestCase("Лондон", "GPE")]
    [TestCase("Арман", "PERSON")]
    [TestCase("Қазақстан", "GPE")]
    [TestCase("Түркістан", "GPE")]
    [TestCase("Канада", "GPE")]
    [TestCase("Қызылорда", "GPE")]
    [TestCase("Айдар", "PERSON")]
    [TestCase("Александр", "PERSON")]
    [TestCase("Мадина Асылбекова", "PERSON")]
    [TestCase("Қызылқоға", "GPE")]
    [TestCase("29-шы", "ORDINAL")]
    [TestCase("үш жылдан кейін", "DATE")]
    [TestCase("12 градусқа дейін", "QUANTITY")]
    [TestCase("Қазақстан – Канада", "EVENT")]
    [TestCase("татар", "NORP")]
    [TestCase("Нұр-Сұлтан", "GPE")]
    [TestCase("Біріккен Араб Әмірліктері", "GPE")]
    [TestCase("«Қайрат»", "ORGANISATION")]
    public void Name_whose_end_only_looks_like_an_ending_stays(string mention, string type) =>
        Assert.That(Canonical.Of(mention, new EntityType(type)), Is.EqualTo(mention));

    [TestCase("Қасым-Жомарт\n  Тоқаев", "PERSON", "Қасым-Жомарт Тоқаев")]
    [TestCase("ҚАЗАҚСТАННЫҢ", "GPE", "Қазақстан")]
    [TestCase("қазақстанда", "GPE", "Қазақстан")]
    [TestCase("Aстанада", "GPE", "Астана")]
    [TestCase("қазанда", "DATE", "қазан")]
    public void Spaces_capitals_and_look_alikes_are_repaired(string mention, string type, string canonical) =>
        Assert.That(Canonical.Of(mention, new EntityType(type)), Is.EqualTo(canonical));

    [TestCase("Стамбұлда", "TR")]
    [TestCase("Алматы облысының", "KZ")]
    [TestCase("АҚШ-тың", "US")]
    [TestCase("ҚР", "KZ")]
    [TestCase("БАӘ", "AE")]
    [TestCase("ҚХР-дың", "CN")]
    [TestCase("Тәжікстанмен", "TJ")]
    [TestCase("Қазақстан Республикасының", "KZ")]
    [TestCase("Ресейдің Омбы облысы", "RU")]
    [TestCase("Қарасай", "KZ")]
    [TestCase("Жамбылда", "KZ")]
    [TestCase("Кабұлда", "AF")]
    public void Country_is_the_one_that_is_named_or_that_the_place_lies_in(string mention, string code) =>
        Assert.That(new EntityCountries(Gazetteer.Default).Find(Canonical.Of(mention, EntityType.Gpe), mention), Is.EqualTo(code));

    [TestCase("Алматыда", "KZ-75")]
    [TestCase("Алматы қаласында", "KZ-75")]
    [TestCase("Алматы облысының", "KZ-19")]
    [TestCase("Астананың", "KZ-71")]
    [TestCase("Шымкентте", "KZ-79")]
    [TestCase("Абай облысындағы", "KZ-10")]
    [TestCase("Жетісу облысы", "KZ-33")]
    [TestCase("Ұлытау облысының", "KZ-62")]
    [TestCase("Семейде", "KZ-10")]
    [TestCase("Қарасай ауданы", "KZ-19")]
    [TestCase("Алматы облысының Жамбыл ауданында", "KZ-19")]
    [TestCase("Жамбыл ауданы", null)]
    [TestCase("Қазақстан", null)]
    [TestCase("Стамбұлда", null)]
    public void Subdivision_is_the_region_that_is_named_or_that_the_place_lies_in(string mention, string? code) =>
        Assert.That(new EntityCountries(Gazetteer.Default).FindSubdivision(Canonical.Of(mention, EntityType.Gpe), mention), Is.EqualTo(code));

    [TestCase("қырғызстандықтар", "KG")]
    [TestCase("тәжік", "TJ")]
    [TestCase("Қазақстандықтардың", "KZ")]
    [TestCase("ресейліктер", "RU")]
    [TestCase("америкалықтардың", "US")]
    [TestCase("мұсылмандар", null)]
    public void Inhabitants_and_peoples_have_their_country(string mention, string? code) =>
        Assert.That(new EntityCountries(Gazetteer.Default).FindOfGroup(Canonical.Of(mention, EntityType.Norp)), Is.EqualTo(code));

    [Test]
    public void Any_text_has_a_canonical_form_that_is_no_longer() =>
        Gen.String.Sample(text => Canonical.Of(text, EntityType.Person).Length <= text.Length);
}
