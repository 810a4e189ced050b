namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class CountriesTests
{
    [Test]
    public void All_countries_of_iso_3166_1_are_there_in_order()
    {
        Assert.That(Countries.All, Has.Count.EqualTo(249));
        Assert.That(Countries.All.Select(country => country.Alpha2), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public void Codes_and_short_names_are_unique()
    {
        Assert.That(Countries.All.Select(country => country.Alpha2), Is.Unique);
        Assert.That(Countries.All.Select(country => country.Alpha3), Is.Unique);
        Assert.That(Countries.All.Select(country => country.Numeric), Is.Unique);
        Assert.That(Countries.All.Select(country => country.Name), Is.Unique);
        Assert.That(Countries.All.Select(country => country.EnglishName), Is.Unique);
    }

    [Test]
    public void A_name_of_any_kind_names_one_country()
    {
        IEnumerable<string> ambiguous = Countries.All
            .SelectMany(country => country.Variants.Append(country.Name).Append(country.OfficialName).Distinct().Select(name => (Key: GazetteerFolding.Fold(name), country.Alpha2)))
            .Distinct()
            .GroupBy(pair => pair.Key)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.That(ambiguous, Is.Empty);
    }

    [Test]
    public void Every_country_is_found_by_each_of_its_codes_and_names()
    {
        foreach (Country country in Countries.All)
        {
            foreach (string code in new[] { country.Alpha2, country.Alpha3, country.Alpha2.ToLowerInvariant() })
            {
                Assert.That(Countries.TryGet(code, out Country? byCode) && ReferenceEquals(byCode, country), Is.True, code);
            }

            foreach (string name in country.Variants.Append(country.Name).Append(country.OfficialName))
            {
                Assert.That(Countries.TryFind(name, out Country? byName) && ReferenceEquals(byName, country), Is.True, name);
            }
        }
    }

    [TestCase("Қазақстан", "KZ")]
    [TestCase("қазақстан республикасы", "KZ")]
    [TestCase("ҚР", "KZ")]
    [TestCase("Қазақ елі", "KZ")]
    [TestCase("АҚШ", "US")]
    [TestCase("Америка", "US")]
    [TestCase("Америка Құрама Штаттары", "US")]
    [TestCase("Тәжікстан", "TJ")]
    [TestCase("Тәжікістан", "TJ")]
    [TestCase("Ресей Федерациясы", "RU")]
    [TestCase("РФ", "RU")]
    [TestCase("ҚХР", "CN")]
    [TestCase("БАӘ", "AE")]
    [TestCase("Британия", "GB")]
    [TestCase("Біріккен Корольдік", "GB")]
    [TestCase("Туркия", "TR")]
    [TestCase("Түрікменстан", "TM")]
    [TestCase("Түркіменстан", "TM")]
    [TestCase("Әзірбайжан", "AZ")]
    [TestCase("Белоруссия", "BY")]
    [TestCase("Нидерланды", "NL")]
    [TestCase("Оңтүстік Корея", "KR")]
    [TestCase("КХДР", "KP")]
    [TestCase("Мысыр", "EG")]
    [TestCase("Кот-д'Ивуар", "CI")]
    [TestCase("Шри Ланка", "LK")]
    [TestCase("Папуа – Жаңа Гвинея", "PG")]
    [TestCase("Kazakhstan", "KZ")]
    [TestCase("Казахстан", "KZ")]
    public void A_country_is_found_by_what_people_write(string name, string code)
    {
        Assert.That(Countries.TryFind(name, out Country? country), Is.True);
        Assert.That(country!.Alpha2, Is.EqualTo(code));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("Нарния")]
    [TestCase("Алматы")]
    [TestCase("Қазақстанның")]
    [TestCase("Республикасы")]
    public void What_names_no_country_finds_none(string name)
    {
        Assert.That(Countries.TryFind(name, out Country? country), Is.False);
        Assert.That(country, Is.Null);
    }

    [Test]
    public void Kazakhstan_is_described_in_full()
    {
        Assert.That(Countries.TryGet("KAZ", out Country? country), Is.True);
        Assert.That(country, Has.Property(nameof(Country.Numeric)).EqualTo("398"));
        Assert.That(country, Has.Property(nameof(Country.OfficialName)).EqualTo("Қазақстан Республикасы"));
        Assert.That(country, Has.Property(nameof(Country.RussianName)).EqualTo("Казахстан"));
        Assert.That(country, Has.Property(nameof(Country.EnglishName)).EqualTo("Kazakhstan"));
        Assert.That(country, Has.Property(nameof(Country.Capital)).EqualTo("Астана"));
        Assert.That(country!.Demonyms, Does.Contain("қазақстандық"));
        Assert.That(country.Peoples, Does.Contain("қазақ"));
    }

    [Test]
    public void Every_country_where_people_live_has_a_demonym_and_a_capital()
    {
        string[] uninhabited = ["AQ", "BV", "GS", "HM", "IO", "TF", "UM"];
        Assert.That(Countries.All.Where(country => country.Demonyms.Count == 0).Select(country => country.Alpha2), Is.SubsetOf(uninhabited));

        // Cities that are their own capital, and islands that have none.
        string[] withoutCapital = [.. uninhabited, "HK", "MO", "TK"];
        Assert.That(Countries.All.Where(country => country.Capital is null).Select(country => country.Alpha2), Is.SubsetOf(withoutCapital));
    }

    [TestCase("QQ")]
    [TestCase("")]
    [TestCase("KAZA")]
    public void An_unknown_code_finds_none(string code) => Assert.That(Countries.TryGet(code, out _), Is.False);
}
