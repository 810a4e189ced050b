using CsCheck;

namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class GazetteerTests
{
    [TestCase("Астана", "KZ")]
    [TestCase("Нұр-Сұлтан", "KZ")]
    [TestCase("Алматы", "KZ")]
    [TestCase("Алматы облысы", "KZ")]
    [TestCase("Шымкент", "KZ")]
    [TestCase("Түркістан облысы", "KZ")]
    [TestCase("Ұлытау облысы", "KZ")]
    [TestCase("ШҚО", "KZ")]
    [TestCase("Батыс Қазақстан облысы", "KZ")]
    [TestCase("Өскемен", "KZ")]
    [TestCase("Семей", "KZ")]
    [TestCase("Жаңаөзен", "KZ")]
    [TestCase("Қонаев", "KZ")]
    [TestCase("Еңбекшіқазақ ауданы", "KZ")]
    [TestCase("Түрксіб ауданы", "KZ")]
    [TestCase("Сарыағаш ауданы", "KZ")]
    [TestCase("Бейнеу", "KZ")]
    [TestCase("Стамбул", "TR")]
    [TestCase("Ыстанбұл", "TR")]
    [TestCase("Анкара", "TR")]
    [TestCase("Мәскеу", "RU")]
    [TestCase("Санкт-Петербург", "RU")]
    [TestCase("Омбы", "RU")]
    [TestCase("Татарстан", "RU")]
    [TestCase("Башқұртстан", "RU")]
    [TestCase("Челябі облысы", "RU")]
    [TestCase("Бейжің", "CN")]
    [TestCase("Пекин", "CN")]
    [TestCase("Үрімжі", "CN")]
    [TestCase("Шыңжаң", "CN")]
    [TestCase("Ташкент", "UZ")]
    [TestCase("Самарқанд", "UZ")]
    [TestCase("Қарақалпақстан", "UZ")]
    [TestCase("Бішкек", "KG")]
    [TestCase("Ош", "KG")]
    [TestCase("Душанбе", "TJ")]
    [TestCase("Ашғабат", "TM")]
    [TestCase("Баку", "AZ")]
    [TestCase("Киев", "UA")]
    [TestCase("Минск", "BY")]
    [TestCase("Лондон", "GB")]
    [TestCase("Париж", "FR")]
    [TestCase("Берлин", "DE")]
    [TestCase("Рим", "IT")]
    [TestCase("Брюссель", "BE")]
    [TestCase("Женева", "CH")]
    [TestCase("Вашингтон", "US")]
    [TestCase("Нью-Йорк", "US")]
    [TestCase("Калифорния", "US")]
    [TestCase("Токио", "JP")]
    [TestCase("Сеул", "KR")]
    [TestCase("Пусан", "KR")]
    [TestCase("Дели", "IN")]
    [TestCase("Исламабад", "PK")]
    [TestCase("Кабул", "AF")]
    [TestCase("Тегеран", "IR")]
    [TestCase("Бағдат", "IQ")]
    [TestCase("Каир", "EG")]
    [TestCase("Дубай", "AE")]
    [TestCase("Абу-Даби", "AE")]
    [TestCase("Доха", "QA")]
    [TestCase("Мекке", "SA")]
    [TestCase("Ұланбатыр", "MN")]
    [TestCase("Канберра", "AU")]
    [TestCase("Сидней", "AU")]
    [TestCase("Оттава", "CA")]
    [TestCase("Рио-де-Жанейро", "BR")]
    [TestCase("Тәжікстан", "TJ")]
    public void A_place_tells_its_country(string name, string code)
    {
        Assert.That(Gazetteer.Default.TryFind(name, out GazetteerNode node), Is.True);
        Assert.That(Gazetteer.Default.GetCountryCode(node), Is.EqualTo(code));
    }

    [TestCase("Ертіс", GazetteerKind.River)]
    [TestCase("Балқаш көлі", GazetteerKind.Lake)]
    [TestCase("Каспий теңізі", GazetteerKind.Sea)]
    [TestCase("Тянь-Шань", GazetteerKind.Mountain)]
    [TestCase("Еуропа", GazetteerKind.Continent)]
    [TestCase("Орталық Азия", GazetteerKind.Area)]
    [TestCase("Қызылқұм", GazetteerKind.Desert)]
    [TestCase("қазақстандық", GazetteerKind.Demonym)]
    [TestCase("тәжік", GazetteerKind.Nationality)]
    public void A_name_tells_its_kind(string name, object kind)
    {
        Assert.That(Gazetteer.Default.TryFind(name, out GazetteerNode node), Is.True);
        Assert.That(node.Kinds.Has((GazetteerKind)kind), Is.True);
    }

    [Test]
    public void A_region_tells_its_iso_3166_2_code()
    {
        Assert.That(Gazetteer.Default.TryFind("Жетісу облысы", out GazetteerNode node), Is.True);
        Assert.That(Gazetteer.Default.GetEntries(node)[0].Code, Is.EqualTo("KZ-33"));
    }

    [Test]
    public void A_city_and_a_lake_of_one_name_are_two_things()
    {
        Assert.That(Gazetteer.Default.TryFind("Балқаш", out GazetteerNode node), Is.True);
        Assert.That(node.Kinds.Has(GazetteerKind.City) && node.Kinds.Has(GazetteerKind.Lake), Is.True);
    }

    [Test]
    public void An_alias_is_the_same_thing_as_the_name()
    {
        Assert.That(Gazetteer.Default.TryFind("ҚХР", out GazetteerNode shortNode), Is.True);
        Assert.That(Gazetteer.Default.TryFind("Қытай Халық Республикасы", out GazetteerNode longNode), Is.True);
        GazetteerMatch byShort = Gazetteer.Default.GetEntries(shortNode)[0];
        GazetteerMatch byLong = Gazetteer.Default.GetEntries(longNode)[0];
        Assert.That(byShort.Index, Is.EqualTo(byLong.Index));
        Assert.That((byShort.Name, byShort.MatchedName), Is.EqualTo(("Қытай", "ҚХР")));
    }

    [TestCase("АЛМАТЫ ОБЛЫСЫ", "Алматы облысы", TestName = "Capitals do not matter")]
    [TestCase("Санкт–Петербург", "Санкт-Петербург", TestName = "A dash is a hyphen")]
    [TestCase("санкт петербург", "Санкт-Петербург", TestName = "A space is a hyphen")]
    [TestCase("Aстана", "Астана", TestName = "Latin A is Cyrillic А")]
    [TestCase("Семеи\u0306", "Семей", TestName = "Decomposed й is й")]
    [TestCase("«Астана»", "Астана", TestName = "Quotes around do not matter")]
    public void Spelling_variants_find_the_same(string variant, string name)
    {
        Assert.That(Gazetteer.Default.TryFind(name, out GazetteerNode expected), Is.True);
        Assert.That(Gazetteer.Default.TryFind(variant, out GazetteerNode actual), Is.True);
        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void Words_are_read_one_by_one_until_the_name_is_whole()
    {
        Gazetteer gazetteer = Gazetteer.Default;
        Assert.That(gazetteer.TryStep(default, "Америка", out GazetteerNode america), Is.True);
        Assert.That(america.IsName && america.HasLonger, Is.True);
        Assert.That(gazetteer.TryStep(america, "Құрама", out GazetteerNode united), Is.True);
        Assert.That(united.IsName, Is.False);
        Assert.That(united.HasLonger, Is.True);
        Assert.That(gazetteer.TryStep(united, "Штаттары", out GazetteerNode states), Is.True);
        Assert.That(states.Kinds.Has(GazetteerKind.Country), Is.True);
        Assert.That(gazetteer.TryStep(united, "Штаттарының", out _), Is.False);
    }

    [TestCase("Нью-Йорк")]
    [TestCase("Нью|-|Йорк")]
    [TestCase("Нью|Йорк")]
    public void A_hyphen_may_come_inside_a_word_alone_or_not_at_all(string words)
    {
        GazetteerNode node = default;
        foreach (string word in words.Split('|'))
        {
            Assert.That(Gazetteer.Default.TryStep(node, word, out node), Is.True);
        }

        Assert.That(node.Kinds.Has(GazetteerKind.City), Is.True);
    }

    [TestCase(",")]
    [TestCase("(")]
    [TestCase("")]
    [TestCase("-")]
    public void Punctuation_starts_no_name(string word) => Assert.That(Gazetteer.Default.TryStep(default, word, out _), Is.False);

    [Test]
    public void A_comma_ends_a_name()
    {
        Assert.That(Gazetteer.Default.TryStep(default, "Америка", out GazetteerNode node), Is.True);
        Assert.That(Gazetteer.Default.TryStep(node, ",", out _), Is.False);
    }

    [Test]
    public void Any_string_may_be_looked_up() =>
        Gen.Char.Array[0, 40].Select(chars => new string(chars)).Sample(text =>
        {
            bool found = Gazetteer.Default.TryFind(text, out GazetteerNode node);
            return found == node.IsName && (!found || Gazetteer.Default.GetEntries(node).Count > 0);
        });

    [Test]
    public void Whatever_is_added_is_found_whole_and_word_by_word() =>
        Gen.String[Gen.OneOfConst('а', 'б', 'ң', 'Қ', 'z', ' ', '-', '7'), 1, 12].Where(name => GazetteerFolding.Fold(name).Length > 0).List[1, 30].Sample(names =>
        {
            var builder = new GazetteerBuilder();
            foreach (string name in names)
            {
                builder.Add(name, [], EntityType.Miscellaneous, GazetteerKind.Other);
            }

            Gazetteer gazetteer = builder.Build();
            return names.TrueForAll(name =>
            {
                GazetteerNode node = default;
                foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => GazetteerFolding.Fold(word).Length > 0))
                {
                    if (!gazetteer.TryStep(node, word, out node))
                    {
                        return false;
                    }
                }

                return gazetteer.TryFind(name, out GazetteerNode whole) && whole == node && !gazetteer.TryFind(name + "ө", out _);
            });
        });

    [Test]
    public void The_same_names_give_the_same_bytes()
    {
        byte[] first = Sample().ToPack().ToArray();
        byte[] second = Sample().ToPack().ToArray();
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Entity_classes_of_a_users_own_are_kept()
    {
        Gazetteer gazetteer = Sample().Build();
        Assert.That(gazetteer.TryFind("барс", out GazetteerNode node), Is.True);
        GazetteerMatch entry = gazetteer.GetEntries(node)[0];
        Assert.That(entry, Is.EqualTo(new GazetteerMatch(1, new EntityType("MASCOT"), GazetteerKind.Other, null, "m-1", "Ақ барс", "Барс")));
    }

    [Test]
    public void A_name_without_a_letter_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GazetteerBuilder().Add("«-»", [], EntityType.Person, GazetteerKind.Other));

    [Test]
    public void Tables_that_do_not_fit_together_are_refused()
    {
        ModelPack pack = ModelPack.Parse(Sample().ToPack().ToArray(), "sample", null);
        var broken = new ModelPackBuilder(GazetteerLayout.PackKind);
        foreach (string section in new[] { GazetteerLayout.Types, GazetteerLayout.Entries, GazetteerLayout.Names, GazetteerLayout.Keys, GazetteerLayout.Slots })
        {
            broken.AddSection(section, pack.GetSection(section));
        }

        broken.AddSection(GazetteerLayout.Text, new byte[2]);
        Assert.That(() => new Gazetteer(ModelPack.Parse(broken.ToArray(), "broken.kazpack", null)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("broken.kazpack"));
    }

    private static GazetteerBuilder Sample()
    {
        var builder = new GazetteerBuilder();
        builder.Add("Алматы", ["Алма-Ата"], EntityType.Gpe, GazetteerKind.City, "KZ", "KZ-75");
        builder.Add("Ақ барс", ["Барс"], new EntityType("MASCOT"), GazetteerKind.Other, null, "m-1");
        return builder;
    }
}
