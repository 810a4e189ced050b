namespace KazNlp;

/// <content>What a stop means.</content>
internal ref partial struct SentenceScanner
{
    private const int LongestListNumber = 3;
    private const int ShortestSentenceWord = 4; // without a space, a shorter word may be the end of an address: «каспи.кз»
    private const int LongestExclamation = 3; // words and marks that are called out inside a sentence: «О, Алла! неге бұлай болды?»

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
        Ending ending = EndingOf(candidate);
        if (ending != Ending.None) last = AbsorbClosing(candidate, ref ending);
        if (last == _tokens.Length - 1) return SentenceRule.EndOfText;
        int lineBreaks = LineBreaksAfter(last);
        if (lineBreaks > 1) return SentenceRule.BlankLine;
        if (lineBreaks == 1) return AtLineEnd(ending, candidate, last);
        return ending == Ending.None ? SentenceRule.NoStop : AfterStop(ending, candidate, last);
    }

    private readonly Ending EndingOf(int index)
    {
        Token token = _tokens[index];
        char lastUnit = _text[token.End - 1];
        if (!IsTerminal(lastUnit)) return token.Kind == TokenKind.Emoji ? Ending.Emoji : Ending.None;
        if (token.Kind != TokenKind.Punctuation) return lastUnit == '.' ? Ending.Abbreviation : Ending.None;
        if (token.Length == 1) return lastUnit is '.' or '۔' ? Ending.Period : lastUnit == '…' ? Ending.Ellipsis : Ending.Strong;
        return token.Of(_text).ContainsAny('!', '?', '؟') ? Ending.Strong : Ending.Ellipsis;
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
            bool isShort = SentenceLexicon.IsShortened(before) && !IsCounted(candidate - 1) && !IsWordHere(candidate - 1, before);
            if (isShort && !SentenceLexicon.OpensSentence(_tokens[content].Of(_text))) return SentenceRule.Abbreviation;
            if (last == candidate && content == last + 1 && EndsPartOfTitle(candidate)) return SentenceRule.QuotedTitle;
        }

        return _tokens[last].End == _tokens[last + 1].Start ? SentenceRule.MissingSpace : SentenceRule.Stop;
    }

    // Whether a stop ends a part of a title: not behind a predicate; and behind a long word in small letters before a capital, which ends a sentence nearly
    // always, only if the title opened a little before, and is not what somebody says.
    private readonly bool EndsPartOfTitle(int stop)
    {
        Token next = _tokens[stop + 1];
        ReadOnlySpan<char> word = _tokens[stop - 1].Of(_text);
        if (SentenceLexicon.IsPredicate(word)) return false;
        bool isPlain = word.Length >= ShortestLongWord && IsSmall(word[0]) && next.Start > _tokens[stop].End && next.Kind == TokenKind.Word && IsCapital(_text[next.Start]);
        return isPlain ? IsTitleOpen(stop) && IsInsideTitle(stop + 1, maybeSaid: false) : IsInsideTitle(stop + 1, maybeSaid: true);
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
        if (start == Start.Capital && IsImprint(content)) return SentenceRule.NumberParts;
        return start == Start.Symbol ? SentenceRule.SymbolFollows : SentenceRule.DialogueDash;
    }

    // Place, publisher and year of a book: «Суреткер парызы. – Алматы: Жазушы, 1970.»
    private readonly bool IsImprint(int place)
    {
        const int LongestPublisher = 7;
        int limit = Math.Min(_tokens.Length - 1, place + LongestPublisher);
        if (place + 2 >= limit || !IsSingle(place + 1, out char mark) || mark is not (':' or ',')) return false;
        for (int i = place + 2; i < limit; i++)
        {
            if (_tokens[i] is { Kind: TokenKind.Number, Length: 4 } && IsSingle(i - 1, out char comma) && comma == ',') return EndingOf(i + 1) == Ending.Period;
        }

        return false;
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
        if (!isInitial && IsWordHere(candidate, abbreviation)) return SentenceRule.Stop;
        if (!isInitial && SentenceLexicon.IsQuantity(BehindDigits(abbreviation)) && !IsAcronym(next)) return SentenceRule.AbbreviationAtEnd;
        return join;
    }

    // What may be an abbreviation is a word behind one in small letters: «Ол аман қал.», but «Шымкент қал.»
    private readonly bool IsWordHere(int index, ReadOnlySpan<char> form) => index > _first && SentenceLexicon.IsAlsoWord(form) && StartOf(index - 1) == Start.Small;

    // «б» of «12-б», «га» of «5га»
    private static ReadOnlySpan<char> BehindDigits(ReadOnlySpan<char> abbreviation) => abbreviation.TrimStart("0123456789-");

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
        int index = candidate - 1;
        Token number = _tokens[index];
        if (number.End != _tokens[candidate].Start) return false;
        ReadOnlySpan<char> written = number.Of(_text);
        bool isNumber = number.Kind == TokenKind.Number
            ? written.Length <= LongestListNumber || written.Contains('.') || char.IsLetter(written[^1]) // «12», «1.1», «5-бап»
            : IsRomanNumeral(written);
        if (!isNumber) return false;
        if (IsSecondOfPair(index)) index -= 2;
        if (FirstWord(_first, candidate) == index) return true;
        if (index == _first || !IsSingle(index - 1, out char mark)) return false;
        return mark == ';' || (mark == ':' && (written is ['1' or 'I' or 'І'] or ['1', '.', ..] || char.IsLetter(written[^1]))); // «саны: 44.» opens no list
    }

    // «1» of «3-1», a number that was put into a law after «3»
    private readonly bool IsSecondOfPair(int index) =>
        index >= _first + 2 && IsDash(index - 1) && _tokens[index - 2] is { Kind: TokenKind.Number } before && before.End == _tokens[index - 1].Start
        && _tokens[index - 1].End == _tokens[index].Start;

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
        bool isSpaced = _tokens[last].End < _tokens[content].Start;
        if (ending == Ending.Strong && isSpaced && SentenceLexicon.IsQuestionParticle(word)) return SentenceRule.SmallLetterStart;
        if (word.Length < 3 || SentenceLexicon.IsShortened(word)) return SentenceRule.SmallLetter;
        bool noCapitals = StartOf(FirstWord(_first, candidate)) == Start.Small;
        bool isComplete = ending == Ending.Period
            ? SentenceLexicon.IsPredicate(word) || ((isSpaced || _tokens[content].Length >= ShortestSentenceWord) && SentenceLexicon.IsWhole(word))
            : isSpaced && candidate - _first > LongestExclamation && (SentenceLexicon.IsPredicate(word) || SentenceLexicon.IsWhole(word));
        return noCapitals || isComplete ? SentenceRule.SmallLetterStart : SentenceRule.SmallLetter;
    }
}
