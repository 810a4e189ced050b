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
    private ReadOnlySpan<Token> _tokens;
    private int _first;
    private int _decidable;
    private int _position;
    private int _lineStart = -1; // of the line at _position, where it is known
    private int _scanned;
    private int _candidateCount;
    private int _nextCandidate;
    private CandidateBlock _candidates;

    /// <summary>Makes a scanner of a text whose tokens come in parts; see <see cref="GoOn"/>.</summary>
    public SentenceScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Makes a scanner of tokens that are there.</summary>
    /// <param name="text">The text that the tokens' offsets point into, as far as it is known.</param>
    /// <param name="tokens">Its tokens so far, in order, from the start of a sentence on.</param>
    /// <param name="isFinalBlock">Whether no text follows; without it, a sentence is given out only if more text cannot change it.</param>
    public SentenceScanner(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, bool isFinalBlock)
    {
        _text = text;
        GoOn(tokens, isFinalBlock, isFinalBlock);
    }

    /// <summary>The first token of the sentence whose end is sought.</summary>
    public readonly int First => _first;

    /// <summary>Where <see cref="SentenceDecision"/>s go; null where nobody asks.</summary>
    public List<SentenceDecision>? Trace { get; init; }

    /// <summary>Takes the tokens that are known by now.</summary>
    /// <param name="tokens">The tokens that were known before, and more.</param>
    /// <param name="areAll">Whether no token follows.</param>
    /// <param name="isFinalBlock">Whether no text follows.</param>
    public void GoOn(ReadOnlySpan<Token> tokens, bool areAll, bool isFinalBlock)
    {
        _tokens = tokens;
        _decidable = tokens.Length;
        if (areAll) return;
        _decidable -= LookaheadTokens;
        if (isFinalBlock) return;
        while (_decidable > 0 && tokens[_decidable - 1 + (LookaheadTokens / 2)].End > _text.Length - LookaheadUnits) _decidable--;
    }

    /// <summary>Writes the sentences that end at pauses which the tokenizer has noted.</summary>
    /// <param name="pauses">Indices of tokens, in order.</param>
    /// <param name="destination">Takes the sentences.</param>
    /// <param name="written">Sentences that were written before, and afterwards all.</param>
    /// <returns>Pauses that are dealt with.</returns>
    public int Write(scoped ReadOnlySpan<int> pauses, scoped Span<Sentence> destination, scoped ref int written)
    {
        int read = 0;
        int count = written;
        for (; read < pauses.Length && count < destination.Length; read++)
        {
            int candidate = pauses[read];
            if (candidate >= _decidable) break;
            if (IsPassed(candidate)) continue;
            int last = candidate;
            bool isEnd = IsPlainStop(candidate) || DecideByRules(candidate, out last) >= SentenceRule.Stop;
            Pass(last);
            if (isEnd) destination[count++] = EndAt(last);
        }

        if (read == pauses.Length && _decidable == _tokens.Length && _first < _tokens.Length && count < destination.Length)
        {
            destination[count++] = EndAt(_tokens.Length - 1);
        }

        written = count;
        return read;
    }

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
                if (!IsPassed(candidate) && TryEnd(candidate, out sentence)) return true;
            }

            if (_scanned >= _decidable) break;
            CollectCandidates();
        }

        sentence = default;
        return false;
    }

    private bool TryEnd(int candidate, out Sentence sentence)
    {
        SentenceRule rule = Decide(candidate, out int last);
        Trace?.Add(new(_tokens[last].End, rule >= SentenceRule.Stop, rule));
        Pass(last);
        if (rule < SentenceRule.Stop)
        {
            sentence = default;
            return false;
        }

        sentence = EndAt(last);
        return true;
    }

    // Whether a candidate belongs to what the rules have looked at already.
    private bool IsPassed(int candidate)
    {
        if (candidate >= _position) return false;
        _lineStart = -1;
        return true;
    }

    // Goes on behind a token, and keeps an eye on the start of the line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pass(int last)
    {
        _position = last + 1;
        if (_position >= _tokens.Length) return;
        int end = _tokens[last].End, next = _tokens[last + 1].Start;
        char c = _text[end];
        if (next == end || (next == end + 1 && c == ' ')) return;
        _lineStart = next == end + 1 && c == '\n' ? next : -1;
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
            int emoji = LengthAndKind(token) >> Token.LengthBits == (uint)TokenKind.Emoji ? 1 : 0;
            Unsafe.Add(ref candidates, count) = index;
            count += (oddGap | ends | emoji) != 0 ? 1 : 0;
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
