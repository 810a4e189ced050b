namespace KazNlp.Tests;

public class EntityRolesTests
{
    private static readonly CanonicalForm Canonical = new(EntityModel.Default.Stems, Gazetteer.Default);

    // Marks: <…> a post, [...] a person, {…} a place or organisation.
    [TestCase("<Қазақстан президенті> [Қасым-Жомарт Тоқаев] келді.", "Қазақстан президенті|Қасым-Жомарт Тоқаев|Қазақстан|KZ")]
    [TestCase("{Қазақстан} <президенті> [Қасым-Жомарт Тоқаев] келді.", "президент|Қасым-Жомарт Тоқаев|Қазақстан|KZ")]
    [TestCase("{Қазақстанның} <президенті> [Қасым-Жомарт Тоқаевтың] сөзі.", "президент|Қасым-Жомарт Тоқаев|Қазақстан|KZ")]
    [TestCase("<Көлік вице-министрі> [Ерлан Қасенов] айтты.", "Көлік вице-министрі|Ерлан Қасенов||")]
    [TestCase("[Тоқаев], {Қазақстан} <президенті>, айтты.", "президент|Тоқаев|Қазақстан|KZ")]
    [TestCase("[Тоқаев] ({Қазақстан} <президенті>) айтты.", "президент|Тоқаев|Қазақстан|KZ")]
    [TestCase("[Тоқаев] – <Қазақстан президенті>.", "Қазақстан президенті|Тоқаев|Қазақстан|KZ")]
    [TestCase("<Түркия Президенті> [Режеп Тайып Ердоған] пен [Садыр Жапаров] келді.", "Түркия Президенті|Режеп Тайып Ердоған|Түркия|TR")]
    [TestCase("{Астанада} <Қырғызстан президенті> [Садыр Жапаров] болды.", "Қырғызстан президенті|Садыр Жапаров|Қырғызстан|KG")]
    [TestCase("{Астанада} <президент> [Тоқаев] болды.", "президент|Тоқаев||")]
    [TestCase("<БҰҰ-ның бас хатшысы> [Антониу Гутерриш] келді.", "БҰҰ-ның бас хатшысы|Антониу Гутерриш|БҰҰ|")]
    [TestCase("{Біріккен Ұлттар Ұйымы} ({БҰҰ}) <Бас хатшысы> [Антониу Гутерриш] келді.", "Бас хатшысы|Антониу Гутерриш|Біріккен Ұлттар Ұйымы|")]
    [TestCase("<Түркістан облысы Сайрам ауданының әкімі> [Сәкен Қалқаманов] келді.", "Түркістан облысы Сайрам ауданының әкімі|Сәкен Қалқаманов|Сайрам ауданы|KZ")]
    [TestCase("<Тарих және этнология институтының бас директоры> [Зиябек Қабылдинов] келді.", "Тарих және этнология институтының бас директоры|Зиябек Қабылдинов|Тарих және этнология институты|")]
    [TestCase("<Қазақстан Қорғаныс министрлігінің өкілі> [Асқар Оспанов] айтты.", "Қазақстан Қорғаныс министрлігінің өкілі|Асқар Оспанов|Қазақстан Қорғаныс министрлігі|KZ")]
    [TestCase("<Өзбекстан Республикасы Көлік министрлігінің өкілі> [Ильхом Махкамов] айтты.", "Өзбекстан Республикасы Көлік министрлігінің өкілі|Ильхом Махкамов|Өзбекстан Республикасы Көлік министрлігі|UZ")]
    [TestCase("<Нұр Отан» партиясының мүшесі> [Ерлан Қошанов] айтты.", "Нұр Отан партиясының мүшесі|Ерлан Қошанов|Нұр Отан партиясы|")]
    [TestCase("<Халық әртісі> [Роза Рымбаева] келді.", "Халық әртісі|Роза Рымбаева||")]
    [TestCase(
        "<Қазақстан мен Қырғызстан президенттері> [Қасым-Жомарт Тоқаев] пен [Садыр Жапаров] кездесті.",
        "Қазақстан мен Қырғызстан президенті|Қасым-Жомарт Тоқаев|Қазақстан|KZ;Қазақстан мен Қырғызстан президенті|Садыр Жапаров|Қырғызстан|KG")]
    [TestCase("{Ресей} мен {Қытай} <президенттері> [Владимир Путин] және [Си Цзиньпин] кездесті.", "президент|Владимир Путин|Ресей|RU;президент|Си Цзиньпин|Қытай|CN")]
    public void Post_beside_a_person_is_linked(string marked, string expected) => Assert.That(Roles(marked), Is.EqualTo(expected));

    [Test]
    public void Enumeration_of_bodies_gives_each_person_its_own_in_order()
    {
        string[] countries = ["Қазақстан", "Ресей", "Қытай", "Өзбекстан"];
        string[] persons = ["Тоқаев", "Путин", "Цзиньпин", "Мирзиёев"];
        string roles = Roles($"{string.Join(", ", countries.Select(name => $"{{{name}}}"))} <президенттері> {string.Join(", ", persons.Select(name => $"[{name}]"))}.");
        Assert.That(roles.Split(';').Select(role => role.Split('|')[2]), Is.EqualTo(countries));
    }

    [TestCase("Сөйлеген <президент>. [Тоқаев] келді.")]
    [TestCase("<Президентке> [Тоқаев] хат жазды.")]
    [TestCase("[Тоқаев], {Қазақстан} <президенті> [Путин] деді.", "президент|Путин|Қазақстан|KZ")]
    [TestCase("[Тоқаев] кеше <президенттің> қасында болды.")]
    [TestCase("<Президент> бүгін [Жапаров] туралы айтты.")]
    [TestCase("[Тоқаев], <президент> болып сайланды.")]
    public void Post_is_not_linked_across_words_stops_or_another_person(string marked, string expected = "") => Assert.That(Roles(marked), Is.EqualTo(expected));

    private static string Roles(string marked)
    {
        List<Entity> entities = [];
        var text = new System.Text.StringBuilder();
        int start = 0;
        foreach (char c in marked)
        {
            switch (c)
            {
                case '<' or '[' or '{':
                    start = text.Length;
                    break;
                case '>' or ']' or '}':
                    EntityType type = c == '>' ? EntityType.Position : c == ']' ? EntityType.Person : EntityType.Gpe;
                    string mention = text.ToString(start, text.Length - start);
                    string canonical = Canonical.Of(mention, type);
                    string? country = c == '}' ? new EntityCountries(Gazetteer.Default).Find(canonical, mention) : null;
                    entities.Add(new Entity { Start = start, Length = mention.Length, Type = type, Text = mention, Canonical = canonical, CountryCode = country, Score = 1 });
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        string plain = text.ToString();
        Sentence[] sentences = KazakhSentenceSplitter.Default.Split(plain, KazakhTokenizer.Default.Tokenize(plain));
        return string.Join(';', EntityRoles.Find(plain, sentences, entities.ToArray(), Canonical).Select(role => $"{role.Position.Canonical}|{role.Person.Canonical}|{role.BodyName}|{role.CountryCode}"));
    }
}
