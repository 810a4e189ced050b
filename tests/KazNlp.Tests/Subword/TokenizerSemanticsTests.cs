using System.Buffers;
using System.Text;
using CsCheck;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Tests.Subword;

/// <summary>Every member of the base class beside the library's own tokenizers over the same vocabulary: <see cref="BpeTokenizer"/>, and <see cref="TiktokenTokenizer"/>, whose limits never end inside a character.</summary>
[TestFixture]
public sealed class TokenizerSemanticsTests
{
    private static readonly KazakhSubwordTokenizer Ours = KazakhSubwordTokenizer.Default;
    private static readonly BpeTokenizer Bpe = CreateBpe();
    private static readonly TiktokenTokenizer Tiktoken = CreateTiktoken();

    // Well-formed text: both encode the halves of a lone surrogate pair as they are, which is no UTF-8.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOfConst("қазақ", " тіліндегі", "Ә", " ", "\n", ".", "1991", "ел-жұрт", "«", "»", ", ", "a", " the", "<|endoftext|>", "<|end", "\0", "\u0301", "é", "日", "𐐀", "😀", "👩‍🚀"),
        Gen.Char.Where(c => !char.IsSurrogate(c)).Select(c => c.ToString())).Array[0, 14].Select(string.Concat);

    private static readonly Gen<(string Text, bool Pre, bool Norm)> Inputs = Gen.Select(Text, Gen.Bool, Gen.Bool);

    [Test]
    public void Ids_and_counts_are_the_same()
    {
        Inputs.Sample((text, pre, norm) => Assert.Multiple(() =>
        {
            IReadOnlyList<int> expected = Bpe.EncodeToIds(text, pre, norm);
            Assert.That(Ours.EncodeToIds(text, pre, norm), Is.EqualTo(expected));
            Assert.That(Ours.EncodeToIds(text.AsSpan(), pre, norm), Is.EqualTo(expected));
            Assert.That(Tiktoken.EncodeToIds(text, pre, norm), Is.EqualTo(expected));
            Assert.That(Ours.CountTokens(text, pre, norm), Is.EqualTo(expected.Count));
            Assert.That(Ours.CountTokens(text.AsSpan(), pre, norm), Is.EqualTo(expected.Count));
        }));
    }

    [Test]
    public void Tokens_have_the_values_of_the_one_and_the_offsets_of_the_other()
    {
        Inputs.Sample((text, pre, norm) =>
        {
            IReadOnlyList<EncodedToken> tokens = Ours.EncodeToTokens(text, out string? normalized, pre, norm);
            Assert.Multiple(() =>
            {
                Assert.That(normalized, Is.Null);
                Assert.That(tokens.Select(token => (token.Id, token.Value)), Is.EqualTo(Bpe.EncodeToTokens(text, out _, pre, norm).Select(token => (token.Id, token.Value))));
                Assert.That(tokens.Select(token => token.Offset), Is.EqualTo(Tiktoken.EncodeToTokens(text, out _, pre, norm).Select(token => token.Offset)));
                Assert.That(Ours.EncodeToTokens(text.AsSpan(), out _, pre, norm), Is.EqualTo(tokens));
            });
        });
    }

    [Test]
    public void A_limit_ends_where_that_of_TiktokenTokenizer_ends()
    {
        // Without pre-tokenization that one has no limits at all, so the index is compared, which it does limit.
        Gen.Select(Inputs, Gen.Int[1, 12]).Sample((input, max) => Assert.Multiple(() =>
        {
            (string text, bool pre, bool norm) = input;
            int index = Tiktoken.GetIndexByTokenCount(text, max, out _, out int count, pre, norm);
            Assert.That((Ours.GetIndexByTokenCount(text, max, out _, out int ours, pre, norm), ours), Is.EqualTo((index, count)));
            Assert.That((Ours.GetIndexByTokenCount(text.AsSpan(), max, out _, out ours, pre, norm), ours), Is.EqualTo((index, count)));
            IReadOnlyList<int> ids = Ours.EncodeToIds(text, max, out _, out int consumed, pre, norm);
            Assert.That((ids.Count, consumed), Is.EqualTo((count, index)));
            Assert.That(ids, Is.EqualTo(Bpe.EncodeToIds(text, pre, norm).Take(count)));
        }));
    }

    [Test]
    public void From_the_end_a_limit_begins_where_that_of_TiktokenTokenizer_begins()
    {
        Gen.Select(Text, Gen.Bool, Gen.Int[1, 12]).Sample((text, both, max) => Assert.Multiple(() =>
        {
            // It takes the one flag for the other here, so they are the same.
            int index = Tiktoken.GetIndexByTokenCountFromEnd(text, max, out _, out int count, both, both);
            Assert.That((Ours.GetIndexByTokenCountFromEnd(text, max, out _, out int ours, both, both), ours), Is.EqualTo((index, count)));
            Assert.That((Ours.GetIndexByTokenCountFromEnd(text.AsSpan(), max, out _, out ours, both, both), ours), Is.EqualTo((index, count)));
        }));
    }

    [Test]
    public void Where_every_token_is_whole_characters_limits_are_those_of_BpeTokenizer_too()
    {
        string text = string.Concat(File.ReadAllText(RepositoryFiles.Articles[0]).Take(600));
        for (int max = 1; max < 200; max += 7)
        {
            Assert.Multiple(() =>
            {
                Assert.That((Ours.GetIndexByTokenCount(text, max, out _, out int ours), ours), Is.EqualTo((Bpe.GetIndexByTokenCount(text, max, out _, out int count), count)));
                Assert.That((Ours.GetIndexByTokenCountFromEnd(text, max, out _, out ours), ours), Is.EqualTo((Bpe.GetIndexByTokenCountFromEnd(text, max, out _, out count), count)));
                Assert.That((Ours.EncodeToIds(text, max, out _, out int consumed), consumed), Is.EqualTo((Bpe.EncodeToIds(text, max, out _, out int expected), expected)));
            });
        }
    }

    [Test]
    public void Decoding_is_the_same()
    {
        Gen.Select(Text, Gen.Int[0, 30]).Sample((text, room) =>
        {
            IReadOnlyList<int> ids = Bpe.EncodeToIds(text);
            var ours = new char[room];
            var other = new char[room];
            OperationStatus expected = Bpe.Decode(ids, other, out int consumed, out int written);
            Assert.Multiple(() =>
            {
                Assert.That(Ours.Decode(ids), Is.EqualTo(Bpe.Decode(ids)));
                Assert.That(Ours.Decode(ids, considerSpecialTokens: false), Is.EqualTo(Bpe.Decode(ids, considerSpecialTokens: false) ?? string.Empty));
                Assert.That((Ours.Decode(ids, ours, out int oursConsumed, out int oursWritten), oursConsumed, oursWritten), Is.EqualTo((expected, consumed, written)));
                Assert.That(new string(ours, 0, written), Is.EqualTo(new string(other, 0, written)));
            });
        });
    }

    [Test]
    public void Ids_cut_off_inside_a_character_decode_as_in_TiktokenTokenizer()
    {
        Gen.Select(Text, Gen.Int[0, 30]).Sample((text, length) =>
        {
            int[] ids = [.. Bpe.EncodeToIds(text).Take(length)];
            var buffer = new char[64];
            OperationStatus expected = Tiktoken.Decode(ids, buffer, out int consumed, out int written);
            Assert.That((Ours.Decode(ids, buffer, out int oursConsumed, out int oursWritten), oursConsumed, oursWritten), Is.EqualTo((expected, consumed, written)));
        });
    }

    [Test]
    public void Nothing_and_null_are_the_same()
    {
        foreach (string? text in (string?[])[null, string.Empty])
        {
            Assert.Multiple(() =>
            {
                Assert.That(Ours.EncodeToIds(text!), Is.EqualTo(Bpe.EncodeToIds(text!)));
                Assert.That(Ours.EncodeToTokens(text!, out _), Is.EqualTo(Bpe.EncodeToTokens(text!, out _)));
                Assert.That(Ours.CountTokens(text!), Is.EqualTo(Bpe.CountTokens(text!)));
                Assert.That((Ours.GetIndexByTokenCount(text!, 3, out string? normalized, out int ours), ours, normalized), Is.EqualTo((Bpe.GetIndexByTokenCount(text!, 3, out string? other, out int count), count, other)));
                Assert.That((Ours.GetIndexByTokenCountFromEnd(text!, 3, out _, out ours), ours), Is.EqualTo((Bpe.GetIndexByTokenCountFromEnd(text!, 3, out _, out count), count)));
            });
        }

        Assert.That(() => Ours.Decode(null!), Throws.ArgumentNullException);
        Assert.That(() => Ours.Decode(null!, new char[1], out _, out _), Throws.ArgumentNullException);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_limit_that_is_none_is_refused(int max)
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Ours.EncodeToIds("a", max, out _, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Ours.GetIndexByTokenCount("a", max, out _, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Ours.GetIndexByTokenCountFromEnd("a", max, out _, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    private static BpeTokenizer CreateBpe()
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp-").FullName;
        string[] paths = [Path.Combine(folder, "vocab.json"), Path.Combine(folder, "merges.txt")];
        Ours.SaveVocabulary(paths[0], paths[1]);
        BpeTokenizer bpe = BpeTokenizer.Create(new BpeOptions(paths[0], paths[1]) { ByteLevel = true, PreTokenizer = Ours.PreTokenizer, SpecialTokens = Ours.SpecialTokens });
        Directory.Delete(folder, recursive: true);
        return bpe;
    }

    private static TiktokenTokenizer CreateTiktoken()
    {
        var pieces = new StringBuilder();
        for (int id = 0; id < Ours.VocabularySize; id++)
        {
            if (!Ours.SpecialTokens.Values.Contains(id))
            {
                pieces.Append(Convert.ToBase64String(Ours.GetPiece(id))).Append(' ').Append(id).Append('\n');
            }
        }

        return TiktokenTokenizer.Create(new MemoryStream(Encoding.UTF8.GetBytes(pieces.ToString())), Ours.PreTokenizer, normalizer: null, Ours.SpecialTokens);
    }
}
