using System.Text;
using CsCheck;

namespace KazNlp.Tests.Text;

[TestFixture]
internal sealed class KazakhNormalizerTests
{
    private static readonly KazakhNormalizer Normalizer = KazakhNormalizer.Default;

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.OneOfConst(
            "A", "a", "e", "i", "I", "o", "p", "c", "x", "ə", "b", "n", "К", "қ", "а", "л", "Х", "І", "и", "е", "\u0306", "\u0308", "\u0301", "\u0323", "\u0345", "\u034F",
            " ", "-", "1", ".", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u212A", "\u2126", "😀", "❤\uFE0F", "👩", "\uD83D", "é", "ặ"),
        Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(p => string.Concat(p));

    [TestCase("Aстана", "Астана")]
    [TestCase("мемлекеттiк", "мемлекеттік")]
    [TestCase("қəлaм", "қәлам")]
    [TestCase("Қaзaқcтaн Pecпубликacы", "Қазақстан Республикасы")]
    [TestCase("Бiз Aлмaтығa бaрдық.", "Біз Алматыға бардық.")]
    [TestCase("IIМ", "ІІМ")]
    [TestCase("гayhap", "гауһар")]
    [TestCase("Ciз", "Сіз")]
    public void Latin_look_alikes_inside_Cyrillic_words_become_Cyrillic(string written, string meant) =>
        Assert.That(Normalizer.Normalize(written), Is.EqualTo(meant));

    [Test]
    public void A_letter_that_grows_when_its_marks_are_ordered_takes_nothing_from_what_follows()
    {
        const string Grown = "\u1EE5\u0308\u0304бв"; // ǖ with a dot below
        NormalizedText normalized = KazakhNormalizer.Default.NormalizeWithOffsets("\u01D6\u0323бв");
        Assert.Multiple(() =>
        {
            Assert.That(KazakhNormalizer.Default.Normalize("\u01D6\u0323бв"), Is.EqualTo(Grown));
            Assert.That(normalized.Text, Is.EqualTo(Grown));
            Assert.That(CanonicalCompositions.Compose("\u01D6\u0323бв"), Is.EqualTo(Grown));
        });
    }

    [TestCase("iPhone-ды")]
    [TestCase("iPhoneды")]
    [TestCase("COVID-19-дың")]
    [TestCase("Telegramда")]
    [TestCase("BBCдегі")]
    [TestCase("PACE-те")]
    [TestCase("XXI ғасыр")]
    [TestCase("XXI-ғасырдың")]
    [TestCase("XVIIIғасырда")]
    [TestCase("Cop")]
    [TestCase("Boeing-тің ұшағы")]
    [TestCase("ақ тоқтышаққа с")]
    public void Foreign_words_and_Roman_numerals_stay(string text) => Assert.That(Normalizer.Normalize(text), Is.SameAs(text));

    [TestCase("XІX", "XIX")]
    [TestCase("ХVI ғасыр", "XVI ғасыр")]
    public void Roman_numeral_in_two_scripts_becomes_Latin(string written, string meant) =>
        Assert.That(Normalizer.Normalize(written), Is.EqualTo(meant));

    [TestCase("и\u0306", "й")]
    [TestCase("Е\u0308", "Ё")]
    [TestCase("e\u0301", "é")]
    [TestCase("a\u0306\u0323", "ặ")]
    [TestCase("a\u0323\u0306", "ặ")]
    [TestCase("ă\u0323", "ặ")]
    [TestCase("\u212A", "K")]
    [TestCase("\u2126", "Ω")]
    [TestCase("α\u0313\u0301", "\u1F04")]
    [TestCase("q\u0301", "q\u0301")]
    [TestCase("қ\u0301а\u0301", "қ\u0301а\u0301")]
    [TestCase("\u0301", "\u0301")]
    [TestCase("и\u00AD\u0306", "й")]
    [TestCase("тy\u0306", "тў")]
    public void Letters_and_marks_compose_as_form_C_says(string written, string composed) =>
        Assert.That(Normalizer.Normalize(written), Is.EqualTo(composed));

    [TestCase("қа\u00ADзақ", "қазақ")]
    [TestCase("қа\u200Bзақ", "қазақ")]
    [TestCase("\uFEFFқазақ", "қазақ")]
    [TestCase("қа\u200Dзақ", "қазақ")]
    [TestCase("қазақ\u2060", "қазақ")]
    public void Invisible_characters_are_left_out(string written, string meant) => Assert.That(Normalizer.Normalize(written), Is.EqualTo(meant));

    [TestCase("👩\u200D💻")]
    [TestCase("❤\uFE0F\u200D🔥")]
    public void Joiner_of_an_emoji_stays(string text) => Assert.That(Normalizer.Normalize(text), Is.EqualTo(text));

    [Test]
    public void Every_composite_is_what_its_parts_compose_to()
    {
        // й ё ї ў and the other letters of Cyrillic that carry a mark, by their code charts.
        (string Parts, string Composite)[] letters =
        [
            ("и\u0306", "й"), ("е\u0308", "ё"), ("і\u0308", "ї"), ("у\u0306", "ў"), ("г\u0301", "ѓ"), ("к\u0301", "ќ"), ("е\u0300", "ѐ"), ("и\u0300", "ѝ"),
            ("ж\u0306", "ӂ"), ("а\u0306", "ӑ"), ("а\u0308", "ӓ"), ("е\u0306", "ӗ"), ("ә\u0308", "ӛ"), ("ж\u0308", "ӝ"), ("з\u0308", "ӟ"), ("и\u0304", "ӣ"), ("и\u0308", "ӥ"),
            ("о\u0308", "ӧ"), ("ө\u0308", "ӫ"), ("э\u0308", "ӭ"), ("у\u0304", "ӯ"), ("у\u0308", "ӱ"), ("у\u030B", "ӳ"), ("ч\u0308", "ӵ"), ("ы\u0308", "ӹ"),
        ];
        Assert.That(letters.Select(l => Normalizer.Normalize(l.Parts)), Is.EqualTo(letters.Select(l => l.Composite)));
    }

    [Test]
    public void Offsets_lead_back_to_what_was_written()
    {
        const string Written = "\uFEFFКеше Aста\u00ADнада и\u0306огурт iштi.";
        NormalizedText normalized = Normalizer.NormalizeWithOffsets(Written);
        string Original(string part) => normalized.ToOriginal(new TextSpan(normalized.Text.IndexOf(part, StringComparison.Ordinal), part.Length)).Of(Written).ToString();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(normalized.Text, Is.EqualTo("Кеше Астанада йогурт ішті."));
            Assert.That(Original("Кеше"), Is.EqualTo("Кеше"));
            Assert.That(Original("Астанада"), Is.EqualTo("Aста\u00ADнада"));
            Assert.That(Original("й"), Is.EqualTo("и\u0306"));
            Assert.That(Original("йогурт"), Is.EqualTo("и\u0306огурт"));
            Assert.That(Original("ішті"), Is.EqualTo("iштi"));
            Assert.That(normalized.ToOriginal(0), Is.EqualTo(1));
            Assert.That(normalized.ToOriginal(normalized.Text.Length), Is.EqualTo(Written.Length));
            Assert.That(() => normalized.ToOriginal(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => normalized.ToOriginal(new TextSpan(0, normalized.Text.Length + 1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void Repairing_twice_changes_nothing_more() => AnyText.Sample(
        text => Normalizer.Normalize(Normalizer.Normalize(text)) == Normalizer.Normalize(text), iter: 20_000);

    [Test]
    public void String_span_and_map_agree() => AnyText.Sample(
        text =>
        {
            string expected = Normalizer.Normalize(text);
            return Normalizer.Normalize(text.AsSpan()) == expected && Normalizer.NormalizeWithOffsets(text).Text == expected;
        },
        iter: 10_000);

    [Test]
    public void The_map_is_in_order_and_covers_the_text_in_parts_that_do_not_overlap() => AnyText.Sample(
        text =>
        {
            NormalizedText normalized = Normalizer.NormalizeWithOffsets(text);
            int end = 0;
            for (int i = 0; i < normalized.Text.Length; i++)
            {
                TextSpan span = normalized.ToOriginal(new TextSpan(i, 1));
                if (span.Start < end && span.Length > 0 && normalized.ToOriginal(i) < end - 1) return false;
                if (span.End > text.Length) return false;
                end = span.End;
            }

            return normalized.ToOriginal(normalized.Text.Length) == text.Length;
        },
        iter: 10_000);

    [Test]
    public void A_letter_with_a_million_marks_stays_as_it_is()
    {
        string text = new StringBuilder("и").Append('\u0306', 1_000_000).ToString();
        Assert.That(Normalizer.Normalize(text), Is.EqualTo(text));
    }
}
