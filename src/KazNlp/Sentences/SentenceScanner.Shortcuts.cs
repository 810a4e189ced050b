using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <content>
/// What the rules surely say at the candidates of the most frequent forms, told by a few loads from the tokens and the text around them. A shortcut
/// may leave any candidate to the rules, and never says anything else than they do: a property test compares.
/// </content>
internal ref partial struct SentenceScanner
{
    private const int ShortestLongWord = 4; // of shorter words, one may end in a title of several

    private const uint OneMark = ((uint)TokenKind.Punctuation << Token.LengthBits) | 1;

    private const uint NoLetters = (uint)TokenKind.Word << Token.LengthBits; // a word of length 0

    // One bit for each kind of token that is to a line break what a word is.
    private const int WordLike = (1 << (int)TokenKind.Word) | (1 << (int)TokenKind.Number) | (1 << (int)TokenKind.Url) | (1 << (int)TokenKind.Email)
        | (1 << (int)TokenKind.Mention);

    /// <summary>What a shortcut says.</summary>
    private enum Verdict
    {
        /// <summary>Nothing.</summary>
        Ask,

        /// <summary>The sentence goes on.</summary>
        GoesOn,

        /// <summary>The sentence ends.</summary>
        Ends,
    }

    /// <summary>
    /// Writes sentences as long as they surely end: before a blank line; or with a word of four letters and more that begins with a small letter, one stop, white
    /// space, and a word or a number that may start a sentence. Three candidates in four of news.
    /// </summary>
    /// <returns>Whether a candidate of another form is left.</returns>
    // A method of its own, whose variables stay in registers. Jumps, each of which is nearly always the same way once the first has told a mark from a word.
    // What every candidate's form says, from tables and without a jump, and a second loop that writes: tokens and sentences of news took 1.58 times as long as
    // the tokens, and 1.44 with the jumps.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe bool WritePlain(ref PlainRun run)
    {
        ulong* tokens = run.Tokens;
        char* text = run.Text;
        int* place = run.Place;
        int* placesEnd = run.End;
        Sentence* sentence = run.Sentence;
        int first = run.First, begin = run.Start, starts = run.Starts;
        while (place < placesEnd)
        {
            int last = *place;
            if (last == first) break;
            ulong* token = tokens + (uint)last;
            ulong here = token[0], next = token[1], before = token[-1];
            int end = EndUnit(here), start = StartUnit(next);
            int opening = SentenceUnits.Of(text[(uint)start]);
            uint kind = LengthAndKind(next) >> Token.LengthBits;
            if (start <= end + 1 || !IsBlankLine(text + (uint)end))
            {
                uint length = LengthAndKind(before) - NoLetters; // what is no word becomes longer than any word
                if (LengthAndKind(here) != OneMark || length - ShortestLongWord > Token.MaxLength - ShortestLongWord || start == end) break;
                char* word = text + (uint)StartUnit(before);
                if ((SentenceUnits.Of(text[(uint)end - 1]) & SentenceUnits.StopOrQuote) != SentenceUnits.Stop
                    || (opening & starts) == 0
                    || kind - (uint)TokenKind.Word > TokenKind.Number - TokenKind.Word
                    || (SentenceUnits.Of(*word) & (SentenceUnits.Small | SentenceUnits.SayingStart)) == 0
                    || SentenceLexicon.MayBeShortened(word + length)
                    || last <= LongestTitlePart
                    || MayBeInTitle(token))
                {
                    break;
                }
            }

            place++;
            *sentence++ = new Sentence(begin, end - begin, first, last - first + 1);
            first = last + 1;
            begin = start;
            starts = StartsAfterStop(kind == (uint)TokenKind.Word, opening);
        }

        run.Place = place;
        run.Sentence = sentence;
        run.First = first;
        run.Start = begin;
        run.Starts = starts;
        return place < placesEnd;
    }

    // The traits of the starts behind a stop of that form before which a sentence ends: capital letters and digits; small letters if it begins with one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StartsAfterStop(bool isWord, int opening) =>
        SentenceUnits.Capital | SentenceUnits.Digit | Bit(isWord & (opening & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0);

    // Whether the nearest of the marks that IsTitleOpen looks for may open: the next token touches it. Loads of tokens alone, all near.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe bool MayBeInTitle(ulong* stop)
    {
        Vector256<uint> token = Vector256.Load(stop - LongestTitlePart).AsUInt32(), next = Vector256.Load(stop - LongestTitlePart + 1).AsUInt32();
        Vector256<uint> isMark = Vector256.Equals(token, Vector256.Create(OneMark)); // of the second half of each token
        Vector256<uint> touches = Vector256.Equals(next - token, Vector256<uint>.One); // of the first half
        uint marks = isMark.ExtractMostSignificantBits() & 0xAA;
        uint opening = marks & (touches.ExtractMostSignificantBits() << 1);
        return opening > (marks ^ opening);
    }

    // A candidate of another form.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly unsafe Verdict AtOtherForm(in PlainRun run, int* places, int* placesEnd)
    {
        int* place = run.Place - 1;
        ulong* token = run.Tokens + *place;
        char* text = run.Text;
        ulong here = token[0];
        uint kind = LengthAndKind(here);
        int end = EndUnit(here);
        char last = text[end - 1];
        int traits = SentenceUnits.Of(last) & SentenceUnits.StopOrQuote;
        if (IsBlankLine(text + end)) return Verdict.Ends;
        if (kind == OneMark && traits == SentenceUnits.Stop)
        {
            return *place == run.First ? Verdict.Ask : AtStop(token, text, last == '.', place, places, placesEnd, run.Starts);
        }

        if (text[end] == '\n')
        {
            bool isOpen = kind == OneMark ? traits == SentenceUnits.StopOrQuote : (WordLike >> (int)(kind >> Token.LengthBits) & 1) != 0 & last != '.';
            return isOpen ? AtLineBreak(token, text, place, places, placesEnd) : Verdict.Ask;
        }

        return last == '.' & kind >> Token.LengthBits == (uint)TokenKind.Word ? AtAbbreviation(text, here, token[1]) : Verdict.Ask;
    }

    // One stop, not the first token of its sentence.
    private readonly unsafe Verdict AtStop(ulong* token, char* text, bool isPeriod, int* place, int* places, int* placesEnd, int starts)
    {
        ulong before = token[-1], next = token[1];
        int end = EndUnit(token[0]), start = StartUnit(next), opening = SentenceUnits.Of(text[start]);
        uint nextKind = LengthAndKind(next) >> Token.LengthBits;
        uint length = LengthAndKind(before) - NoLetters;
        if (length > Token.MaxLength)
        {
            if (LengthAndKind(before) != OneMark) return Verdict.Ask;
            char mark = text[StartUnit(before)];
            bool isClosing = mark is ')' or '»' || (mark is '"' or '”' && ClosesWord(token, *place));
            return isClosing && nextKind == (uint)TokenKind.Word && (opening & SentenceUnits.Capital) != 0 ? Verdict.Ends : Verdict.Ask;
        }

        ReadOnlySpan<char> word = new(text + StartUnit(before), (int)length);
        if (isPeriod && ((SentenceUnits.Of(word[0]) & SentenceUnits.Roman) != 0 || SentenceLexicon.IsShortened(word))) return Verdict.Ask;
        if (nextKind == (uint)TokenKind.Word)
        {
            if ((opening & SentenceUnits.Capital) != 0)
            {
                return isPeriod && IsQuoteNear(token, text, *place) && EndsPartOfTitle(*place) ? Verdict.Ask : Verdict.Ends;
            }

            if ((opening & (SentenceUnits.Small | SentenceUnits.SayingStart)) == 0) return Verdict.Ask;
            if (text[end] == '\n' && AtLineBreak(token, text, place, places, placesEnd) == Verdict.Ends) return Verdict.Ends;
            bool isClosed = length >= 3 && ((starts & SentenceUnits.Small) != 0 ? isPeriod || !SentenceLexicon.IsShortened(word) : isPeriod && SentenceLexicon.IsPredicate(word));
            return isClosed && !SentenceLexicon.IsSaying(new(text + start, EndUnit(next) - start)) ? Verdict.Ends : Verdict.Ask;
        }

        if (start == end) return Verdict.Ask;
        if (nextKind == (uint)TokenKind.Number) return (opening & SentenceUnits.Digit) != 0 ? Verdict.Ends : Verdict.Ask;
        if (LengthAndKind(next) != OneMark || (opening & SentenceUnits.StopOrQuote) != SentenceUnits.OpeningQuote || *place + 2 >= _tokens.Length) return Verdict.Ask;
        bool opens = StartUnit(token[2]) == start + 1 && LengthAndKind(token[2]) >> Token.LengthBits == (uint)TokenKind.Word;

        // Whatever a mark on the next line does, it does not belong to a stop behind a predicate.
        return opens || (isPeriod && text[end] == '\n' && SentenceLexicon.IsPredicate(word)) ? Verdict.Ends : Verdict.Ask;
    }

    // Whether two line feeds begin here, or two line breaks of two units; white space and a token follow, so that there are so many units.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe bool IsBlankLine(char* gap) => (gap[0] == '\n' && gap[1] == '\n') || (gap[0] == '\r' && gap[1] == '\n' && gap[2] == '\r');

    // Whether the mark before a stop, which might open or close, stands at a word and at the stop: then it closes.
    private static unsafe bool ClosesWord(ulong* token, int place) =>
        place >= 2 && EndUnit(token[-1]) == StartUnit(token[0]) && EndUnit(token[-2]) == StartUnit(token[-1])
        && LengthAndKind(token[-2]) - NoLetters <= Token.MaxLength;

    /// <summary>Whether <see cref="IsInsideTitle"/> would find a quotation mark behind the token after a candidate.</summary>
    private readonly unsafe bool IsQuoteNear(ulong* token, char* text, int place)
    {
        int limit = Math.Min(_tokens.Length - 1 - place, LongestTitle + 1);
        int found = 0;
        for (int i = 2; i < limit; i++)
        {
            found |= SentenceUnits.Of(text[StartUnit(token[i])]) & -Bit((LengthAndKind(token[i]) & Token.MaxLength) == 1);
        }

        return (found & SentenceUnits.Quote) != 0;
    }

    // A line feed behind what does not end a sentence by itself: what the lengths of the lines say.
    private readonly unsafe Verdict AtLineBreak(ulong* token, char* text, int* place, int* places, int* placesEnd)
    {
        // The next line begins with a word; a number that is no list's; or a quotation mark at a word.
        ulong next = token[1];
        int end = EndUnit(token[0]), start = StartUnit(next), content = start;
        uint kind = LengthAndKind(next);
        if (start != end + 1) return Verdict.Ask;
        if (kind - (NoLetters + 2) > Token.MaxLength - 2)
        {
            if (*place + 2 >= _tokens.Length) return Verdict.Ask;
            ulong second = token[2];
            if (kind == OneMark)
            {
                content = StartUnit(second);
                if ((SentenceUnits.Of(text[start]) & SentenceUnits.StopOrQuote) != SentenceUnits.OpeningQuote
                    || content != start + 1 || LengthAndKind(second) >> Token.LengthBits != (uint)TokenKind.Word) return Verdict.Ask;
            }
            else if (kind >> Token.LengthBits != (uint)TokenKind.Number || StartUnit(second) == EndUnit(next))
            {
                return Verdict.Ask;
            }
        }

        int length = end - StartOfLine(token, text, place, places);
        if (length > WidestWrap) return Verdict.Ends;
        int nextEnd = EndOfLine(token, text, place, placesEnd);
        return IsWrapped(length, nextEnd - start, (int)(kind & Token.MaxLength), Bit(IsSmall(text[content]))) ? Verdict.GoesOn : Verdict.Ends;
    }

    // The candidates before tell where the line begins: all line breaks stand behind candidates.
    private readonly unsafe int StartOfLine(ulong* token, char* text, int* place, int* places)
    {
        int lineEnd = EndUnit(token[0]);
        for (int* before = place - 1; before >= places; before--)
        {
            ulong* candidate = token + (*before - *place);
            int end = EndUnit(candidate[0]), start = StartUnit(candidate[1]);
            if (start == end + 1 && text[end] == '\n') return start;
            if (lineEnd - start > WidestWrap) return start; // a gap of several line breaks may stand before it
            if (start > end && !(start == end + 1 && text[end] == ' ')) break;
        }

        return LineStart(lineEnd);
    }

    private readonly unsafe int EndOfLine(ulong* token, char* text, int* place, int* places)
    {
        int lineStart = StartUnit(token[1]);
        for (int* behind = place + 1; behind < places; behind++)
        {
            ulong* candidate = token + (*behind - *place);
            int end = EndUnit(candidate[0]);
            if (end - lineStart > WidestWrap) return end;
            if (end < _text.Length && text[end] == '\n') return end;
            if (*behind + 1 == _tokens.Length) break;
            int start = StartUnit(candidate[1]);
            if (start > end && !(start == end + 1 && text[end] == ' ')) break;
        }

        return LineEnd(lineStart);
    }

    // Before a small letter no sentence ends, nor behind an initial before a name.
    private static unsafe Verdict AtAbbreviation(char* text, ulong here, ulong next)
    {
        int end = EndUnit(here), start = StartUnit(next);
        if (LengthAndKind(next) >> Token.LengthBits != (uint)TokenKind.Word || start - end > 1 || (start - end == 1 && text[end] != ' ')) return Verdict.Ask;
        int traits = SentenceUnits.Of(text[start]);
        if ((traits & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0) return Verdict.GoesOn;
        bool isInitial = LengthAndKind(here) == NoLetters + 2 && (SentenceUnits.Of(text[StartUnit(here)]) & SentenceUnits.Capital) != 0;
        if (!isInitial || (traits & SentenceUnits.Capital) == 0) return Verdict.Ask;
        return SentenceLexicon.OpensSentence(new ReadOnlySpan<char>(text + start, EndUnit(next) - start)) ? Verdict.Ask : Verdict.GoesOn;
    }

    // Decides at a candidate by the rules; sets it to the last token of what belongs to it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Decide(ref int candidate)
    {
        bool isStop = EndingOf(candidate) is not (Ending.None or Ending.Abbreviation);
        SentenceRule rule = Decide(candidate, out int last);
        isStop |= last > candidate;
        candidate = last;
        _position = last + 1;
        if (rule >= SentenceRule.Stop) return true;
        if (isStop) _firstWithStop = _first;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bit(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    /// <summary>How far <see cref="WritePlain"/> has come.</summary>
    private unsafe struct PlainRun
    {
        public ulong* Tokens;
        public char* Text;
        public int* Place; // the next candidate
        public int* End; // of the candidates
        public Sentence* Sentence; // room for the next sentence
        public int First; // its first token
        public int Start; // and where that starts
        public int Starts; // what StartsAfterStop says of it

        public void Begin(int first)
        {
            First = first;
            Start = StartUnit(Tokens[first]);
            Starts = StartsAfterStop(LengthAndKind(Tokens[first]) - NoLetters <= Token.MaxLength, SentenceUnits.Of(Text[Start]));
        }
    }
}
