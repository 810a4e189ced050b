using System.Buffers;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>
/// Splits Kazakh text into sentences, on the tokens of <see cref="KazakhTokenizer"/>. Every token belongs to exactly one sentence.
/// Immutable and thread-safe; the members that write into spans allocate nothing.
/// </summary>
/// <remarks>
/// A sentence ends at a stop that closes it, at an emoji in place of a stop, at an empty line, and at the end of a line that was ended
/// on purpose, such as a heading. <see cref="SentenceRule"/> lists the rules. Time is linear in the tokens.
/// </remarks>
#pragma warning disable CA1822 // one splitter, one object: which of its members read its tokenizer is no concern of the caller
public sealed class KazakhSentenceSplitter
{
    // A block's text and its tokens (about 4,700 on news) are still in the second cache when its sentences are sought. Each turn from tokens to sentences and
    // back costs the tokenizer time, too: blocks of 8,192 units, which the first cache holds, take 1.02 times as long in all, and of 65,536 as long.
    private const int BlockUnits = 32768;

    // News has 320 pauses in a block. Text with more is cut into smaller blocks.
    private const int BlockPauses = 2048;

    private readonly KazakhTokenizer _tokenizer;

    /// <summary>Makes a splitter.</summary>
    /// <param name="tokenizer">What the members that are given a text alone tokenize it with; <see cref="KazakhTokenizer.Default"/> if null.</param>
    public KazakhSentenceSplitter(KazakhTokenizer? tokenizer = null) => _tokenizer = tokenizer ?? KazakhTokenizer.Default;

    /// <summary>The splitter over <see cref="KazakhTokenizer.Default"/>.</summary>
    public static KazakhSentenceSplitter Default { get; } = new();

    /// <summary>Splits a tokenized text, or a part of one, into a caller's span.</summary>
    /// <param name="text">The text that the tokens' offsets point into.</param>
    /// <param name="tokens">Tokens in order, from the start of a sentence on.</param>
    /// <param name="destination">Takes the sentences; <see cref="Sentence.FirstToken"/> is an index into <paramref name="tokens"/>.</param>
    /// <param name="tokensConsumed">Tokens in the sentences that were written. Pass the rest, with the tokens that follow, the next time.</param>
    /// <param name="sentencesWritten">Sentences that were written.</param>
    /// <param name="isFinalBlock">
    /// False when more text and tokens follow: a sentence is then written only when they cannot change its end, and the result is the same
    /// as for the whole text at once.
    /// </param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/> when every token was consumed, <see cref="OperationStatus.NeedMoreData"/> when the last ones wait for more,
    /// <see cref="OperationStatus.DestinationTooSmall"/> when the span is full.
    /// </returns>
    /// <exception cref="ArgumentException">The last token does not lie inside the text.</exception>
    public OperationStatus Split(
        ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<Sentence> destination, out int tokensConsumed, out int sentencesWritten, bool isFinalBlock = true)
    {
        CheckInside(text, tokens);
        SentenceScanner scanner = new(text, tokens, isFinalBlock);
        sentencesWritten = scanner.Write(destination);
        tokensConsumed = scanner.First;
        if (tokensConsumed == tokens.Length) return OperationStatus.Done;
        return sentencesWritten == destination.Length ? OperationStatus.DestinationTooSmall : OperationStatus.NeedMoreData;
    }

    /// <summary>Finds tokens and sentences together, block by block, while the text is in the processor's cache.</summary>
    /// <param name="text">The text, or the part of it that begins where the last call stopped.</param>
    /// <param name="tokens">Takes the tokens; offsets count from the start of <paramref name="text"/>.</param>
    /// <param name="sentences">Takes the sentences.</param>
    /// <param name="charsConsumed">Where to go on: the end of the last sentence that was written, or of the text.</param>
    /// <param name="tokensWritten">Tokens of the sentences that were written.</param>
    /// <param name="sentencesWritten">Sentences that were written.</param>
    /// <param name="isFinalBlock">False when more text follows: then only sentences are written that it cannot change.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/> when the text is used up, <see cref="OperationStatus.NeedMoreData"/> when the last sentence may go on in the text
    /// that follows, <see cref="OperationStatus.DestinationTooSmall"/> when <paramref name="sentences"/> is full, or <paramref name="tokens"/> too small for
    /// the next sentence and what a decision looks at after it: with no sentence written, a larger span is needed.
    /// </returns>
    public OperationStatus Split(
        ReadOnlySpan<char> text, Span<Token> tokens, Span<Sentence> sentences, out int charsConsumed, out int tokensWritten, out int sentencesWritten, bool isFinalBlock = true) =>
        SplitBlocks(text, tokens, sentences, out charsConsumed, out tokensWritten, out sentencesWritten, isFinalBlock);

    /// <summary>Tokenizes and splits a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The sentences, in order; none when the text holds nothing but white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Sentence[] Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(text, wantsTokens: false).Sentences;
    }

    /// <summary>Tokenizes and splits a text, both in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wantsTokens">Whether to return the tokens too.</param>
    /// <returns>The tokens, none if they are not wanted, and the sentences.</returns>
    internal (Token[] Tokens, Sentence[] Sentences) Split(ReadOnlySpan<char> text, bool wantsTokens)
    {
        const int UnitsPerToken = 5, UnitsPerSentence = 30; // news has seven and a hundred
        int tokenRoom = (text.Length / UnitsPerToken) + BlockTokenizer.BlockSize + BlockTokenizer.MaxOverrun;
        int sentenceRoom = (text.Length / UnitsPerSentence) + 16;
        while (true)
        {
            // Another try begins at the start of the text, because only that gives the sentences of the whole; the room doubles, so time is linear.
            Token[] tokens = ArrayPool<Token>.Shared.Rent(tokenRoom);
            Sentence[] sentences = ArrayPool<Sentence>.Shared.Rent(sentenceRoom);
            OperationStatus status = Split(text, tokens.AsSpan(), sentences, out _, out int tokenCount, out int sentenceCount);
            (Token[], Sentence[]) result = status == OperationStatus.Done
                ? (wantsTokens ? tokens.AsSpan(0, tokenCount).ToArray() : [], sentences.AsSpan(0, sentenceCount).ToArray())
                : ([], []);
            (tokenRoom, sentenceRoom) = (tokens.Length * 2, sentences.Length * 2);
            ArrayPool<Token>.Shared.Return(tokens);
            ArrayPool<Sentence>.Shared.Return(sentences);
            if (status == OperationStatus.Done) return result;
        }
    }

    /// <summary>Splits a tokenized text.</summary>
    /// <param name="text">The text that the tokens' offsets point into.</param>
    /// <param name="tokens">All its tokens, in order.</param>
    /// <returns>The sentences, in order; none when there is no token.</returns>
    /// <exception cref="ArgumentException">The last token does not lie inside the text.</exception>
    public Sentence[] Split(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        List<Sentence> sentences = [];
        foreach (Sentence sentence in Enumerate(text, tokens)) sentences.Add(sentence);
        return [.. sentences];
    }

    /// <summary>Goes through the sentences of a tokenized text, one by one and without an allocation.</summary>
    /// <param name="text">The text that the tokens' offsets point into.</param>
    /// <param name="tokens">All its tokens, in order.</param>
    /// <exception cref="ArgumentException">The last token does not lie inside the text.</exception>
    public SentenceEnumerator Enumerate(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        CheckInside(text, tokens);
        return new SentenceEnumerator(text, tokens);
    }

    /// <summary>Tells for every place that looked like an end which rule decided.</summary>
    /// <param name="text">The text that the tokens' offsets point into.</param>
    /// <param name="tokens">All its tokens, in order.</param>
    /// <returns>The decisions, in order of the text.</returns>
    /// <exception cref="ArgumentException">The last token does not lie inside the text.</exception>
    public IReadOnlyList<SentenceDecision> Explain(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        CheckInside(text, tokens);
        List<SentenceDecision> decisions = [];
        SentenceScanner scanner = new(text, tokens, isFinalBlock: true);
        scanner.Explain(decisions);
        return decisions;
    }

    [SkipLocalsInit]
    private OperationStatus SplitBlocks(
        ReadOnlySpan<char> text, Span<Token> tokens, Span<Sentence> sentences, out int charsConsumed, out int tokensWritten, out int sentencesWritten, bool isFinalBlock)
    {
        Span<int> pauses = stackalloc int[BlockPauses];
        TokenOutput output = new(tokens, pauses);
        SentenceScanner scanner = new(text);
        int position = 0;
        sentencesWritten = 0;
        while (true)
        {
            int stopAt = Math.Min(text.Length - position, BlockUnits) + position;
            OperationStatus status = _tokenizer.Continue<WithPauses>(text, stopAt, ref position, ref output, isFinalBlock);
            bool isEnd = status == OperationStatus.Done && position == text.Length && isFinalBlock;
            scanner.GoOn(tokens[..output.Count], isEnd, isFinalBlock);
            output.DropPauses(scanner.Write(pauses[..output.PauseCount], sentences, ref sentencesWritten));
            tokensWritten = scanner.First;
            if (isEnd && tokensWritten == output.Count)
            {
                charsConsumed = text.Length;
                return OperationStatus.Done;
            }

            bool isFull = sentencesWritten == sentences.Length || status == OperationStatus.DestinationTooSmall;
            if (isFull || status == OperationStatus.NeedMoreData || position == text.Length)
            {
                charsConsumed = tokensWritten == 0 ? 0 : tokens[tokensWritten - 1].End;
                return isFull ? OperationStatus.DestinationTooSmall : OperationStatus.NeedMoreData;
            }
        }
    }

    private static void CheckInside(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length > 0 && tokens[^1].End > text.Length)
        {
            throw new ArgumentException("The tokens do not belong to this text: the last one ends past it.", nameof(tokens));
        }
    }
}
