using System.Buffers;
using System.Text;
using CsCheck;

namespace KazNlp.Tests.Tokenization;

/// <summary>
/// Every vector path gives the tokens of the scalar rules. All paths run on any machine: what the processor lacks is computed in C#.
/// </summary>
internal sealed class TokenizerPathTests
{
    private static readonly KazakhTokenizer Scalar = new(TokenizerPath.Scalar);

    private static readonly TokenizerPath[] Paths = [.. Enum.GetValues<TokenizerPath>().Where(p => p != TokenizerPath.Scalar && IsRunnable(p))];

    // One text for every class of characters and for every rule.
    private static readonly string[] Pieces =
    [
        "а", "Ә", "қ", "z", "Z", "1", "9", " ", "  ", "\r\n", "\n", "\0", "\u00A0", "-", "'", "’", "_", ".", ",", ":", "!", "?", "…", "«", "»", "–", "(", "\"", "%", "$", "№", "°", "@", "#", "+", "/",
        "\u00AD", "\u200D", "\uFEFF", "\uFE0F", "\u20E3", "\u0301", "😀", "🇰", "❤", "©", "𐰴", "\uD83D", "\uDE00", "²", "½", "中", "ق", "\u0482", "ä", "\u2026", "ﬁ", "\uE000",
        "ж.", "т.б.", "km.kz", "%-ға", "%-Ға", "2020жылғы.", "5-6", "\u007F", "ʼ", "‐", "\u3000",
        "www", "http", "://", ".", ".", "р", "рф", "ab", "@", "mail",
    ];

    private static bool IsRunnable(TokenizerPath path) => path != TokenizerPath.Vector256 || System.Runtime.Intrinsics.X86.Avx2.IsSupported;

    [Test]
    public void The_fastest_path_of_the_processor_is_chosen()
    {
        TokenizerPath expected = System.Runtime.Intrinsics.X86.Avx512Vbmi2.IsSupported ? TokenizerPath.Vector512
            : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? TokenizerPath.Vector256
            : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? TokenizerPath.Vector128
            : TokenizerPath.Scalar;

        Assert.That(KazakhTokenizer.Default.Path, Is.EqualTo(expected));
        TestContext.Out.WriteLine(expected);
    }

    [TestCaseSource(nameof(Paths))]
    public void Every_character_of_the_basic_plane_alone_and_beside_others(TokenizerPath path)
    {
        var text = new StringBuilder();
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            Surround(text, ((char)unit).ToString());
            if (text.Length > 100_000)
            {
                AssertSameTokens(path, text.ToString());
                _ = text.Clear();
            }
        }

        AssertSameTokens(path, text.ToString());
    }

    [TestCaseSource(nameof(Paths))]
    public void Samples_beyond_the_basic_plane_alone_and_beside_others(TokenizerPath path)
    {
        var text = new StringBuilder();
        for (int codePoint = 0x10000; codePoint <= 0x10FFFF; codePoint += codePoint < 0x20000 ? 7 : 4099)
        {
            Surround(text, char.ConvertFromUtf32(codePoint));
        }

        AssertSameTokens(path, text.ToString());
    }

    [TestCaseSource(nameof(Paths))]
    public void Every_pair_of_bytes_and_what_looks_like_a_known_character(TokenizerPath path)
    {
        var bytes = new List<byte>();
        for (int pair = 0; pair <= ushort.MaxValue; pair++)
        {
            byte first = (byte)(pair >> 8);
            byte second = (byte)pair;
            bytes.AddRange([(byte)'a', first, second, (byte)' ', first, second, (byte)'1', (byte)' ']);
        }

        // Lead bytes that the vector paths know, what they know behind them, and what only resembles it.
        foreach (byte first in (byte[])[0xC2, 0xD0, 0xD2, 0xE2])
        {
            foreach (byte second in (byte[])[0x23, 0x2B, 0x40, 0x7F, 0x80, 0x82, 0x93, 0xA3, 0xAB, 0xB3, 0xBB, 0xC2, 0xD0])
            {
                for (int third = 0; third <= byte.MaxValue; third++)
                {
                    bytes.AddRange([first, second, (byte)third, third % 2 == 0 ? (byte)' ' : (byte)'a']);
                }
            }
        }

        byte[] text = [.. bytes];
        var expected = new Token[text.Length];
        var actual = new Token[text.Length];
        _ = Scalar.TokenizeUtf8(text, expected, out _, out int expectedCount);
        _ = new KazakhTokenizer(path).TokenizeUtf8(text, actual, out _, out int count);
        int at = actual.AsSpan(0, count).CommonPrefixLength(expected.AsSpan(0, expectedCount));

        int place = expected[Math.Min(at, expectedCount - 1)].Start;
        Assert.That(
            (at, count), Is.EqualTo((expectedCount, expectedCount)), $"{actual[at]} instead of {expected[at]} in {Convert.ToHexString(text.AsSpan(Math.Max(0, place - 8))[..8])}");
    }

    [TestCaseSource(nameof(Paths))]
    public void Two_million_random_characters(TokenizerPath path)
    {
        var random = new Random(20241);
        for (int round = 0; round < 40; round++)
        {
            // Half of the texts are mostly words, as real ones are.
            var text = new StringBuilder();
            while (text.Length < 50_000)
            {
                if (round % 2 == 0 && random.Next(3) != 0)
                {
                    _ = text.Append("қазақстан", 0, random.Next(10)).Append(' ');
                }

                _ = text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            AssertSameTokens(path, text.ToString());
        }
    }

    [TestCaseSource(nameof(Paths))]
    public void Every_class_at_every_place_of_texts_of_up_to_200_characters(TokenizerPath path)
    {
        foreach (string filler in (string[])["а", "сөз ", "1", "a-"])
        {
            string full = string.Concat(Enumerable.Repeat(filler, 200 / filler.Length));
            for (int length = 0; length <= 200; length++)
            {
                AssertSameTokens(path, full[..length]);
                foreach (string piece in Pieces)
                {
                    AssertSameTokens(path, full[..length] + piece);
                    if (length is >= 56 and <= 66 or >= 120 and <= 130)
                    {
                        AssertSameTokens(path, full[..length] + piece + full[..(200 - length)]);
                    }
                }
            }
        }
    }

    [TestCaseSource(nameof(Paths))]
    public void Blocks_and_destinations_of_any_size(TokenizerPath path) => Gen.Select(TextGen.LongText, Gen.Int[1, 300], Gen.Int[1, 200]).Sample(
        (text, blockSize, destinationSize) =>
        {
            var tokenizer = new KazakhTokenizer(path);
            var expected = Scalar.Tokenize(text);
            var destination = new Token[destinationSize];
            var tokens = new List<Token>();
            int start = 0;
            int end = Math.Min(blockSize, text.Length);
            while (true)
            {
                OperationStatus status = tokenizer.Tokenize(
                    text.AsSpan(start, end - start), destination, out int consumed, out int written, isFinalBlock: end == text.Length);
                tokens.AddRange(destination.Take(written).Select(t => new Token(t.Start + start, t.Length, t.Kind)));
                start += consumed;
                if (status == OperationStatus.Done && end == text.Length)
                {
                    break;
                }

                end = status == OperationStatus.DestinationTooSmall ? end : Math.Min(end + blockSize, text.Length);
            }

            if (!tokens.SequenceEqual(expected))
            {
                Assert.That(tokens, Is.EqualTo(expected), text);
            }
        },
        iter: 300);

    [TestCaseSource(nameof(Paths))]
    public void Words_of_any_length(TokenizerPath path)
    {
        foreach (int length in (int[])[61, 62, 63, 64, 65, 127, 128, 1000, 20_000])
        {
            foreach (string letter in (string[])["а", "z", "1", "中", "a-", "1,", "1-", "a.", "а\u0301", "𐰴", ".", "-", "😀", "«"])
            {
                string word = string.Concat(Enumerable.Repeat(letter, length / letter.Length));
                AssertSameTokens(path, word);
                AssertSameTokens(path, $" {word}-шы {word}.kz {word}");
            }
        }
    }

    // Where no token ends in a large part of a chunk, the rules take it: rows of emoji, of lone surrogates, of marks between them, words of a thousand letters.
    [TestCaseSource(nameof(Paths))]
    public void Rows_of_any_pieces(TokenizerPath path) =>
        Gen.Select(Gen.OneOfConst("😀", "1\uFE0F\u20E3", "🇰🇿", "\uD83D", "\uDE00", "а", "сөз", ".", "1", "%", "\u00AD", "\u200D", "\u0301", "中", "-", " ", "\n").Array[1, 3], Gen.Int[1, 700])
            .Select((pieces, times) => string.Concat(Enumerable.Repeat(string.Concat(pieces), times))).Array[1, 5].Select(rows => string.Concat(rows))
            .Sample(text => AssertSameTokens(path, text), iter: 60);

    [TestCaseSource(nameof(Paths))]
    public void Our_articles_and_the_corpus_that_KAZNLP_CORPUS_names(TokenizerPath path)
    {
        foreach (string file in Corpus())
        {
            AssertSameTokens(path, File.ReadAllText(file));
        }
    }

    // Behind long words the masks decide at a stop that no space follows, unless what follows may be the end of an address.
    [TestCaseSource(nameof(Paths))]
    public void Stops_between_long_words_are_as_by_the_rules(TokenizerPath path)
    {
        string[] befores = ["ұйымдастырушылар", "қызметкерw", "tengrinewsweb", "ғимараттарz", "мекемесі2024", "2024мекемелер", "«Казпошта", "тоғызәрі", "сегізәр"];
        string[] afters = ["қаз", "қаз ", "қазір", "Қаз", "рф", "РФ", "рфа", "қ", "р", "қа", "ru", "kz", "com", "Соңғы", "ә", "é", "ქ", "5", "5-бап", "қазz", "т.б.", ".", "қаз.", "рф/б"];
        var text = new StringBuilder();
        foreach (string before in befores)
        {
            foreach (string after in afters)
            {
                for (int pad = 0; pad < 4; pad++) text.Append('а', pad).Append(before).Append('.').Append(after).Append(pad % 2 == 0 ? "\n" : ",ал");
            }
        }

        AssertSameTokens(path, text.ToString());
    }

    [TestCaseSource(nameof(Paths))]
    public void Articles_without_white_space_are_as_by_the_rules(TokenizerPath path)
    {
        foreach (string article in RepositoryFiles.Articles)
        {
            AssertSameTokens(path, string.Concat(File.ReadAllText(article).Where(c => !char.IsWhiteSpace(c))));
        }
    }

    [TestCaseSource(nameof(Paths))]
    public void Nothing_is_allocated(TokenizerPath path)
    {
        var tokenizer = new KazakhTokenizer(path);
        string text = string.Concat(Enumerable.Repeat("Қасым-Жомарт 1995 ж. т.б. info@mail.kz https://egov.kz 😀 5-6 «сөз»... ", 50));
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var tokens = new Token[bytes.Length];
        _ = Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Run();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        int Run()
        {
            _ = tokenizer.Tokenize(text, tokens, out _, out int count);
            _ = tokenizer.TokenizeUtf8(bytes, tokens, out _, out int count8);
            return count + count8;
        }
    }

    [Test]
    public void Instructions_do_what_their_form_in_CSharp_does() => Gen.Byte.Array[64].Array[3].Sample(
        v =>
        {
            var a = System.Runtime.Intrinsics.Vector512.Create<byte>(v[0]);
            var b = System.Runtime.Intrinsics.Vector512.Create<byte>(v[1]);
            var c = System.Runtime.Intrinsics.Vector512.Create<byte>(v[2]);
            var small = System.Runtime.Intrinsics.Vector128.Create<byte>(v[0].AsSpan(0, 16));
            var mask = System.Runtime.Intrinsics.Vector512.LessThan(b, c);
            return Operations512.Permute(a, b, c) == Operations512.Software.Permute(a, b, c)
                && Operations512.Permute(Ints(a), Ints(b), Ints(c)) == Operations512.Software.Permute(Ints(a), Ints(b), Ints(c))
                && Operations512.Compress(mask, a) == Operations512.Software.Compress(mask, a)
                && Operations512.ShuffleInLanes(a, Low(b)) == Operations512.Software.ShuffleInLanes(a, Low(b))
                && Operations512.Widen(small) == Operations512.Software.Widen(small);

            static System.Runtime.Intrinsics.Vector512<int> Ints(System.Runtime.Intrinsics.Vector512<byte> x) => System.Runtime.Intrinsics.Vector512.AsInt32(x);
            static System.Runtime.Intrinsics.Vector512<byte> Low(System.Runtime.Intrinsics.Vector512<byte> x) => x & System.Runtime.Intrinsics.Vector512.Create((byte)15);
        },
        iter: 200);

    private static void Surround(StringBuilder text, string c) => text
        .Append(c).Append(' ').Append('а').Append(c).Append(' ').Append(c).Append("а ").Append('1').Append(c).Append(' ').Append(c).Append("1 ")
        .Append('.').Append(c).Append(' ').Append(c).Append(". ").Append('а').Append(c).Append("а ").Append('1').Append(c).Append("1 ")
        .Append('z').Append(c).Append("z ").Append(c).Append(c).Append(' ').Append('а').Append(c).Append(". ");

    private static IEnumerable<string> Corpus() =>
        Environment.GetEnvironmentVariable("KAZNLP_CORPUS") is { Length: > 0 } folder
            ? RepositoryFiles.Articles.Concat(Directory.GetFiles(folder, "*.txt"))
            : RepositoryFiles.Articles;

    // The tokens behind which a sentence may end, noted in parts: the room for them is small.
    private static List<int> Pauses(KazakhTokenizer tokenizer, string text, Token[] room)
    {
        List<int> pauses = [];
        var output = new TokenOutput(room, stackalloc int[TokenOutput.PauseReserve + 100]);
        int position = 0;
        while (position < text.Length)
        {
            _ = tokenizer.Continue<WithPauses>(text, text.Length, ref position, ref output, isFinalBlock: true);
            pauses.AddRange(output.Pauses[..output.PauseCount]);
            output.DropPauses(output.PauseCount);
        }

        return pauses;
    }

    private static void AssertSameTokens(TokenizerPath path, string text)
    {
        var tokenizer = new KazakhTokenizer(path);
        Token[] expected = ArrayPool<Token>.Shared.Rent((text.Length * 3) + 100);
        Token[] actual = ArrayPool<Token>.Shared.Rent((text.Length * 3) + 100);
        _ = Scalar.Tokenize(text, expected, out _, out int expectedCount);
        OperationStatus status = tokenizer.Tokenize(text, actual, out int consumed, out int count);
        if (status != OperationStatus.Done || consumed != text.Length || !actual.AsSpan(0, count).SequenceEqual(expected.AsSpan(0, expectedCount)))
        {
            int at = actual.AsSpan(0, count).CommonPrefixLength(expected.AsSpan(0, expectedCount));
            Assert.Fail($"{path}: {actual[at]} instead of {expected[at]} in …{text.Substring(Math.Max(0, expected[at].Start - 20), Math.Min(60, text.Length - Math.Max(0, expected[at].Start - 20)))}…");
        }

        byte[] bytes = ArrayPool<byte>.Shared.Rent(text.Length * 3);
        ReadOnlySpan<byte> utf8 = bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
        _ = Scalar.TokenizeUtf8(utf8, expected, out _, out expectedCount);
        status = tokenizer.TokenizeUtf8(utf8, actual, out consumed, out count);
        if (status != OperationStatus.Done || consumed != utf8.Length || !actual.AsSpan(0, count).SequenceEqual(expected.AsSpan(0, expectedCount)))
        {
            int at = actual.AsSpan(0, count).CommonPrefixLength(expected.AsSpan(0, expectedCount));
            Assert.Fail($"{path}, UTF-8: {actual[at]} instead of {expected[at]} in {text[..Math.Min(200, text.Length)]}");
        }

        Assert.That(Pauses(tokenizer, text, actual), Is.EqualTo(Pauses(Scalar, text, expected)), $"{path}: pauses of {text[..Math.Min(200, text.Length)]}");
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<Token>.Shared.Return(expected);
        ArrayPool<Token>.Shared.Return(actual);
    }
}
