namespace KazNlp;

/// <content>What a token is to the rules.</content>
internal ref partial struct SentenceScanner
{
    private const int MostClosing = 16;
    private const int LongestRemark = 24;
    private const int LongestTitle = 8;
    private const int LongestTitlePart = 5; // with the mark that opens it
    private const int LongestLookBack = 256;

    /// <summary>How what may be a sentence starts.</summary>
    private enum Start
    {
        /// <summary>With a small letter.</summary>
        Small,

        /// <summary>With a capital letter, or a letter of a script that has no case.</summary>
        Capital,

        /// <summary>With a digit.</summary>
        Digit,

        /// <summary>With a hashtag, a mention, an address, an emoji or a mark that opens an item.</summary>
        Item,

        /// <summary>With a mark or symbol that opens nothing.</summary>
        Symbol,
    }

    private readonly Start StartOf(int index)
    {
        Token token = _tokens[index];
        char c = _text[token.Start];
        switch (token.Kind)
        {
            case TokenKind.Word:
                return IsSmall(c) ? Start.Small : Start.Capital;
            case TokenKind.Number:
                return Start.Digit;
            case TokenKind.Punctuation or TokenKind.Symbol:
                return c is '№' or '§' or '#' or '*' or '•' or '·' or '▪' or '►' or '→' or '$' or '€' or '₸' or '–' or '—' or '-' or '.' or '…' or '?' or '!'
                    ? Start.Item
                    : IsOpening(index) ? Start.Capital : Start.Symbol;
            default:
                return Start.Item;
        }
    }

    /// <summary>The first token from <paramref name="index"/> on that opens neither a quote nor a bracket, at most <paramref name="limit"/>.</summary>
    private readonly int FirstWord(int index, int limit)
    {
        if (index >= limit || _tokens[index].Kind == TokenKind.Word) return Math.Min(index, limit);
        int end = Math.Min(limit, index + 4);
        while (index < end && IsOpening(index)) index++;
        return Math.Min(index, limit);
    }

    private readonly bool IsSingle(int index, out char mark)
    {
        Token token = _tokens[index];
        mark = _text[token.Start];
        return token.Length == 1 && token.Kind is TokenKind.Punctuation or TokenKind.Symbol;
    }

    private readonly bool IsDash(int index) => IsSingle(index, out char c) && c is '–' or '—' or '-' or '―' or '─' or '−' or '‒' or '‑';

    private readonly bool IsMarkThatContinues(int index) =>
        IsSingle(index, out char c) && (c is ',' or ';' or ':' or '/' or '،' or '؛' || (IsClosingMark(c) && !IsOpening(index)));

    private readonly bool IsOpeningBracket(int index) => IsSingle(index, out char c) && c is '(' or '[' or '{';

    private static bool IsClosingMark(char c) => c is ')' or ']' or '}' or '»' or '”' or '’' or '›' or '"' or '\'' or '“';

    private readonly bool IsOpening(int index)
    {
        if (!IsSingle(index, out char c)) return false;
        return c switch
        {
            '(' or '[' or '{' or '«' or '„' or '‹' or '‘' => true,
            '“' or '"' or '\'' or '”' => Attachment(index) switch
            {
                < 0 => false, // stands at the word before it
                > 0 => true, // stands at the word after it
                _ => c == '“' || (c != '”' && !IsOddQuote(index, c)),
            },
            _ => false,
        };
    }

    /// <summary>Whether a token touches the one before it (−1), the one after it (1), or both or none (0).</summary>
    private readonly int Attachment(int index)
    {
        Token token = _tokens[index];
        bool before = index > 0 && _tokens[index - 1].End == token.Start && !IsOpeningLike(index - 1);
        bool after = index + 1 < _tokens.Length && _tokens[index + 1].Start == token.End && !IsClosingLike(index + 1);
        return before == after ? 0 : before ? -1 : 1;
    }

    private readonly bool IsOpeningLike(int index) => IsSingle(index, out char c) && c is '(' or '[' or '«' or '„' or '–' or '—';

    private readonly bool IsClosingLike(int index) =>
        IsSingle(index, out char c) && c is ')' or ']' or '»' or ',' or '.' or ';' or ':' or '!' or '?' or '…' or '–' or '—';

    /// <summary>Whether the sentence holds an odd number of the quotation mark before the token: then the token closes.</summary>
    private readonly bool IsOddQuote(int index, char quote)
    {
        bool odd = false;
        for (int i = Math.Max(_first, index - LongestLookBack); i < index; i++)
        {
            Token token = _tokens[i];
            odd ^= token.Length == 1 && _text[token.Start] == quote;
        }

        return odd;
    }

    /// <summary>The last token of the closing quotes and brackets, further stops, emoji and reference numbers that belong to a stop.</summary>
    private readonly int AbsorbClosing(int candidate, ref Ending ending)
    {
        int last = candidate;
        if (candidate + 1 < _tokens.Length && _tokens[candidate + 1].Kind == TokenKind.Word) return last; // the common case
        int limit = Math.Min(_tokens.Length - 1, candidate + MostClosing);
        while (last < limit)
        {
            int next = last + 1;
            Token token = _tokens[next];
            int gap = token.Start - _tokens[last].End;
            bool isNear = gap == 0 || (gap == 1 && _text[token.Start - 1] is ' ' or '\u00A0');
            if (!isNear) break;
            if (token.Kind == TokenKind.Emoji)
            {
                last = next;
                continue;
            }

            if (IsReference(next, out int referenceEnd))
            {
                last = referenceEnd;
                continue;
            }

            if (ending == Ending.Period && IsOpeningBracket(next) && IsBracketedRemark(next, out int remarkEnd))
            {
                last = remarkEnd;
                continue;
            }

            Ending further = token.Kind == TokenKind.Punctuation ? EndingOf(next) : Ending.None;
            if (further != Ending.None && (gap == 0 || ending == Ending.Emoji || further == ending))
            {
                if (ending is Ending.Emoji or Ending.Abbreviation || further == Ending.Strong) ending = further;
                last = next;
                continue;
            }

            bool closes = IsSingle(next, out char c) && IsClosingMark(c) && !IsOpening(next)
                && (gap == 0 || c is not ('\'' or '’') || (next + 1 < _tokens.Length && token.End < _tokens[next + 1].Start));
            if (!closes) break;
            last = next;
        }

        return last;
    }

    /// <summary>Whether <c>[8]</c> or a superscript numeral stands there.</summary>
    private readonly bool IsReference(int index, out int end)
    {
        end = index;
        Token token = _tokens[index];
        if (token.Kind == TokenKind.Number) return _text[token.Start] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹');
        end = index + 2;
        return end < _tokens.Length && IsSingle(index, out char open) && open == '[' && _tokens[index + 1].Kind == TokenKind.Number
            && IsSingle(end, out char close) && close == ']';
    }

    /// <summary>
    /// Whether the brackets that open here hold the source of what stands before them, or a remark on it: they close soon, have no stop of
    /// their own, and hold a number, a comma or an initial, or a mark follows them.
    /// </summary>
    private readonly bool IsBracketedRemark(int open, out int end)
    {
        end = open;
        int limit = Math.Min(_tokens.Length, open + LongestRemark);
        bool isSource = false;
        for (int i = open + 1; i < limit; i++)
        {
            isSource |= _tokens[i].Kind == TokenKind.Number || IsInitial(i);
            if (!IsSingle(i, out char c)) continue;
            isSource |= c == ',';
            if (c is '(' or '[' or '{') return false;
            if (c is not (')' or ']' or '}')) continue;
            if (EndingOf(i - 1) is not (Ending.None or Ending.Abbreviation)) return false;
            end = i;
            bool isAtEnd = i + 1 == _tokens.Length || LineBreaksAfter(i) > 0;
            if (isAtEnd) return true;
            return _tokens[i].End == _tokens[i + 1].Start ? StartOf(i + 1) == Start.Symbol || IsTerminal(_text[_tokens[i].End]) : isSource && StartOf(i + 1) != Start.Small;
        }

        return false;
    }

    private readonly bool IsInitial(int index) =>
        _tokens[index] is { Kind: TokenKind.Word, Length: 2 } token && IsCapital(_text[token.Start]) && _text[token.End - 1] == '.';

    /// <summary>
    /// Whether a quote closes a few tokens further on and a small letter follows it: the name of something, written with stops, as in
    /// <c>«Еңбек. Адам. Құрмет» фестивалі</c>.
    /// </summary>
    /// <param name="index">The token behind the stop.</param>
    /// <param name="maybeSaid">Whether a form of "to say" may follow the quote.</param>
    private readonly bool IsInsideTitle(int index, bool maybeSaid)
    {
        int limit = Math.Min(_tokens.Length - 1, index + LongestTitle);
        for (int i = index + 1; i < limit; i++)
        {
            if (!IsSingle(i, out char c) || !(c is '«' or '»' or '“' or '”' or '"')) continue;
            if (IsOpening(i)) return false;
            return EndingOf(i - 1) == Ending.None && LineBreaksAfter(i) == 0 && StartOf(i + 1) == Start.Small && !SentenceLexicon.IsPredicate(_tokens[i - 1].Of(_text))
                && (maybeSaid || !SentenceLexicon.IsSaying(_tokens[i + 1].Of(_text)));
        }

        return false;
    }

    /// <summary>Whether a quotation mark opened a little before a stop, and nothing but words and further parts of a title stand between: <c>«Берік негіз.</c></summary>
    private readonly bool IsTitleOpen(int stop)
    {
        int start = Math.Max(_first, stop - LongestTitle - LongestTitle);
        int part = stop;
        for (int i = stop - 2; i >= Math.Max(start, part - LongestTitlePart); i--)
        {
            if (_tokens[i].Kind != TokenKind.Punctuation || _tokens[i].Length != 1) continue;
            if (EndingOf(i) != Ending.Period) return _text[_tokens[i].Start] is '«' or '"' && _tokens[i].End == _tokens[i + 1].Start && IsOpening(i);
            part = i; // a stop that ended no sentence
        }

        return false;
    }

    private static bool IsRomanNumeral(ReadOnlySpan<char> word) => word.Length <= 5 && !word.ContainsAnyExcept("IVXХІ");

    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && IsCapital(word[0]) && IsCapital(word[1]);

    private static bool IsCapital(char c) => LetterCase.Of(c) == LetterCase.Capital;

    private static bool IsSmall(char c) => LetterCase.Of(c) == LetterCase.Small;
}
