using System.Text;
using CsCheck;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Tests.Text;

[TestFixture]
internal sealed class KazakhPreTokenizerTests
{
    private static readonly KazakhPreTokenizer Dropping = new();
    private static readonly KazakhPreTokenizer Covering = new(PreTokenizerWhiteSpace.AttachToNext);

    private static readonly Gen<string> AnyText =
        Gen.OneOf(Gen.OneOfConst("Қазақ", "стан", "А.", "1", "25%", " ", "  ", "\n", "\t", "\0", ".", "«", "😀", "-", "\uD83D"), Gen.Char.Select(c => c.ToString()))
            .Array[0, 40].Select(p => string.Concat(p));

    private static string[] Pieces(PreTokenizer preTokenizer, string text) => [.. preTokenizer.PreTokenize(text).Select(p => text.Substring(p.Offset, p.Length))];

    [Test]
    public void White_space_is_dropped_between_tokens() =>
        Assert.That(Pieces(Dropping, " Ол  2024 ж. келді.\n"), Is.EqualTo(new[] { "Ол", "2024", "ж.", "келді", "." }));

    [Test]
    public void One_space_goes_to_the_token_after_it_and_other_white_space_stands_alone() =>
        Assert.That(Pieces(Covering, "Ол  2024 ж.\nкелді. "), Is.EqualTo(new[] { "Ол", " ", " 2024", " ж.", "\n", "келді", ".", " " }));

    [Test]
    public void Dropping_gives_the_tokens() => AnyText.Sample(
        text => Dropping.PreTokenize(text).SequenceEqual(KazakhTokenizer.Default.Tokenize(text).Select(t => (t.Start, t.Length))), iter: 5_000);

    [Test]
    public void Covering_leaves_no_character_out() => AnyText.Sample(text => string.Concat(Pieces(Covering, text)) == text, iter: 5_000);

    [Test]
    public void Text_as_a_span_gives_the_same() => AnyText.Sample(
        text => Covering.PreTokenize(text.AsSpan()).SequenceEqual(Covering.PreTokenize(text)), iter: 1_000);

    [Test]
    public void Unknown_mode_is_refused() =>
        Assert.That(() => new KazakhPreTokenizer((PreTokenizerWhiteSpace)7), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Byte_pair_encoding_stands_on_it_and_never_joins_across_words()
    {
        // A vocabulary that could join «а» and «л» anywhere, also across the border of two words.
        BpeTokenizer tokenizer = Bpe(["а", "л", "м", "ал", "м а"], [("а", "л")], Dropping, KazakhNormalizer.Default);
        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens("aлмa лa", out string? normalized);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(normalized, Is.EqualTo("алма ла"), "the look-alikes are repaired first");
            Assert.That(tokens.Select(t => t.Value), Is.EqualTo(new[] { "ал", "м", "а", "л", "а" }));
            Assert.That(tokens.Select(t => t.Offset), Is.EqualTo(new[] { 0..2, 2..3, 3..4, 5..6, 6..7 }));
        }
    }

    [Test]
    public void Byte_level_encoding_decodes_to_the_very_text()
    {
        const string Text = "Ол  2024 ж.\nАстанаға келді 😀.";
        BpeTokenizer tokenizer = ByteLevel();
        IReadOnlyList<int> ids = tokenizer.EncodeToIds(Text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Has.Count.EqualTo(Encoding.UTF8.GetByteCount(Text)));
            Assert.That(tokenizer.Decode(ids), Is.EqualTo(Text));
        }
    }

    private static BpeTokenizer Bpe(string[] vocabulary, (string, string)[] merges, PreTokenizer preTokenizer, Normalizer normalizer)
    {
        BpeOptions options = new(vocabulary.Select((word, id) => KeyValuePair.Create(word, id)))
        {
            Merges = merges.Select(m => $"{m.Item1} {m.Item2}"),
            PreTokenizer = preTokenizer,
            Normalizer = normalizer,
        };
        return BpeTokenizer.Create(options);
    }

    // The 256 bytes as GPT-2 writes them: printable Latin-1 as itself, the others from U+0100 on.
    private static BpeTokenizer ByteLevel()
    {
        List<string> vocabulary = [];
        int other = 0;
        for (int b = 0; b < 256; b++)
        {
            bool isPrintable = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            vocabulary.Add(((char)(isPrintable ? b : 256 + other++)).ToString());
        }

        return BpeTokenizer.Create(new BpeOptions(vocabulary.Select((word, id) => KeyValuePair.Create(word, id))) { PreTokenizer = Covering, ByteLevel = true });
    }
}
