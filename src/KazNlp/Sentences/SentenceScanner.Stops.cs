using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <content>What a stop means.</content>
internal ref partial struct SentenceScanner
{
    private const int LongestListNumber = 3;

    /// <summary>What ends a sentence, as far as the candidate itself tells.</summary>
    private enum Ending
    {
        /// <summary>Nothing: only the space after the token is unusual.</summary>
        None,

        /// <summary>One full stop, a token of its own.</summary>
        Period,

        /// <summary>A run with <c>!</c> or <c>?</c>.</summary>
        Strong,

        /// <summary><c>…</c> or two stops and more.</summary>
        Ellipsis,

        /// <summary>The stop of an abbreviation or an initial, inside its token.</summary>
        Abbreviation,

        /// <summary>An emoji.</summary>
        Emoji,
    }

    /// <summary>Decides at a candidate.</summary>
    /// <param name="candidate">The token after which the sentence may end.</param>
    /// <param name="last">The last token of what belongs together with it: closing quotes and brackets, emoji, further stops.</param>
    private readonly SentenceRule Decide(int candidate, out int last)
    {
        last = candidate;
        if (!IsPlainStop(candidate)) return DecideByRules(candidate, out last);
        return StartOf(candidate + 1) == Start.Small ? SentenceRule.SmallLetterStart : SentenceRule.Stop;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SentenceRule DecideByRules(int candidate, out int last)
    {
        last = candidate;
        if (IsPlainLineEnd(candidate)) return IsWrapped(candidate, IsSmall(_text[_tokens[candidate + 1].Start])) ? SentenceRule.WrappedLine : SentenceRule.LineEnd;
        if (IsPlainAbbreviation(candidate)) return SentenceRule.Abbreviation;
        Ending ending = EndingOf(candidate);
        if (ending != Ending.None) last = AbsorbClosing(candidate, ref ending);
        if (last == _tokens.Length - 1) return SentenceRule.EndOfText;
        int lineBreaks = LineBreaksAfter(last);
        if (lineBreaks > 1) return SentenceRule.BlankLine;
        if (lineBreaks == 1) return AtLineEnd(ending, candidate, last);
        return ending == Ending.None ? SentenceRule.NoStop : AfterStop(ending, candidate, last);
    }

    /// <summary>
    /// Whether the rules surely end a sentence here: a word that begins with a small letter, one stop, white space, and a word that begins with
    /// a capital letter, a number, or a small letter where the sentence begins with one too.
    /// </summary>
    // Four ends in five of news. A token is read as one word, and most conditions come out together: with a jump for each of them, and the rules
    // inlined around it, tokens and sentences of 10 MB of news took 9.7 ms instead of 8.4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsPlainStop(int candidate)
    {
        const uint OneMark = ((uint)TokenKind.Punctuation << Token.LengthBits) | 1;
        const uint NoWord = (uint)TokenKind.Word << Token.LengthBits;
        const int Shortest = 4; // of shorter words, one may end in a title of several
        if (candidate <= _first || candidate >= _tokens.Length - 1) return false;
        ref Token token = ref Unsafe.Add(ref MemoryMarshal.GetReference(_tokens), candidate);
        ulong stop = Raw(ref token, 0);
        if (LengthAndKind(stop) != OneMark || !IsPlainMark(_text[StartUnit(stop)])) return false;
        ulong before = Raw(ref token, -1), next = Raw(ref token, 1);
        uint length = LengthAndKind(before) - NoWord; // what is no word becomes longer than any word
        char wordStart = _text[StartUnit(before)], start = _text[StartUnit(next)];
        int wordCase = LetterCase.Of(wordStart), startCase = LetterCase.Of(start);
        uint kind = LengthAndKind(next) >> Token.LengthBits;
        bool isBehindWord = (length - Shortest <= Token.MaxLength - Shortest) & (wordCase == LetterCase.Small);
        bool isBeforeStart = ((kind == (uint)TokenKind.Word) & (startCase != 0)) | ((kind == (uint)TokenKind.Number) & char.IsAsciiDigit(start));
        return isBehindWord & isBeforeStart & (StartUnit(next) > StartUnit(stop) + 1)
            && !SentenceLexicon.MayBeShortened(wordStart, _text[StartUnit(before) + (int)length - 1], (int)length)
            && (startCase != LetterCase.Small || (start != SentenceLexicon.SayingStart && HasNoCapitals()));
    }

    /// <summary>Whether an abbreviation or an initial stands one space before a word that begins with a small letter: the sentence goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsPlainAbbreviation(int candidate)
    {
        if (candidate >= _tokens.Length - 1) return false;
        Token token = _tokens[candidate], next = _tokens[candidate + 1];
        return token.Kind == TokenKind.Word & next.Kind == TokenKind.Word & next.Start == token.End + 1
            && _text[token.End - 1] == '.' && _text[token.End] == ' ' && IsSmall(_text[next.Start]) && IsSmall(_text[token.Start]);
    }

    private static bool IsPlainMark(char c) => c is '.' or '!' or '?';

    /// <summary>Whether the sentence begins with a small letter.</summary>
    private readonly bool HasNoCapitals() => _tokens[_first].Kind == TokenKind.Word && IsSmall(_text[_tokens[_first].Start]);

    private readonly Ending EndingOf(int index)
    {
        Token token = _tokens[index];
        char lastUnit = _text[token.End - 1];
        if (!IsTerminal(lastUnit)) return token.Kind == TokenKind.Emoji ? Ending.Emoji : Ending.None;
        if (token.Kind != TokenKind.Punctuation) return lastUnit == '.' ? Ending.Abbreviation : Ending.None;
        if (token.Length == 1) return lastUnit == '.' ? Ending.Period : lastUnit == '…' ? Ending.Ellipsis : Ending.Strong;
        return token.Of(_text).ContainsAny('!', '?') ? Ending.Strong : Ending.Ellipsis;
    }

    private readonly SentenceRule AfterStop(Ending ending, int candidate, int last)
    {
        int next = last + 1;
        bool isAttached = _tokens[last].End == _tokens[next].Start;
        if (ending != Ending.Abbreviation && candidate == FirstWord(_first, candidate)) return SentenceRule.LeadingMark;
        int content = next;
        if (_tokens[next].Kind != TokenKind.Word)
        {
            if (IsDash(next)) return BeforeDash(ending, candidate, last);
            content = FirstWord(next, _tokens.Length - 1);
            if (content == next && (isAttached || ending != Ending.Period) && IsMarkThatContinues(next)) return SentenceRule.MarkFollows;
        }

        Start start = StartOf(content);
        if (ending == Ending.Abbreviation) return AfterAbbreviation(candidate, content, start);
        if (IsListNumber(ending, candidate)) return SentenceRule.ListNumber;
        return start switch
        {
            Start.Small when content == next => BeforeSmallLetter(ending, candidate, last, content),
            Start.Symbol when isAttached || ending != Ending.Period => SentenceRule.SymbolFollows,
            Start.Digit when ending == Ending.Period => BeforeNumber(candidate, last, content),
            _ => AtCapital(ending, candidate, last, content),
        };
    }

    private readonly SentenceRule AtCapital(Ending ending, int candidate, int last, int content)
    {
        if (ending == Ending.Emoji) return SentenceRule.EmojiEnd;
        if (ending == Ending.Period && candidate > _first && _tokens[candidate - 1] is { Kind: TokenKind.Word } word)
        {
            ReadOnlySpan<char> before = word.Of(_text);
            if (SentenceLexicon.IsShortened(before) && !IsCounted(candidate - 1) && !SentenceLexicon.OpensSentence(_tokens[content].Of(_text))) return SentenceRule.Abbreviation;
            if (last == candidate && content == last + 1 && !SentenceLexicon.IsPredicate(before) && IsInsideTitle(content)) return SentenceRule.QuotedTitle;
        }

        return _tokens[last].End == _tokens[last + 1].Start ? SentenceRule.MissingSpace : SentenceRule.Stop;
    }

    private readonly SentenceRule BeforeDash(Ending ending, int candidate, int last)
    {
        int dash = last + 1;
        bool attached = _tokens[last].End == _tokens[dash].Start;
        int content = FirstWord(dash + 1, _tokens.Length - 1);
        Start start = dash + 1 < _tokens.Length ? StartOf(content) : Start.Symbol;
        if (start == Start.Small || dash + 1 == _tokens.Length) return SentenceRule.NarratorDash;
        if (ending == Ending.Abbreviation && !EndsList(candidate)) return SentenceRule.Abbreviation;
        if (start == Start.Digit && (attached || (candidate > _first && _tokens[candidate - 1].Kind == TokenKind.Number))) return SentenceRule.NumberParts;
        return start == Start.Symbol ? SentenceRule.SymbolFollows : SentenceRule.DialogueDash;
    }

    private readonly SentenceRule AfterAbbreviation(int candidate, int content, Start start)
    {
        ReadOnlySpan<char> abbreviation = _tokens[candidate].Of(_text)[..^1];
        bool isInitial = abbreviation.Length <= 2 && IsCapital(abbreviation[0]);
        SentenceRule join = isInitial ? SentenceRule.Initial : SentenceRule.Abbreviation;
        if (start is Start.Small or Start.Symbol) return join;
        if (EndsList(candidate)) return SentenceRule.AbbreviationAtEnd;
        if (start == Start.Digit) return join;
        ReadOnlySpan<char> next = _tokens[content].Of(_text);
        if (SentenceLexicon.OpensSentence(next)) return SentenceRule.AbbreviationAtEnd;
        if (!isInitial && SentenceLexicon.IsAlsoWord(abbreviation) && candidate > _first && StartOf(candidate - 1) == Start.Small) return SentenceRule.Stop;
        if (!isInitial && SentenceLexicon.IsQuantity(abbreviation) && !IsAcronym(next)) return SentenceRule.AbbreviationAtEnd;
        return join;
    }

    // A unit or a currency after its number: «300 бат.»
    private readonly bool IsCounted(int index) => index > _first && _tokens[index - 1].Kind == TokenKind.Number;

    // «т.б.», and the same in two tokens: «т. б.».
    private readonly bool EndsList(int candidate)
    {
        ReadOnlySpan<char> abbreviation = _tokens[candidate].Of(_text)[..^1];
        return SentenceLexicon.EndsList(abbreviation)
            || (candidate > _first && abbreviation is "б" or "с" or "д" or "т" or "п" && _tokens[candidate - 1].Of(_text) is "т." or "ж.");
    }

    private readonly bool IsListNumber(Ending ending, int candidate)
    {
        if (ending != Ending.Period || candidate == _first) return false;
        Token number = _tokens[candidate - 1];
        bool opens = FirstWord(_first, candidate) == candidate - 1 || (IsSingle(candidate - 2, out char mark) && mark is ':' or ';');
        if (!opens || number.End != _tokens[candidate].Start) return false;
        ReadOnlySpan<char> written = number.Of(_text);
        return number.Kind == TokenKind.Number
            ? written.Length <= LongestListNumber || written.Contains('.') || char.IsLetter(written[^1]) // «12», «1.1», «5-бап»
            : IsRomanNumeral(written);
    }

    private readonly SentenceRule BeforeNumber(int candidate, int last, int content)
    {
        if (candidate > _first && _tokens[candidate - 1] is { Kind: TokenKind.Number, Length: <= 2 }) return SentenceRule.NumberParts;
        if (_tokens[last].End != _tokens[content].Start) return SentenceRule.Stop;
        return candidate > _first && SentenceLexicon.IsPredicate(_tokens[candidate - 1].Of(_text)) ? SentenceRule.MissingSpace : SentenceRule.NumberParts;
    }

    private readonly SentenceRule BeforeSmallLetter(Ending ending, int candidate, int last, int content)
    {
        if (last > candidate || ending is not (Ending.Period or Ending.Strong) || candidate == _first) return SentenceRule.SmallLetter;
        Token before = _tokens[candidate - 1];
        if (before.Kind != TokenKind.Word || SentenceLexicon.IsSaying(_tokens[content].Of(_text))) return SentenceRule.SmallLetter;
        ReadOnlySpan<char> word = before.Of(_text);
        if (word.Length < 3 || SentenceLexicon.IsShortened(word)) return SentenceRule.SmallLetter;
        bool noCapitals = StartOf(FirstWord(_first, candidate)) == Start.Small;
        return noCapitals || (ending == Ending.Period && SentenceLexicon.IsPredicate(word)) ? SentenceRule.SmallLetterStart : SentenceRule.SmallLetter;
    }
}
