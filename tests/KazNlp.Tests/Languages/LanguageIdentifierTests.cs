using CsCheck;

namespace KazNlp.Tests.Languages;

[TestFixture]
public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Default = LanguageIdentifier.Default;

    [TestCase("Біз бүгін таңертең базарға барып, жаңа піскен нан алдық.", "kk")]
    [TestCase("ҚАЗАҚСТАННЫҢ АСТАНАСЫ – АСТАНА ҚАЛАСЫ", "kk")]
    [TestCase("қалайсың, достым?", "kk")]
    [TestCase("Мен кеше досыммен сойлесип, уйге кеш кайттым, бари жаксы", "kk")]
    [TestCase("Biz búgin tańerteń bazarǵa baryp, jańa pisken nan aldyq.", "kk-Latn")]
    [TestCase("Biz bügın tañerteñ bazarğa baryp, jaña pısken nan aldyq.", "kk-Latn")]
    [TestCase("ٴبىز بۇگىن تاڭەرتەڭ بازارعا بارىپ، جاڭا پىسكەن نان الدىق", "kk-Arab")]
    [TestCase("Сегодня утром мы пошли на рынок и купили свежего хлеба.", "ru")]
    [TestCase("Сьогодні вранці ми пішли на ринок і купили свіжого хліба.", "uk")]
    [TestCase("Сёння раніцай мы пайшлі на рынак і купілі свежага хлеба.", "be")]
    [TestCase("Бүгүн эртең менен базарга барып, жаңы бышкан нан сатып алдык.", "ky")]
    [TestCase("Бүген иртән без базарга барып, яңа пешкән икмәк алдык.", "tt")]
    [TestCase("Бөгөн иртән беҙ баҙарға барып, яңы бешкән икмәк алдыҡ.", "ba")]
    [TestCase("Bugün sabah pazara gidip taze ekmek aldık.", "tr")]
    [TestCase("Bu gün səhər bazara gedib təzə çörək aldıq.", "az")]
    [TestCase("Bugun ertalab bozorga borib, yangi yopilgan non oldik.", "uz")]
    [TestCase("Бугун эрталаб бозорга бориб, янги ёпилган нон олдик.", "uz-Cyrl")]
    [TestCase("Өнөө өглөө бид зах дээр очоод шинэ талх худалдаж авлаа.", "mn")]
    [TestCase("Мо имрӯз саҳар ба бозор рафтем ва нони тару тоза харидем.", "tg")]
    [TestCase("Тази сутрин отидохме на пазара и си купихме пресен хляб.", "bg")]
    [TestCase("Јутрос смо отишли на пијацу и купили свеж хлеб.", "sr")]
    [TestCase("Утрово отидовме на пазар и купивме свеж леб.", "mk")]
    [TestCase("We went to the market this morning and bought some fresh bread.", "en")]
    public void Language_of_a_sentence_is_found(string sentence, string tag) => Assert.That(Default.Identify(sentence).Tag, Is.EqualTo(tag));

    [TestCase("")]
    [TestCase("12345 + 67 = 89 %")]
    [TestCase("🙂🙂🙂")]
    [TestCase("\uD800\0\uDC00")]
    [TestCase("今日は市場へ行きました")]
    [TestCase("Σήμερα το πρωί πήγαμε στην αγορά")]
    [TestCase("ذهبنا هذا الصباح إلى السوق واشترينا خبزا طازجا")]
    [TestCase("Wir sind heute früh auf den Markt gegangen und haben frisches Brot für die ganze Woche gekauft.")]
    public void Text_without_letters_or_of_a_language_far_away_is_undetermined(string text)
    {
        Assert.That(Default.Identify(text), Is.EqualTo(new LanguageScore(LanguageScore.Undetermined, 1)));
        Assert.That(Default.Rank(text).Single().Tag, Is.EqualTo(LanguageScore.Undetermined));
    }

    [Test]
    public void All_articles_of_ours_are_Kazakh() =>
        Assert.That(Directory.GetFiles(RepositoryFiles.Path("data", "articles"), "*.txt").Select(file => Default.Identify(File.ReadAllText(file)).Tag), Is.All.EqualTo("kk"));

    [Test]
    public void Capitals_and_digits_make_no_difference() =>
        Assert.That(Default.Identify("БҮГІН 5 АДАМ КЕЛДІ!"), Is.EqualTo(Default.Identify("бүгін 17 адам келді")));

    [Test]
    public void Most_of_a_mixed_text_decides() =>
        Assert.That(Default.Identify("«Доброе утро», – деді ол есікті ашып, сосын ішке кіріп, үстел басына отырды.").Tag, Is.EqualTo("kk"));

    [Test]
    public void Probabilities_add_up_to_one_and_the_ranking_is_theirs() => Gen.String.Sample(text =>
    {
        float[] probabilities = new float[Default.Tags.Length];
        bool told = Default.Score(text, probabilities);
        Assert.That(probabilities.Sum(), Is.EqualTo(1).Within(1e-4));
        LanguageScore best = Default.Identify(text);
        Assert.That(Default.Rank(text)[0], Is.EqualTo(best));
        Assert.That(told, Is.EqualTo(best.Tag != LanguageScore.Undetermined));
    });

    [Test]
    public void Long_text_repeats_the_answer_of_its_sentence()
    {
        const string Sentence = "Біз бүгін таңертең базарға барып, жаңа піскен нан алдық. ";
        LanguageScore score = Default.Identify(string.Concat(Enumerable.Repeat(Sentence, 200_000)));
        Assert.That((score.Tag, score.Probability > 0.999), Is.EqualTo(("kk", true)));
    }

    [Test]
    public void Text_without_a_space_is_read_to_its_end()
    {
        Assert.That(Default.Identify(new string('ә', 1_000_000)).Tag, Is.Not.Null);
        Assert.That(Default.Identify(string.Concat(Enumerable.Repeat("қаладағылардың", 10_000))).Tag, Is.EqualTo("kk"));
    }

    [Test]
    public void Identification_allocates_nothing()
    {
        const string Text = "Біз бүгін таңертең базарға барып, жаңа піскен нан алдық.";
        Default.Identify(Text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Default.Identify(Text);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Wrong_number_of_places_is_an_error() =>
        Assert.That(() => Default.Score("сөз", new float[3]), Throws.ArgumentException.With.Message.Contains("3 places"));

    [Test]
    public void Pack_of_another_kind_or_shape_is_refused()
    {
        Assert.That(() => Open(new ModelPackBuilder("topics")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("topics"));
        Assert.That(() => Open(new ModelPackBuilder(LanguageIdentifier.PackKind)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("train it again"));
        ModelPackBuilder odd = new ModelPackBuilder(LanguageIdentifier.PackKind)
            .AddMetadata(LanguageIdentifier.FeaturesKey, LanguageFeatures.Version)
            .AddSection(LanguageIdentifier.TagSection, "kk\nru"u8.ToArray())
            .AddSection(LanguageIdentifier.WeightSection, new byte[100])
            .AddSection(LanguageIdentifier.KnownSection, new byte[8])
            .AddSection(LanguageIdentifier.BiasSection, new byte[8]);
        Assert.That(() => Open(odd), Throws.TypeOf<InvalidDataException>().With.Message.Contains("do not fit 2 languages"));
    }

    private static LanguageIdentifier Open(ModelPackBuilder pack) => LanguageIdentifier.Load(new MemoryStream(pack.ToArray()), "test");
}
