namespace KazNlp.Training.Tests.Languages;

[TestFixture]
public sealed class LanguageTrainerTests
{
    private static readonly LanguageText[] Texts =
    [
        new("aa", [.. Enumerable.Range(0, 60).Select(i => $"lamo kelo {"abcdefghij"[i % 10]}ilo namo {"klmnoprstu"[i % 10]}elo")]),
        new("bb", [.. Enumerable.Range(0, 60).Select(i => $"strk {"abcdefghij"[i % 10]}rtsk vlk {"klmnoprstu"[i % 10]}rst")]),
    ];

    private static readonly Func<LanguageTrainerOptions, LanguageTrainerOptions> Small = options => options with { SlotCount = 1 << 10, KnownBits = 1 << 12, Examples = 2_000 };

    [Test]
    public void Learned_languages_are_told_apart()
    {
        LanguageIdentifier model = Train(Texts);
        Assert.That(model.Tags, Is.EqualTo(new[] { "aa", "bb" }));
        Assert.That((model.Identify("kamo belo").Tag, model.Identify("krst drtsk").Tag), Is.EqualTo(("aa", "bb")));
        Assert.That(model.Metadata["held-out"], Does.StartWith("accuracy 1.0000 on 12 lines"));
    }

    [Test]
    public void Same_texts_and_seed_give_the_same_bytes()
    {
        byte[] first = new LanguageTrainer(Small).Train(Texts).ToArray();
        Assert.That(new LanguageTrainer(Small).Train(Texts).ToArray(), Is.EqualTo(first));
        Assert.That(new LanguageTrainer(options => Small(options) with { Seed = 2 }).Train(Texts).ToArray(), Is.Not.EqualTo(first));
    }

    [Test]
    public void Too_little_text_is_an_error_that_names_the_language()
    {
        Assert.That(() => Train([Texts[0]]), Throws.ArgumentException.With.Message.Contains("1 languages"));
        Assert.That(() => Train([Texts[0], Texts[1] with { Lines = ["strk"] }]), Throws.ArgumentException.With.Message.Contains("'bb'"));
    }

    [TestCase("kk", "kk")]
    [TestCase("kk_cyrl", "kk")]
    [TestCase("KK-latn", "kk-Latn")]
    [TestCase("uz_cyrl", "uz-Cyrl")]
    [TestCase("uz_latn", "uz")]
    [TestCase("articles", null)]
    [TestCase("kk-x", null)]
    public void File_name_is_a_tag_without_the_script_that_is_taken_for_granted(string name, string? tag) => Assert.That(LanguageTextReader.TagOf(name), Is.EqualTo(tag));

    [Test]
    public void Kazakh_is_also_learned_in_other_letters()
    {
        Assert.That(KazakhSpellings.WithoutKazakhLetters("Қазақ тілі өңдеу"), Is.EqualTo("Казак тили ондеу"));
        Assert.That(KazakhSpellings.InLatin("Қазақстан жұлдызы"), Is.EqualTo("Qazaqstan jūldyzy"));
        Assert.That(KazakhSpellings.InAsciiLatin("Шымкент"), Is.EqualTo("Shymkent"));
        Assert.That(KazakhSpellings.InArabic("қазақ тілі"), Is.EqualTo("قازاق ٴتىلى"));
    }

    private static LanguageIdentifier Train(IReadOnlyList<LanguageText> texts) =>
        LanguageIdentifier.Load(new MemoryStream(new LanguageTrainer(options => Small(options) with { HeldOut = 0.1 }).Train(texts).ToArray()), "test");
}
