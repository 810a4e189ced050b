using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Finds sentence ends in a token stream. The loop over the tokens reads two characters a token, its last and the one after it,
/// and picks out the candidates: a stop, an emoji, or anything but one plain space between two tokens. The rules then look at a
/// bounded number of tokens around each candidate, so the time is linear in the tokens.
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
    private readonly int _decidable;
    private int _position;
    private int _scanned;
    private int _candidateCount;
    private int _nextCandidate;
    private CandidateBlock _candidates;

    /// <summary>Makes a scanner.</summary>
    /// <param name="text">The text that the tokens' offsets point into, as far as it is known.</param>
    /// <param name="tokens">Its tokens so far, in order.</param>
    /// <param name="first">The first token of the sentence whose end is sought.</param>
    /// <param name="position">The token up to which another scanner found that nothing ends that sentence; at least <paramref name="first"/>.</param>
    /// <param name="isFinalBlock">Whether no text follows; without it, a sentence is given out only if more text cannot change it.</param>
    public SentenceScanner(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int position, bool isFinalBlock)
    {
        _text = text;
        _tokens = tokens;
        _first = first;
        _position = position;
        _scanned = position;
        _decidable = tokens.Length;
        if (isFinalBlock) return;
        _decidable -= LookaheadTokens;
        while (_decidable > 0 && tokens[_decidable - 1 + (LookaheadTokens / 2)].End > text.Length - LookaheadUnits) _decidable--;
    }

    /// <summary>The first token of the sentence whose end is sought.</summary>
    public readonly int First => _first;

    /// <summary>The token up to which nothing ended that sentence.</summary>
    public readonly int Position => _position;

    /// <summary>Where <see cref="SentenceDecision"/>s go; null where nobody asks.</summary>
    public List<SentenceDecision>? Trace { get; init; }

    /// <summary>Finds the next sentence.</summary>
    /// <returns>False where the tokens are used up, or the rest waits for more.</returns>
    public bool TryNext(out Sentence sentence)
    {
        while (true)
        {
            while (_nextCandidate < _candidateCount)
            {
                int candidate = _candidates[_nextCandidate];
                _nextCandidate++;
                if (candidate < _position) continue; // belongs to what the rules have looked at already
                SentenceRule rule = Decide(candidate, out int last);
                Trace?.Add(new(_tokens[last].End, rule >= SentenceRule.Stop, rule));
                _position = last + 1;
                if (rule < SentenceRule.Stop) continue;
                sentence = EndAt(last);
                return true;
            }

            if (_scanned >= _decidable) break;
            CollectCandidates();
        }

        _position = Math.Max(_position, _decidable);
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

    /// <summary>Looks through the next tokens, at most a block of them, and notes the candidates.</summary>
    private void CollectCandidates()
    {
        ref byte classes = ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table);
        ref char text = ref MemoryMarshal.GetReference(_text);
        ref Token tokens = ref MemoryMarshal.GetReference(_tokens);
        ref int candidates = ref _candidates[0];
        int index = _scanned;
        int limit = Math.Min(index + CandidateBlock.Length - 1, Math.Min(_decidable, _tokens.Length - 1));
        int count = 0;
        ulong token = index < limit ? Raw(ref tokens, index) : 0;
        for (; index < limit; index++)
        {
            // The loop has no branch: every index is written, and stays if it is a candidate. With a branch a token costs the same, but
            // each candidate a misprediction more. Every token here has one after it, so the character at its end exists. A token is read
            // as one word, and its last character together with the next as another: three loads a token instead of six.
            ulong next = Raw(ref tokens, index + 1);
            int end = StartUnit(token) + (int)(LengthAndKind(token) & Token.MaxLength);
            uint pair = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref text, end - 1)));
            uint lastUnit = BitConverter.IsLittleEndian ? pair & 0xFFFF : pair >> 16;
            uint after = BitConverter.IsLittleEndian ? pair >> 16 : pair & 0xFFFF;

            // A plain gap is one space or none, and no token begins with a space: so `after` tells the width that a plain gap has.
            // `Special` is the class of surrogates and variation selectors, with which emoji end.
            int oddGap = (StartUnit(next) - end) ^ (after == ' ' ? 1 : 0);
            int ends = Unsafe.Add(ref classes, (nint)lastUnit) & (int)(CharacterClass.Terminal | CharacterClass.Special);
            Unsafe.Add(ref candidates, count) = index;
            count += (oddGap | ends) != 0 ? 1 : 0;
            token = next;
        }

        if (index == _tokens.Length - 1 && index < _decidable) Unsafe.Add(ref candidates, count++) = index++; // the last token of all
        _scanned = index;
        _candidateCount = count;
        _nextCandidate = 0;
    }

    private static ulong Raw(ref Token tokens, int index) => Unsafe.BitCast<Token, ulong>(Unsafe.Add(ref tokens, index));

    private static int StartUnit(ulong token) => (int)(BitConverter.IsLittleEndian ? token : token >> 32);

    private static uint LengthAndKind(ulong token) => (uint)(BitConverter.IsLittleEndian ? token >> 32 : token);

    private static bool IsTerminal(char c) => (CharacterClasses.Table[c] & (int)CharacterClass.Terminal) != 0;

    /// <summary>Candidates that were found ahead of the decisions.</summary>
    [InlineArray(Length)]
    private struct CandidateBlock
    {
        public const int Length = 128;

        private int _first;
    }
}
