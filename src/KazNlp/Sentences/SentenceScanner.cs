using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Finds sentence ends in a token stream. The loop over the tokens reads two characters a token, its last and the one after it,
/// and stops only at candidates: a stop, an emoji, or anything but one plain space between two tokens. The rules then look at a
/// bounded number of tokens around the candidate, so the time is linear in the tokens.
/// </summary>
/// <remarks>
/// A decision depends on the first token of its sentence and on what stands near the candidate, on nothing else; so splitting may be
/// resumed at any sentence.
/// </remarks>
internal ref partial struct SentenceScanner
{
    /// <summary>Tokens after a candidate that a decision may look at.</summary>
    public const int LookaheadTokens = 64;

    /// <summary>Code units after a candidate that a decision may look at.</summary>
    public const int LookaheadUnits = 512;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private int _first;
    private int _position;

    /// <summary>Starts at a token that begins a sentence.</summary>
    /// <param name="text">The text that the tokens' offsets point into.</param>
    /// <param name="tokens">Its tokens so far, in order.</param>
    /// <param name="first">The first token of the next sentence.</param>
    public SentenceScanner(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first)
        : this(text, tokens, first, first)
    {
    }

    /// <summary>Goes on where another scanner of the same text stood, with more tokens.</summary>
    public SentenceScanner(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int position)
    {
        _text = text;
        _tokens = tokens;
        _first = first;
        _position = position;
    }

    /// <summary>The first token of the sentence whose end is sought.</summary>
    public readonly int First => _first;

    /// <summary>The token up to which nothing ended that sentence.</summary>
    public readonly int Position => _position;

    /// <summary>Where <see cref="SentenceDecision"/>s go; null where nobody asks.</summary>
    public List<SentenceDecision>? Trace { get; init; }

    /// <summary>Finds the next sentence.</summary>
    /// <param name="isFinalBlock">Whether no text follows; without it, a sentence is given out only if more text cannot change it.</param>
    /// <param name="sentence">The sentence.</param>
    /// <returns>False where the tokens are used up, or the rest waits for more.</returns>
    public bool TryNext(bool isFinalBlock, out Sentence sentence)
    {
        int count = _tokens.Length;
        int decidable = count;
        if (!isFinalBlock)
        {
            decidable = count - LookaheadTokens;
            while (decidable > 0 && _tokens[decidable - 1 + (LookaheadTokens / 2)].End > _text.Length - LookaheadUnits) decidable--;
        }

        while (_position < decidable)
        {
            int candidate = FindCandidate(_position, Math.Min(decidable, count - 1));
            if (candidate >= decidable)
            {
                _position = decidable;
                break;
            }

            SentenceRule rule = Decide(candidate, out int last);
            Trace?.Add(new(_tokens[last].End, rule >= SentenceRule.Stop, rule));
            _position = last + 1;
            if (rule >= SentenceRule.Stop)
            {
                sentence = EndAt(last);
                return true;
            }
        }

        sentence = default;
        return false;
    }

    private Sentence EndAt(int last)
    {
        int start = _tokens[_first].Start;
        Sentence sentence = new(start, _tokens[last].End - start, _first, last - _first + 1);
        _first = last + 1;
        return sentence;
    }

    /// <summary>The first candidate from <paramref name="index"/> on; <paramref name="limit"/> if there is none before it.</summary>
    private readonly int FindCandidate(int index, int limit)
    {
        // Every token in reach has one after it, so the character at its end exists.
        ref char text = ref MemoryMarshal.GetReference(_text);
        ref Token tokens = ref MemoryMarshal.GetReference(_tokens);
        for (; index < limit; index++)
        {
            Token token = Unsafe.Add(ref tokens, index);
            int end = token.End;
            char last = Unsafe.Add(ref text, end - 1);
            char after = Unsafe.Add(ref text, end);
            int gap = Unsafe.Add(ref tokens, index + 1).Start - end;

            // A plain gap is one space, or none; no token holds a space, so `after` tells which it should be.
            if (IsTerminal(last) | (gap != (after == ' ' ? 1 : 0)) | (token.Kind == TokenKind.Emoji)) return index;
        }

        return limit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsTerminal(char c)
    {
        const ulong Terminals = (1UL << '.') | (1UL << '!') | (1UL << '?');
        return (((Terminals >> c) & 1) != 0 & c < 64) | c == '…';
    }
}
