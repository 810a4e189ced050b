using System.Buffers;
using System.Globalization;
using System.Text;
using CsCheck;

namespace KazNlp.Tests.Tokenization;

internal sealed class TokenizerPropertyTests
{
    private static readonly KazakhTokenizer Tokenizer = KazakhTokenizer.Default;

    [Test]
    public void Tokens_are_in_order_and_only_white_space_and_control_characters_lie_between_them() =>
        TextGen.Text.Sample(AssertLossless, iter: 10_000);

    [Test]
    public void Every_character_of_the_basic_plane_is_in_a_token_or_between_tokens()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char c = (char)unit;
            foreach (string text in (string[])[$"{c}", $"а{c}", $"{c}а", $"а{c}а", $"1{c}1", $"{c} ", $"а{c}.", $"{c}{c}"])
            {
                AssertLossless(text);
            }
        }
    }

    [Test]
    public void A_text_may_be_cut_behind_any_token() => TextGen.Text.Sample(
        text =>
        {
            Token[] all = Tokenizer.Tokenize(text);
            for (int i = 0; i < all.Length; i++)
            {
                int end = all[i].End;
                IEnumerable<Token> rest = Tokenizer.Tokenize(text.AsSpan(end)).Select(t => new Token(t.Start + end, t.Length, t.Kind));
                AssertSame(rest, all[(i + 1)..], text);
            }
        },
        iter: 1_000);

    [Test]
    public void Any_sizes_of_blocks_and_destinations_give_the_tokens_of_one_call() => Gen.Select(TextGen.Text, Gen.Int[1, 9], Gen.Int[1, 4]).Sample(
        (text, blockSize, destinationSize) => AssertSame(TokenizeInBlocks(text, blockSize, destinationSize), Tokenizer.Tokenize(text), text),
        iter: 5_000);

    [Test]
    public void Every_cut_gives_the_tokens_of_one_call() => TextGen.Text.Sample(
        text =>
        {
            Token[] all = Tokenizer.Tokenize(text);
            for (int cut = 0; cut <= text.Length; cut++)
            {
                var tokens = new Token[text.Length];
                _ = Tokenizer.Tokenize(text.AsSpan(0, cut), tokens, out int consumed, out int written, isFinalBlock: false);
                IEnumerable<Token> rest = Tokenizer.Tokenize(text.AsSpan(consumed)).Select(t => new Token(t.Start + consumed, t.Length, t.Kind));
                AssertSame(tokens.Take(written).Concat(rest), all, text);
            }
        },
        iter: 300);

    [Test]
    public void Utf8_gives_the_same_tokens_as_utf16() => TextGen.Text.Sample(
        text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            string wellFormed = Encoding.UTF8.GetString(bytes); // a lone surrogate has become U+FFFD
            var expected = Tokenizer.Tokenize(wellFormed).Select(t => (
                Encoding.UTF8.GetByteCount(wellFormed.AsSpan(0, t.Start)), Encoding.UTF8.GetByteCount(t.Of(wellFormed)), t.Kind));
            AssertSame(Utf8Tokens(bytes).Select(t => (t.Start, t.Length, t.Kind)), expected, text);
        },
        iter: 5_000);

    [Test]
    public void Ill_formed_utf8_is_read_as_replacement_characters_at_true_offsets() => Gen.Byte.Array[0, 40].Sample(
        bytes =>
        {
            (int Start, int Length, TokenKind Kind)[] expected = ThroughReplacement(bytes);
            AssertSame(Utf8Tokens(bytes).Select(t => (t.Start, t.Length, t.Kind)), expected, Convert.ToHexString(bytes));
        },
        iter: 10_000);

    [Test]
    public void Utf8_in_blocks_gives_the_tokens_of_one_call() => Gen.Select(TextGen.Text, Gen.Int[1, 9], Gen.Int[1, 4]).Sample(
        (text, blockSize, destinationSize) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            AssertSame(TokenizeUtf8InBlocks(bytes, blockSize, destinationSize), Utf8Tokens(bytes), text);
        },
        iter: 5_000);

    [Test]
    public void The_enumerator_gives_the_tokens_of_the_array() => TextGen.LongText.Sample(
        text =>
        {
            var tokens = new List<Token>();
            foreach (Token token in Tokenizer.Enumerate(text))
            {
                tokens.Add(token);
            }

            AssertSame(tokens, Tokenizer.Tokenize(text), text);
        },
        iter: 500);

    [Test]
    public void Engine_and_enumerators_allocate_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("Қасым-Жомарт 1995 ж. т.б. info@mail.kz https://egov.kz 😀 5-6 «сөз»... ", 200));
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var tokens = new Token[text.Length];
        int Run()
        {
            _ = Tokenizer.Tokenize(text, tokens, out _, out int count);
            _ = Tokenizer.TokenizeUtf8(bytes, tokens, out _, out int count8);
            foreach (Token token in Tokenizer.Enumerate(text))
            {
                count += token.Length;
            }

            foreach (Token token in Tokenizer.EnumerateUtf8(bytes))
            {
                count += token.Length;
            }

            return count + count8;
        }

        _ = Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Run();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [TestCase("a@")]
    [TestCase("a.")]
    [TestCase(".")]
    [TestCase("-")]
    [TestCase("1")]
    [TestCase("1-")]
    [TestCase("11-")]
    [TestCase("a-")]
    [TestCase("a_")]
    [TestCase("a+")]
    [TestCase("http://")]
    [TestCase("http://a)")]
    [TestCase("www.")]
    [TestCase("т.")]
    [TestCase("Т.")]
    [TestCase("км. ")]
    [TestCase("км.    ")]
    [TestCase("а\u0301")]
    [TestCase("\u200D")]
    [TestCase("а\u200D")]
    [TestCase("#")]
    [TestCase("#1")]
    [TestCase("@")]
    [TestCase("😀\u200D")]
    [TestCase("🇰")]
    [TestCase("1,")]
    [TestCase("%-а")]
    [TestCase("a.b@")]
    [TestCase("1-1а")]
    [TestCase("Ab.Ab@")]
    public void A_megabyte_of_a_pattern_takes_linear_time(string pattern)
    {
        // Quadratic time would be hours; there is no need to measure.
        string text = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length));
        AssertLossless(text);
    }

    [Test]
    public void A_token_longer_than_the_limit_comes_in_parts()
    {
        byte[] text = new byte[Token.MaxLength + 10];
        text.AsSpan().Fill((byte)'a');
        var tokens = new Token[3];

        Assert.That(Tokenizer.TokenizeUtf8(text, tokens, out _, out int written), Is.EqualTo(OperationStatus.Done));
        Assert.That(tokens[..written], Is.EqualTo(new[] { new Token(0, Token.MaxLength, TokenKind.Word), new Token(Token.MaxLength, 10, TokenKind.Word) }));
    }

    [Test]
    public void Status_tells_why_the_engine_stopped()
    {
        var two = new Token[2];

        Assert.That(Tokenizer.Tokenize("бір екі", two, out int consumed, out int written), Is.EqualTo(OperationStatus.Done));
        Assert.That((consumed, written), Is.EqualTo((7, 2)));
        Assert.That(Tokenizer.Tokenize("бір екі үш", two, out consumed, out written), Is.EqualTo(OperationStatus.DestinationTooSmall));
        Assert.That((consumed, written), Is.EqualTo((8, 2)));
        Assert.That(Tokenizer.Tokenize("бір екі", two, out consumed, out written, isFinalBlock: false), Is.EqualTo(OperationStatus.NeedMoreData));
        Assert.That((consumed, written), Is.EqualTo((4, 1)));
        Assert.That(Tokenizer.Tokenize("бір екі ", two, out consumed, out written, isFinalBlock: false), Is.EqualTo(OperationStatus.Done));
        Assert.That((consumed, written), Is.EqualTo((8, 2)));
        Assert.That(Tokenizer.Tokenize(" \n ", [], out consumed, out written), Is.EqualTo(OperationStatus.Done));
        Assert.That((consumed, written), Is.EqualTo((3, 0)));
        Assert.That(Tokenizer.Tokenize("", [], out consumed, out written), Is.EqualTo(OperationStatus.Done));
    }

    // Assertions of sequences cost far more than the tokens.
    private static void AssertSame<T>(IEnumerable<T> actual, IEnumerable<T> expected, string text)
    {
        if (!actual.SequenceEqual(expected))
        {
            Assert.That(actual, Is.EqualTo(expected), Escape(text));
        }
    }

    private static void AssertLossless(string text)
    {
        int end = 0;
        foreach (Token token in Tokenizer.Enumerate(text))
        {
            if (token.Length <= 0 || token.Start < end || !IsGap(text.AsSpan(end, token.Start - end)) || ContainsSpace(token.Of(text)))
            {
                Assert.Fail($"{token} in {Escape(text)}");
            }

            end = token.End;
        }

        Assert.That(IsGap(text.AsSpan(end)), Is.True);
    }

    private static bool IsGap(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsSpace(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escape(string text) =>
        string.Concat(text.Take(200).Select(c => c is > ' ' and < '\u0500' ? $"{c}" : $"\\u{((int)c).ToString("X4", CultureInfo.InvariantCulture)}"));

    private static List<Token> TokenizeInBlocks(string text, int blockSize, int destinationSize)
    {
        var result = new List<Token>();
        var destination = new Token[destinationSize];
        int start = 0;
        int end = Math.Min(blockSize, text.Length);
        while (true)
        {
            bool isFinal = end == text.Length;
            OperationStatus status = Tokenizer.Tokenize(text.AsSpan(start, end - start), destination, out int consumed, out int written, isFinal);
            result.AddRange(destination.Take(written).Select(t => new Token(t.Start + start, t.Length, t.Kind)));
            start += consumed;
            if (status == OperationStatus.Done && isFinal)
            {
                return result;
            }

            if (status != OperationStatus.DestinationTooSmall)
            {
                Assert.That(isFinal, Is.False, "NeedMoreData in the last block");
                end = Math.Min(end + blockSize, text.Length);
            }
        }
    }

    private static List<Token> TokenizeUtf8InBlocks(byte[] text, int blockSize, int destinationSize)
    {
        var result = new List<Token>();
        var destination = new Token[destinationSize];
        int start = 0;
        int end = Math.Min(blockSize, text.Length);
        while (true)
        {
            bool isFinal = end == text.Length;
            OperationStatus status = Tokenizer.TokenizeUtf8(text.AsSpan(start, end - start), destination, out int consumed, out int written, isFinal);
            result.AddRange(destination.Take(written).Select(t => new Token(t.Start + start, t.Length, t.Kind)));
            start += consumed;
            if (status == OperationStatus.Done && isFinal)
            {
                return result;
            }

            if (status != OperationStatus.DestinationTooSmall)
            {
                Assert.That(isFinal, Is.False, "NeedMoreData in the last block");
                end = Math.Min(end + blockSize, text.Length);
            }
        }
    }

    private static Token[] Utf8Tokens(byte[] bytes)
    {
        var tokens = new Token[bytes.Length];
        Assert.That(Tokenizer.TokenizeUtf8(bytes, tokens, out int consumed, out int written), Is.EqualTo(OperationStatus.Done));
        Assert.That(consumed, Is.EqualTo(bytes.Length));
        return tokens[..written];
    }

    // Decodes piece by piece and keeps where each character came from.
    private static (int Start, int Length, TokenKind Kind)[] ThroughReplacement(byte[] bytes)
    {
        var text = new StringBuilder();
        var byteOffset = new List<int>();
        for (int i = 0; i < bytes.Length;)
        {
            _ = Rune.DecodeFromUtf8(bytes.AsSpan(i), out Rune rune, out int length);
            byteOffset.AddRange(Enumerable.Repeat(i, rune.Utf16SequenceLength));
            _ = text.Append(rune);
            i += length;
        }

        byteOffset.Add(bytes.Length);
        return Tokenizer.Tokenize(text.ToString())
            .Select(t => (byteOffset[t.Start], byteOffset[t.End] - byteOffset[t.Start], t.Kind)).ToArray();
    }
}
