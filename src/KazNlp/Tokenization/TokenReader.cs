using System.Buffers;
using System.IO.Pipelines;

namespace KazNlp;

/// <summary>
/// Reads the tokens of a UTF-8 document that may be larger than memory, batch by batch. Not thread-safe: one reader, one document.
/// </summary>
/// <remarks>
/// <para>After each <see cref="ReadAsync"/> or <see cref="Read"/> that returns <see langword="true"/>, <see cref="Tokens"/> holds tokens with offsets
/// into <see cref="Text"/>, and <see cref="BaseOffset"/> tells where that begins in the document, in bytes. All three stay valid until the next read.</para>
/// <para>The tokens are those of <see cref="KazakhTokenizer.TokenizeUtf8"/> on the whole document, with two differences: a byte order mark at its
/// beginning is skipped, and a token longer than the limit that <see cref="Create(Stream, KazakhTokenizer?, int, bool)"/> gets comes in parts,
/// about which <see cref="EndsWithPart"/> tells.</para>
/// </remarks>
/// <example>
/// <code>
/// using TokenReader reader = TokenReader.Create(File.OpenRead("corpus.txt"));
/// while (reader.Read())
/// {
///     foreach (Token token in reader.Tokens)
///     {
///         long offset = reader.BaseOffset + token.Start;
///         ReadOnlySpan&lt;byte&gt; bytes = reader.Text.Slice(token.Start, token.Length);
///     }
/// }
/// </code>
/// </example>
public sealed class TokenReader : IDisposable, IAsyncDisposable
{
    /// <summary>The limit for one token where none is given, in bytes: 1 MiB.</summary>
    public const int DefaultMaxTokenLength = 1 << 20;

    private const int MinMaxTokenLength = 1 << 12; // the longest look-ahead of the rules is an e-mail address
    private const int BatchSize = 4096;

    private readonly Stream? _stream;
    private readonly PipeReader? _pipe;
    private readonly bool _leaveOpen;
    private readonly KazakhTokenizer _tokenizer;
    private readonly byte[] _buffer;
    private readonly Token[] _tokens = new Token[BatchSize];

    private long _bufferOffset; // where the buffer begins in the document
    private int _batchStart; // in the buffer
    private int _batchEnd;
    private int _filled;
    private int _tokenCount;
    private bool _isComplete;
    private bool _isStarted;

    private TokenReader(Stream? stream, PipeReader? pipe, KazakhTokenizer? tokenizer, int maxTokenLength, bool leaveOpen)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTokenLength, MinMaxTokenLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxTokenLength, Token.MaxLength);
        _stream = stream;
        _pipe = pipe;
        _tokenizer = tokenizer ?? KazakhTokenizer.Default;
        _buffer = new byte[maxTokenLength];
        _leaveOpen = leaveOpen;
    }

    /// <summary>Reads a stream, from its position to its end.</summary>
    /// <param name="stream">The document in UTF-8.</param>
    /// <param name="tokenizer">The tokenizer; <see cref="KazakhTokenizer.Default"/> if none is given.</param>
    /// <param name="maxTokenLength">The greatest length of one token in bytes, at least 4096. The reader holds so much of the document in memory.</param>
    /// <param name="leaveOpen">Whether disposing the reader leaves the stream open.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokenLength"/> is below 4096 or above <see cref="Token.MaxLength"/>.</exception>
    public static TokenReader Create(
        Stream stream, KazakhTokenizer? tokenizer = null, int maxTokenLength = DefaultMaxTokenLength, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new TokenReader(stream, null, tokenizer, maxTokenLength, leaveOpen);
    }

    /// <summary>Reads a pipe to its end, with <see cref="ReadAsync"/> only; disposing the reader completes the pipe.</summary>
    /// <param name="pipe">The document in UTF-8.</param>
    /// <param name="tokenizer">The tokenizer; <see cref="KazakhTokenizer.Default"/> if none is given.</param>
    /// <param name="maxTokenLength">The greatest length of one token in bytes, at least 4096. The reader holds so much of the document in memory.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pipe"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokenLength"/> is below 4096 or above <see cref="Token.MaxLength"/>.</exception>
    public static TokenReader Create(PipeReader pipe, KazakhTokenizer? tokenizer = null, int maxTokenLength = DefaultMaxTokenLength)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        return new TokenReader(null, pipe, tokenizer, maxTokenLength, leaveOpen: false);
    }

    /// <summary>As if so many bytes had been read; for tests.</summary>
    internal void AssumeRead(long bytes) => _bufferOffset += bytes;

    /// <summary>Where <see cref="Text"/> begins in the document, in bytes.</summary>
    public long BaseOffset => _bufferOffset + _batchStart;

    /// <summary>The part of the document in which the tokens lie.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_batchStart, _batchEnd - _batchStart);

    /// <summary>The tokens of this batch; their offsets count bytes from the start of <see cref="Text"/>.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _tokenCount);

    /// <summary>Whether the last token of this batch reached the limit: it may go on with the first token of the next batch.</summary>
    public bool EndsWithPart { get; private set; }

    /// <summary>Reads the next tokens.</summary>
    /// <returns>Whether there are any; <see langword="false"/> at the end of the document.</returns>
    /// <exception cref="InvalidOperationException">The reader reads a pipe.</exception>
    public bool Read()
    {
        Stream stream = _stream ?? throw new InvalidOperationException("A pipe is read with ReadAsync.");
        while (!TryTakeBatch())
        {
            if (_isComplete)
            {
                return false;
            }

            Fill(stream.Read(MakeRoom().Span));
        }

        return true;
    }

    /// <summary>Reads the next tokens.</summary>
    /// <param name="cancellationToken">Ends the wait for more of the document.</param>
    /// <returns>Whether there are any; <see langword="false"/> at the end of the document.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (!TryTakeBatch())
        {
            if (_isComplete)
            {
                return false;
            }

            Fill(_stream is not null
                ? await _stream.ReadAsync(MakeRoom(), cancellationToken).ConfigureAwait(false)
                : await ReadPipeAsync(_pipe!, MakeRoom(), cancellationToken).ConfigureAwait(false));
        }

        return true;
    }

    /// <summary>Closes the stream or completes the pipe, unless it was to be left open.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream?.Dispose();
        }

        _pipe?.Complete();
    }

    /// <summary>Closes the stream or completes the pipe, unless it was to be left open.</summary>
    /// <returns>A task that ends when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_stream is not null && !_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        if (_pipe is not null)
        {
            await _pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<int> ReadPipeAsync(PipeReader pipe, Memory<byte> room, CancellationToken cancellationToken)
    {
        ReadResult result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (result.IsCanceled)
        {
            throw new OperationCanceledException("The read of the pipe was cancelled.");
        }

        ReadOnlySequence<byte> taken = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, room.Length));
        taken.CopyTo(room.Span);
        int count = (int)taken.Length; // read before the pipe gets its memory back
        pipe.AdvanceTo(taken.End);
        return count;
    }

    // Tokens of what is in the buffer; false if it holds none, or only one that may go on.
    private bool TryTakeBatch()
    {
        _batchStart = _batchEnd;
        EndsWithPart = false;
        if (!_isStarted && !TrySkipByteOrderMark())
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(_batchStart, _filled - _batchStart);
        OperationStatus status = _tokenizer.TokenizeUtf8(rest, _tokens, out int consumed, out _tokenCount, _isComplete);
        if (_tokenCount == 0 && status == OperationStatus.NeedMoreData && rest.Length - consumed == _buffer.Length)
        {
            ReadOnlySpan<byte> whole = rest[..^Utf8.IncompleteTail(rest)];
            _ = _tokenizer.TokenizeUtf8(whole, _tokens.AsSpan(0, 1), out consumed, out _tokenCount);
            EndsWithPart = true;
        }

        _batchEnd = _batchStart + consumed;
        return _tokenCount > 0;
    }

    private bool TrySkipByteOrderMark()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> start = _buffer.AsSpan(0, _filled);
        if (start.Length < mark.Length && !_isComplete && mark.StartsWith(start))
        {
            return false;
        }

        _isStarted = true;
        if (start.StartsWith(mark))
        {
            _batchStart = mark.Length;
        }

        return true;
    }

    // Moves what is not consumed to the front of the buffer; at least one byte is free behind it.
    private Memory<byte> MakeRoom()
    {
        int rest = _filled - _batchEnd;
        if (_batchEnd > 0)
        {
            _buffer.AsSpan(_batchEnd, rest).CopyTo(_buffer);
            _bufferOffset += _batchEnd;
            _batchStart = 0;
            _batchEnd = 0;
            _filled = rest;
        }

        return _buffer.AsMemory(_filled);
    }

    private void Fill(int count)
    {
        _filled += count;
        _isComplete = count == 0;
    }
}
