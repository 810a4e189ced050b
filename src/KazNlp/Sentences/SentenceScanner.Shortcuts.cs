using System.Runtime.CompilerServices;

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
    /// Whether a sentence surely ends: a word of four letters and more that begins with a small letter, one stop, white space, and a word or a number
    /// that may start a sentence. Three candidates in four of news.
    /// </summary>
    /// <param name="token">The candidate, not the first token of its sentence, and the tokens around it.</param>
    /// <param name="text">The text.</param>
    /// <param name="starts">What <see cref="StartsAfterStop"/> says of its sentence.</param>
    // Jumps, each of which is nearly always the same way once the first has told a mark from a word. All conditions in one expression, in a loop
    // over the candidates that notes what it finds, and no jump at all: tokens and sentences of news took 1.59 times as long as the tokens, and 1.48 so.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe bool IsPlainStop(ulong* token, char* text, int starts)
    {
        ulong here = token[0];
        if (LengthAndKind(here) != OneMark) return false;
        ulong next = token[1], before = token[-1];
        uint length = LengthAndKind(before) - NoLetters; // what is no word becomes longer than any word
        int stop = StartUnit(here), word = StartUnit(before), start = StartUnit(next);
        return length - ShortestLongWord <= Token.MaxLength - ShortestLongWord
            && start > stop + 1
            && (SentenceUnits.Of(text[stop]) & SentenceUnits.Stop) != 0
            && (SentenceUnits.Of(text[start]) & starts) != 0
            && (SentenceUnits.Of(text[word]) & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0
            && (LengthAndKind(next) >> Token.LengthBits) - (uint)TokenKind.Word <= TokenKind.Number - TokenKind.Word
            && !SentenceLexicon.MayBeShortened(text[word], text[word + (int)length - 1], (int)length);
    }

    // The traits of the starts behind a stop of that form before which a sentence ends: capital letters and digits; small letters if it begins with one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int StartsAfterStop(ulong opening, char* text)
    {
        bool isSmall = (LengthAndKind(opening) - NoLetters <= Token.MaxLength)
            & ((SentenceUnits.Of(text[StartUnit(opening)]) & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0);
        return SentenceUnits.Capital | SentenceUnits.Digit | (isSmall ? SentenceUnits.Small : 0);
    }

    /// <summary>Decides at a candidate of another form.</summary>
    /// <param name="candidates">The candidates that are known.</param>
    /// <param name="index">Which of them to decide about.</param>
    /// <param name="isSmallSentence">Whether its sentence begins with a small letter.</param>
    /// <returns>The last token of what belongs to the candidate; its complement where the sentence goes on.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int DecideRest(scoped ReadOnlySpan<int> candidates, int index, bool isSmallSentence)
    {
        int candidate = candidates[index];
        Token here = _tokens[candidate], next = _tokens[candidate + 1];
        Verdict verdict = here.Kind != TokenKind.Punctuation ? BehindWord(candidates, index, here, next) : BehindMark(candidates, index, here, next, isSmallSentence);
        if (verdict != Verdict.Ask) return verdict == Verdict.Ends ? candidate : ~candidate;
        SentenceRule rule = Decide(candidate, out int last);
        _position = last + 1;
        return rule >= SentenceRule.Stop ? last : ~last;
    }

    // A line that ends without a stop, or an abbreviation.
    private readonly Verdict BehindWord(scoped ReadOnlySpan<int> candidates, int index, Token here, Token next)
    {
        if (here.Kind is TokenKind.Symbol or TokenKind.Emoji) return Verdict.Ask;
        int end = here.End, width = next.Start - end;
        if (_text[end - 1] != '.') return width == 1 && _text[end] == '\n' ? AtPlainLineEnd(candidates, index, here, next) : Verdict.Ask;
        if (here.Kind != TokenKind.Word || next.Kind != TokenKind.Word || width > 1 || (width == 1 && _text[end] != ' ')) return Verdict.Ask;
        int start = SentenceUnits.Of(_text[next.Start]);
        if ((start & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0) return Verdict.GoesOn;
        bool isInitial = here.Length == 2 && (SentenceUnits.Of(_text[here.Start]) & SentenceUnits.Capital) != 0;
        return isInitial && (start & SentenceUnits.Capital) != 0 && !SentenceLexicon.OpensSentence(next.Of(_text)) ? Verdict.GoesOn : Verdict.Ask;
    }

    // One line break, and no stop before it: what the lengths of the lines say.
    private readonly Verdict AtPlainLineEnd(scoped ReadOnlySpan<int> candidates, int index, Token here, Token next)
    {
        // The next line begins with a word; a number that is no list's; or a quotation mark at a word.
        int candidate = candidates[index];
        int content = next.Start;
        if (next.Kind != TokenKind.Word || next.Length == 1)
        {
            if (candidate + 2 >= _tokens.Length) return Verdict.Ask;
            Token second = _tokens[candidate + 2];
            bool isQuote = IsQuote(next) && second.Kind == TokenKind.Word && second.Start == next.End;
            if (!isQuote && (next.Kind != TokenKind.Number || second.Start == next.End)) return Verdict.Ask;
            content = isQuote ? second.Start : next.Start;
        }

        int previous = index > 0 ? candidates[index - 1] : -1;
        int lineStart = previous >= 0 && _tokens[previous + 1].Start - _tokens[previous].End == 1 && _text[_tokens[previous].End] == '\n'
            ? _tokens[previous + 1].Start
            : LineStart(here.End);
        int length = here.End - lineStart;
        if (length > WidestWrap) return Verdict.Ends;
        int following = index + 1 < candidates.Length ? _tokens[candidates[index + 1]].End : 0;
        int nextEnd = following > next.Start && following < _text.Length && _text[following] == '\n' ? following : LineEnd(next.Start);
        return IsWrapped(length, nextEnd - next.Start, next.Length, IsSmall(_text[content])) ? Verdict.GoesOn : Verdict.Ends;
    }

    // One stop behind a word.
    private readonly Verdict BehindMark(scoped ReadOnlySpan<int> candidates, int index, Token here, Token next, bool isSmallSentence)
    {
        int candidate = candidates[index];
        if (here.Length != 1) return Verdict.Ask;
        char mark = _text[here.Start];
        bool isBreak = next.Start == here.End + 1 && _text[here.End] == '\n';
        if (isBreak && mark is ')' or '»' or ':') return AtPlainLineEnd(candidates, index, here, next);
        if (!IsPlainMark(mark) || candidate == _first) return Verdict.Ask;
        Token before = _tokens[candidate - 1];
        bool isPeriod = mark == '.', touches = next.Start == here.End;
        int start = SentenceUnits.Of(_text[next.Start]);
        if (before.Kind != TokenKind.Word)
        {
            bool isBehindClosing = before.Length == 1 && before.Kind == TokenKind.Punctuation && _text[before.Start] is ')' or '»';
            return isBehindClosing && next.Kind == TokenKind.Word && (start & SentenceUnits.Capital) != 0 ? Verdict.Ends : Verdict.Ask;
        }

        ReadOnlySpan<char> word = before.Of(_text);
        bool mayBeShortened = SentenceLexicon.MayBeShortened(word[0], word[^1], word.Length);
        if (isPeriod && (mayBeShortened || (SentenceUnits.Of(word[0]) & SentenceUnits.Roman) != 0)) return Verdict.Ask;
        switch (next.Kind)
        {
            case TokenKind.Word when (start & SentenceUnits.Capital) != 0:
                bool isLong = word.Length >= ShortestLongWord && IsSmall(word[0]) && !touches;
                return !isPeriod || isLong || SentenceLexicon.IsPredicate(word) || !IsQuoteNear(candidate + 1) ? Verdict.Ends : Verdict.Ask;
            case TokenKind.Word when (start & (SentenceUnits.Small | SentenceUnits.SayingStart)) != 0:
                bool isClosed = word.Length >= 3 && !mayBeShortened && (isSmallSentence || (isPeriod && SentenceLexicon.IsPredicate(word)));
                return isClosed && !SentenceLexicon.IsSaying(next.Of(_text)) ? Verdict.Ends : Verdict.Ask;
            case TokenKind.Number when (start & SentenceUnits.Digit) != 0 && !touches:
                return Verdict.Ends;
            case TokenKind.Punctuation when IsQuote(next) && !touches && candidate + 2 < _tokens.Length:
                Token quoted = _tokens[candidate + 2];
                bool opens = quoted.Kind == TokenKind.Word && quoted.Start == next.End;
                return opens || (isBreak && isPeriod && SentenceLexicon.IsPredicate(word)) ? Verdict.Ends : Verdict.Ask;
            default:
                return Verdict.Ask;
        }
    }

    private readonly bool IsQuote(Token token) => token.Length == 1 && token.Kind == TokenKind.Punctuation && _text[token.Start] is '"' or '«' or '“' or '„';

    /// <summary>Whether <see cref="IsInsideTitle"/> would find a quotation mark.</summary>
    private readonly bool IsQuoteNear(int index)
    {
        int limit = Math.Min(_tokens.Length - 1, index + LongestTitle);
        for (int i = index + 1; i < limit; i++)
        {
            Token token = _tokens[i];
            if (token.Length == 1 && _text[token.Start] is '«' or '»' or '“' or '”' or '"') return true;
        }

        return false;
    }

    private static bool IsPlainMark(char c) => c is '.' or '!' or '?';
}
