using System.Buffers;

namespace KazNlp;

/// <summary>
/// Splits Kazakh text into tokens: words, numbers, marks, symbols, addresses and emoji, with exact offsets. Immutable and thread-safe;
/// allocates nothing but the arrays that it returns.
/// </summary>
/// <remarks>
/// <para>Tokens are in order and never overlap; what lies between them is white space and control characters (category Cc), and no token holds
/// white space. Any text is accepted, with lone surrogates and NULs; the time is linear in its length.</para>
/// <para>A token depends on the text from its first character on, never on what stands before it: a text may be cut behind any token.
/// The rules have names (<see cref="TokenizerRule"/>), and <see cref="Explain"/> tells which of them decided where.</para>
/// <para><c>char</c> members count UTF-16 code units, <c>Utf8</c> members count bytes; both give the same tokens.</para>
/// </remarks>
public sealed partial class KazakhTokenizer
{
    // Chosen once: the JIT knows the processor.
    private static TokenizerPath FastestPath =>
        Utf16Classifier512.IsSupported ? TokenizerPath.Vector512
        : Utf16Classifier256.IsSupported ? TokenizerPath.Vector256
        : Utf16Classifier128.IsSupported ? TokenizerPath.Vector128
        : TokenizerPath.Scalar;

    internal KazakhTokenizer(TokenizerPath path) => Path = path;

    /// <summary>The way that this tokenizer finds tokens.</summary>
    internal TokenizerPath Path { get; }

    /// <summary>The tokenizer.</summary>
    public static KazakhTokenizer Default { get; } = new(FastestPath);

    /// <summary>Finds tokens in UTF-16 text; call again with the rest of the text to go on.</summary>
    /// <param name="text">The text, or the part of it that begins where the last call stopped.</param>
    /// <param name="destination">Receives the tokens; their offsets count from the start of <paramref name="text"/>.</param>
    /// <param name="charsConsumed">Where to go on: what lies before it is in the tokens or between them.</param>
    /// <param name="tokensWritten">Tokens written to <paramref name="destination"/>.</param>
    /// <param name="isFinalBlock">Whether the text ends with <paramref name="text"/>; otherwise a token that more text could change is not written.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/> when all text is consumed, <see cref="OperationStatus.DestinationTooSmall"/> when a token found no place,
    /// <see cref="OperationStatus.NeedMoreData"/> when <paramref name="isFinalBlock"/> is <see langword="false"/> and the last token may go on.
    /// </returns>
    public OperationStatus Tokenize(
        ReadOnlySpan<char> text, Span<Token> destination, out int charsConsumed, out int tokensWritten, bool isFinalBlock = true)
    {
        TokenOutput output = new(destination);
        charsConsumed = 0;
        OperationStatus status = Continue<NoPauses>(text, text.Length, ref charsConsumed, ref output, isFinalBlock);
        tokensWritten = output.Count;
        return status;
    }

    /// <summary>Finds tokens in UTF-8 text; call again with the rest of the text to go on. An ill-formed sequence is a symbol.</summary>
    /// <param name="text">The text, or the part of it that begins where the last call stopped.</param>
    /// <param name="destination">Receives the tokens; their offsets count bytes from the start of <paramref name="text"/>.</param>
    /// <param name="bytesConsumed">Where to go on: what lies before it is in the tokens or between them.</param>
    /// <param name="tokensWritten">Tokens written to <paramref name="destination"/>.</param>
    /// <param name="isFinalBlock">Whether the text ends with <paramref name="text"/>; otherwise a token that more text could change is not written.</param>
    /// <returns>As <see cref="Tokenize(ReadOnlySpan{char}, Span{Token}, out int, out int, bool)"/> returns.</returns>
    public OperationStatus TokenizeUtf8(
        ReadOnlySpan<byte> text, Span<Token> destination, out int bytesConsumed, out int tokensWritten, bool isFinalBlock = true)
    {
        TokenOutput output = new(destination);
        bytesConsumed = 0;
        OperationStatus status = ContinueUtf8(text, ref bytesConsumed, ref output, isFinalBlock);
        tokensWritten = output.Count;
        return status;
    }

    /// <summary>All tokens of a text, as an array.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tokens, with offsets into <paramref name="text"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public Token[] Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tokenize(text.AsSpan());
    }

    /// <inheritdoc cref="Tokenize(string)"/>
    public Token[] Tokenize(ReadOnlySpan<char> text)
    {
        const int UnitsPerToken = 5; // news has one token in six to seven characters
        Token[] tokens = ArrayPool<Token>.Shared.Rent((text.Length / UnitsPerToken) + 16);
        int consumed = 0;
        int count = 0;
        while (true)
        {
            TokenOutput output = new(tokens) { Count = count };
            OperationStatus status = Continue<NoPauses>(text, text.Length, ref consumed, ref output, isFinalBlock: true);
            count = output.Count;
            if (status == OperationStatus.Done)
            {
                Token[] result = tokens.AsSpan(0, count).ToArray();
                ArrayPool<Token>.Shared.Return(tokens);
                return result;
            }

            Token[] larger = ArrayPool<Token>.Shared.Rent(tokens.Length * 2);
            tokens.AsSpan(0, count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(tokens);
            tokens = larger;
        }
    }

    /// <summary>Walks over the tokens of a text without an allocation.</summary>
    /// <param name="text">The text; it must stay in place as long as the enumerator is used.</param>
    /// <returns>An enumerator for <c>foreach</c>.</returns>
    public TokenEnumerator Enumerate(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>Walks over the tokens of a UTF-8 text without an allocation; offsets count bytes.</summary>
    /// <param name="text">The text; it must stay in place as long as the enumerator is used.</param>
    /// <returns>An enumerator for <c>foreach</c>.</returns>
    public Utf8TokenEnumerator EnumerateUtf8(ReadOnlySpan<byte> text) => new(this, text);

    /// <summary>Tells which rule decided, for the end of every token and for every place inside a token where it might have ended.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The decisions, in the order of the text.</returns>
#pragma warning disable CA1822 // a member of the tokenizer for its caller, though all tokenizers have the same rules
    public IReadOnlyList<TokenBoundary> Explain(ReadOnlySpan<char> text)
    {
        var boundaries = new List<TokenBoundary>();
        var context = new RuleContext<ListTrace> { Trace = new ListTrace(boundaries) };
        int index = 0;
        while (index < text.Length)
        {
            if ((Utf16.ClassAt(text, index, out int length) & CharacterClass.Space) != 0)
            {
                index += length;
                continue;
            }

            index = TokenRules<char, Utf16, ListTrace>.FindEnd(text, index, ref context, out _);
        }

        return boundaries;
    }
#pragma warning restore CA1822

    /// <inheritdoc cref="ScalarTokenizer{TUnit, TEncoding}.Tokenize"/>
    internal OperationStatus Continue<TPauses>(ReadOnlySpan<char> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock)
        where TPauses : struct, IPauseMode => Path switch
        {
            TokenizerPath.Vector512 => BlockTokenizer<char, Utf16, Utf16Classifier512>.Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock),
            TokenizerPath.Vector256 => BlockTokenizer<char, Utf16, Utf16Classifier256>.Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock),
            TokenizerPath.Vector128 => BlockTokenizer<char, Utf16, Utf16Classifier128>.Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock),
            _ => ScalarTokenizer<char, Utf16>.Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock),
        };

    /// <inheritdoc cref="ScalarTokenizer{TUnit, TEncoding}.Tokenize"/>
    internal OperationStatus ContinueUtf8(ReadOnlySpan<byte> text, ref int position, ref TokenOutput output, bool isFinalBlock) => Path switch
    {
        TokenizerPath.Vector512 => BlockTokenizer<byte, Utf8, Utf8Classifier512>.Tokenize<NoPauses>(text, text.Length, ref position, ref output, isFinalBlock),
        TokenizerPath.Vector256 => BlockTokenizer<byte, Utf8, Utf8Classifier256>.Tokenize<NoPauses>(text, text.Length, ref position, ref output, isFinalBlock),
        TokenizerPath.Vector128 => BlockTokenizer<byte, Utf8, Utf8Classifier128>.Tokenize<NoPauses>(text, text.Length, ref position, ref output, isFinalBlock),
        _ => ScalarTokenizer<byte, Utf8>.Tokenize<NoPauses>(text, text.Length, ref position, ref output, isFinalBlock),
    };
}
