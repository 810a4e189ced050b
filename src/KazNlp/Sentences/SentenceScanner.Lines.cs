using System.Runtime.CompilerServices;

namespace KazNlp;

/// <content>What a line break means: the end of a heading, an item or a paragraph, or only the end of a full line.</content>
internal ref partial struct SentenceScanner
{
    /// <summary>Text that is wrapped by hand or by a program has lines of at most about this many code units.</summary>
    private const int WidestWrap = 160;

    /// <summary>Nobody wraps running text to lines shorter than this.</summary>
    private const int NarrowestWrap = 40;

    /// <summary>So many unused columns show that even a line before a small letter was ended on purpose.</summary>
    private const int ClearlyShort = 30;

    /// <summary>Line breaks between a token and the next: 0, 1, or 2 for any more.</summary>
    private readonly int LineBreaksAfter(int index)
    {
        int breaks = 0;
        ReadOnlySpan<char> gap = _text[_tokens[index].End.._tokens[index + 1].Start];
        if (gap is [' ']) return 0;
        for (int i = 0; i < gap.Length && breaks < 2; i++)
        {
            switch (gap[i])
            {
                case '\r' when i + 1 < gap.Length && gap[i + 1] == '\n':
                    break;
                case '\n' or '\r' or '\v' or '\u0085' or '\u2028':
                    breaks++;
                    break;
                case '\f' or '\u2029':
                    breaks = 2;
                    break;
            }
        }

        return breaks;
    }

    private readonly SentenceRule AtLineEnd(Ending ending, int candidate, int last)
    {
        int next = last + 1;
        if (ending == Ending.None)
        {
            if (IsMarkThatContinues(next)) return SentenceRule.MarkFollows;
            if (OpensItem(next)) return SentenceRule.LineEnd;
            if (IsSingle(last, out char mark) && (mark == ',' || IsDash(last) || IsOpening(last))) return SentenceRule.WrappedLine;
            return IsWrapped(last, StartOf(FirstWord(next, _tokens.Length - 1)) == Start.Small) ? SentenceRule.WrappedLine : SentenceRule.LineEnd;
        }

        // A line may also be full just after a stop that ends nothing.
        SentenceRule rule = AfterStop(ending, candidate, last);
        if (rule >= SentenceRule.Stop) return rule;
        if (ending == Ending.Emoji && rule == SentenceRule.SmallLetter) return SentenceRule.LineEnd; // it closes more lines than it fills
        Start start = StartOf(FirstWord(next, _tokens.Length - 1));
        bool staysTogether = rule is SentenceRule.MarkFollows or SentenceRule.NarratorDash or SentenceRule.ListNumber or SentenceRule.LeadingMark;
        return staysTogether || IsWrapped(last, start == Start.Small) ? rule : SentenceRule.LineEnd;
    }

    /// <summary>Whether a line starts like an item of a list or a line of a dialogue: <c>1)</c>, <c>2.</c>, <c>а)</c>, <c>•</c>, <c>– Кел</c>.</summary>
    private readonly bool OpensItem(int index)
    {
        if (index + 1 >= _tokens.Length) return false;
        Token token = _tokens[index];
        if (IsDash(index)) return StartOf(FirstWord(index + 1, _tokens.Length - 1)) != Start.Small;
        if (IsSingle(index, out char c) && c is '*' or '•' or '·' or '▪' or '►' or '→' or '#') return true;
        bool isNumber = token.Kind == TokenKind.Number || token.Length == 1;
        return isNumber && _tokens[index + 1].Start == token.End && IsSingle(index + 1, out char after) && after is ')' or '.';
    }

    /// <summary>
    /// Whether the line that ends after a token ended because it was full: the next word would not have fitted in the width that the
    /// lines around it show. Long lines are paragraphs, and narrow ones are verses, headings and items: those end on purpose.
    /// </summary>
    private readonly bool IsWrapped(int last, bool isSmall)
    {
        Token next = _tokens[last + 1];
        int end = _tokens[last].End;
        int length = end - LineStart(end), nextLength = LineEnd(next.Start) - next.Start;

        // A hashtag closes what it stands behind, unless the line was full.
        if (_tokens[last].Kind == TokenKind.Hashtag && Math.Max(length, nextLength) < NarrowestWrap) return false;
        return IsWrapped(length, nextLength, next.Length, isSmall ? 1 : 0);
    }

    /// <summary>Whether a line ended because it was full. No condition is a jump: in news one line in three that ends without a stop goes on.</summary>
    /// <param name="length">The length of the line.</param>
    /// <param name="nextLength">The length of the next line.</param>
    /// <param name="nextWordLength">The length of its first token.</param>
    /// <param name="isSmall">1 if it begins with a small letter, else 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWrapped(int length, int nextLength, int nextWordLength, int isSmall)
    {
        int width = Math.Max(length, nextLength);
        int unused = width - (length + 1 + nextWordLength);
        bool isNarrow = isSmall != 0 & length < NarrowestWrap & width < NarrowestWrap;
        bool isFull = width <= WidestWrap & width >= NarrowestWrap & unused < (ClearlyShort & -isSmall);
        return length <= WidestWrap & (isNarrow | isFull);
    }

    /// <summary>The start of the line that an offset lies in, or a place so far before it that the line is longer than any wrapped one.</summary>
    private readonly int LineStart(int offset)
    {
        int from = Math.Max(0, offset - WidestWrap - 1);
        int found = _text[from..offset].LastIndexOfAny('\n', '\r');
        return found < 0 ? from : from + found + 1;
    }

    private readonly int LineEnd(int offset)
    {
        int to = Math.Min(_text.Length, offset + WidestWrap + 1);
        int found = _text[offset..to].IndexOfAny('\n', '\r');
        return found < 0 ? to : offset + found;
    }
}
