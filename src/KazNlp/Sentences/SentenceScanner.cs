using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Finds sentence ends in a token stream. Candidates are the tokens behind which a sentence may end: those with a stop at their end, emoji, and those
/// before anything but one plain space; the tokenizer notes them, or a loop over given tokens picks them out. The rules then look at a
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
    private int _position; // behind the tokens that belong to the last candidate
    private int _firstWithStop = -1; // the first token of the last sentence that went on behind a stop
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

    /// <summary>Writes the next sentences.</summary>
    /// <param name="destination">Takes the sentences.</param>
    /// <returns>Their number; fewer than there is room for where the tokens are used up, or the rest waits for more.</returns>
    public int Write(scoped Span<Sentence> destination)
    {
        int written = 0;
        while (true)
        {
            ReadOnlySpan<int> candidates = MemoryMarshal.CreateReadOnlySpan(ref _candidates[0], _candidateCount);
            _nextCandidate += Write(candidates[_nextCandidate..], destination, ref written);
            if (written == destination.Length || _scanned >= _decidable) return written;
            CollectCandidates();
        }
    }

    /// <summary>Writes the sentences that end at given candidates.</summary>
    /// <param name="candidates">Indices of tokens in order, all candidates behind those of the last call.</param>
    /// <param name="destination">Takes the sentences.</param>
    /// <param name="written">Sentences that were written before, and afterwards all.</param>
    /// <returns>Candidates that are dealt with.</returns>
    public int Write(scoped ReadOnlySpan<int> candidates, scoped Span<Sentence> destination, scoped ref int written)
    {
        int known = candidates.Length;
        int limit = Math.Min(_decidable, _tokens.Length - 1);
        while (known > 0 && candidates[known - 1] >= limit) known--;
        int read = 0;
        while (true)
        {
            while (read < known && candidates[read] < _position) read++;
            if (read == known || written == destination.Length) break;

            // A candidate is the end of one sentence at most, so that the loop inside need not watch the room.
            int part = Math.Min(known - read, destination.Length - written);
            written += WriteEnds(candidates, ref read, read + part, destination[written..]);
        }

        bool isAtLast = read < candidates.Length && candidates[read] == _tokens.Length - 1 && _decidable == _tokens.Length;
        if (!isAtLast || written == destination.Length) return read;
        if (_first < _tokens.Length)
        {
            int start = _tokens[_first].Start;
            destination[written++] = new Sentence(start, _tokens[^1].End - start, _first, _tokens.Length - _first);
            _first = _tokens.Length;
        }

        return read + 1;
    }

    // Writes the sentences that end at some of the candidates; there is room for them.
    private unsafe int WriteEnds(scoped ReadOnlySpan<int> candidates, ref int read, int to, scoped Span<Sentence> destination)
    {
        fixed (Token* tokens = _tokens)
        fixed (char* text = _text)
        fixed (int* places = candidates)
        fixed (Sentence* sentences = destination)
        {
            PlainRun run = new()
            {
                Tokens = (ulong*)tokens,
                Text = text,
                Place = places + read,
                End = places + to,
                Sentence = sentences,
            };
            run.Begin(_first);
            if (_firstWithStop == _first) run.Starts = 0; // such a sentence is left to the rules: it may be a title
            while (WritePlain(ref run))
            {
                int last = *run.Place++;
                _first = run.First; // what quotation marks are, depends on it
                Verdict verdict = AtOtherForm(in run, places, places + candidates.Length);
                if (verdict == Verdict.GoesOn) continue;
                if (verdict == Verdict.Ask)
                {
                    bool ends = Decide(ref last);
                    while (run.Place < run.End && *run.Place <= last) run.Place++;
                    if (!ends)
                    {
                        if (_firstWithStop == run.First) run.Starts = 0;
                        continue;
                    }
                }

                *run.Sentence++ = new Sentence(run.Start, tokens[last].End - run.Start, run.First, last - run.First + 1);
                run.First = last + 1;
                if (run.First == _tokens.Length) break;
                run.Begin(run.First);
            }

            read = (int)(run.Place - places);
            _first = run.First;
            return (int)(run.Sentence - sentences);
        }
    }

    /// <summary>Decides at all candidates by the rules alone, and says which of them decided.</summary>
    public void Explain(List<SentenceDecision> decisions)
    {
        while (_scanned < _decidable)
        {
            CollectCandidates();
            foreach (int candidate in MemoryMarshal.CreateReadOnlySpan(ref _candidates[0], _candidateCount))
            {
                if (candidate < _position) continue;
                SentenceRule rule = Decide(candidate, out int last);
                bool isEnd = rule >= SentenceRule.Stop;
                decisions.Add(new(_tokens[last].End, isEnd, rule));
                _position = last + 1;
                if (isEnd) _first = _position;
            }
        }
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
            int end = EndUnit(token);
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

    private static int EndUnit(ulong token) => StartUnit(token) + (int)(LengthAndKind(token) & Token.MaxLength);

    private static bool IsTerminal(char c) => (CharacterClasses.Table[c] & (int)CharacterClass.Terminal) != 0;

    /// <summary>Candidates that were found ahead of the decisions.</summary>
    [InlineArray(Length)]
    private struct CandidateBlock
    {
        public const int Length = 128;

        private int _first;
    }
}
