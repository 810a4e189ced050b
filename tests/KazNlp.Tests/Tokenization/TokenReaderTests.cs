using System.IO.Pipelines;
using System.Text;
using CsCheck;

namespace KazNlp.Tests.Tokenization;

internal sealed class TokenReaderTests
{
    [Test]
    public void A_stream_gives_the_tokens_of_the_whole_text() => Gen.Select(TextGen.LongText, Gen.Int[1, 500]).Sample(
        (text, chunk) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text + " ", 20)));
            if (bytes is [0xEF, 0xBB, 0xBF, ..])
            {
                return;
            }

            using TokenReader reader = TokenReader.Create(new ChunkedStream(bytes, chunk), maxTokenLength: 4096);
            AssertSame(ReadAll(reader), Expected(bytes));
        },
        iter: 60);

    [Test]
    public async Task A_pipe_gives_the_tokens_of_the_whole_text()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Қазақстан Республикасы 1991 ж. т.б. 😀 info@mail.kz\n", 5_000)));
        var pipe = new Pipe();
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < bytes.Length; i += 777)
            {
                _ = await pipe.Writer.WriteAsync(bytes.AsMemory(i, Math.Min(777, bytes.Length - i)));
            }

            await pipe.Writer.CompleteAsync();
        });

        var tokens = new List<(long, int, TokenKind)>();
        await using (TokenReader reader = TokenReader.Create(pipe.Reader))
        {
            while (await reader.ReadAsync())
            {
                Add(reader, tokens);
            }
        }

        await writing;
        AssertSame(tokens, Expected(bytes));
    }

    [Test]
    public void A_token_longer_than_the_limit_comes_in_parts_and_says_so()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("бір " + new string('а', 10_000) + " екі");
        using TokenReader reader = TokenReader.Create(new MemoryStream(bytes), maxTokenLength: 4096);
        var parts = new List<(int Length, bool IsPart)>();
        while (reader.Read())
        {
            foreach (Token token in reader.Tokens)
            {
                parts.Add((token.Length, reader.EndsWithPart));
            }
        }

        Assert.That(parts, Is.EqualTo(new[] { (6, false), (4096, true), (4096, true), (4096, true), (4096, true), (20_000 - (4 * 4096), false), (6, false) }));
    }

    [Test]
    public void A_byte_order_mark_is_skipped_and_counts()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a'];
        using TokenReader reader = TokenReader.Create(new ChunkedStream(bytes, 1));

        Assert.That(ReadAll(reader), Is.EqualTo(new[] { (3L, 1, TokenKind.Word) }));
    }

    [Test]
    public void Offsets_go_beyond_32_bits()
    {
        using TokenReader reader = TokenReader.Create(new MemoryStream("  соңы"u8.ToArray()));
        reader.AssumeRead(3L << 40);

        Assert.That(ReadAll(reader), Is.EqualTo(new[] { ((3L << 40) + 2, 8, TokenKind.Word) }));
    }

    [Test]
    public void An_empty_stream_has_no_tokens()
    {
        using TokenReader reader = TokenReader.Create(new MemoryStream());

        Assert.That(reader.Read(), Is.False);
        Assert.That(reader.Read(), Is.False);
    }

    [Test]
    public void Bad_arguments_are_refused()
    {
        Assert.That(() => TokenReader.Create((Stream)null!), Throws.ArgumentNullException);
        Assert.That(() => TokenReader.Create(new MemoryStream(), maxTokenLength: 10), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => TokenReader.Create(new Pipe().Reader).Read(), Throws.InvalidOperationException);
    }

    [Test]
    public void Disposing_closes_the_stream_unless_it_is_left_open()
    {
        var closed = new MemoryStream();
        var open = new MemoryStream();

        TokenReader.Create(closed).Dispose();
        TokenReader.Create(open, leaveOpen: true).Dispose();

        Assert.That((closed.CanRead, open.CanRead), Is.EqualTo((false, true)));
    }

    private static List<(long Offset, int Length, TokenKind Kind)> ReadAll(TokenReader reader)
    {
        var tokens = new List<(long, int, TokenKind)>();
        while (reader.Read())
        {
            Add(reader, tokens);
        }

        return tokens;
    }

    private static void Add(TokenReader reader, List<(long Offset, int Length, TokenKind Kind)> tokens)
    {
        foreach (Token token in reader.Tokens)
        {
            tokens.Add((reader.BaseOffset + token.Start, token.Length, token.Kind));
        }
    }

    private static (long Offset, int Length, TokenKind Kind)[] Expected(byte[] bytes)
    {
        var tokens = new Token[bytes.Length];
        _ = KazakhTokenizer.Default.TokenizeUtf8(bytes, tokens, out _, out int count);
        return tokens.Take(count).Select(t => ((long)t.Start, t.Length, t.Kind)).ToArray();
    }

    private static void AssertSame(List<(long Offset, int Length, TokenKind Kind)> actual, (long Offset, int Length, TokenKind Kind)[] expected)
    {
        if (!actual.SequenceEqual(expected))
        {
            Assert.That(actual, Is.EqualTo(expected));
        }
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);
    }
}
