using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Walks through a text: added tokens, and between them the parts that are merged each on its own. Immutable and thread-safe.</summary>
internal sealed class PartCutter
{
    /// <summary>The most regular expressions that may stand behind each other.</summary>
    public const int MaxSplits = 8;

    private readonly Regex[]? _regexes; // null where SubwordBoundaries cuts
    private readonly PartRules _rules;
    private readonly SearchValues<string>? _addedTexts;
    private readonly AddedToken[] _addedTokens;

    public PartCutter(SubwordModel model)
    {
        _rules = model.Rules;
        _regexes = model.Regexes;
        // The longest first, as one may begin with another.
        _addedTokens = [.. model.AddedTokens.OrderByDescending(token => token.Text.Length)];
        _addedTexts = _addedTokens.Length == 0 ? null : SearchValues.Create([.. _addedTokens.Select(token => token.Text)], StringComparison.Ordinal);
    }

    /// <summary>Goes to the next added token or part.</summary>
    /// <returns>False behind the last.</returns>
    public bool TryNext(ReadOnlySpan<char> text, ref Position position)
    {
        while (true)
        {
            if (position.End >= position.SegmentEnd)
            {
                if (!TryNextSegment(text, ref position))
                {
                    return false;
                }

                if (position.AddedId >= 0)
                {
                    return true;
                }
            }

            // What stands on the other side of an added token is not looked at.
            ReadOnlySpan<char> segment = text[position.SegmentStart..position.SegmentEnd];
            position.Start = position.End;
            if (_regexes is null)
            {
                position.End = position.SegmentStart + SubwordBoundaries.FindEnd(segment, position.Start - position.SegmentStart);
                return true;
            }

            if (TryNextPart(segment, ref position))
            {
                return true;
            }

            position.End = position.SegmentEnd;
        }
    }

    /// <summary>Goes to the next added token, or to the text up to it, which is not cut.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool TryNextSegment(ReadOnlySpan<char> text, ref Position position)
    {
        int start = Math.Max(position.End, position.SegmentEnd);
        position = new Position { Start = start, End = start, SegmentStart = start, SegmentEnd = text.Length, AddedId = -1 };
        if (start >= text.Length)
        {
            return false;
        }

        for (int from = start; _addedTexts is not null && text[from..].IndexOfAny(_addedTexts) is var found and >= 0;)
        {
            int first = from + found;
            AddedToken token = AddedTokenAt(text[first..]);
            int end = first + token.Text.Length;
            if (token.IsSingleWord && ((first > 0 && IsWordCharacter(text[first - 1])) || (end < text.Length && IsWordCharacter(text[end]))))
            {
                from = end;
                continue;
            }

            while (token.TakesSpaceBefore && first > start && char.IsWhiteSpace(text[first - 1]))
            {
                first--;
            }

            while (token.TakesSpaceAfter && end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            position.SegmentEnd = first;
            if (first == start)
            {
                position.AddedId = token.Id;
                position.End = position.SegmentEnd = end;
            }

            break;
        }

        return true;
    }

    /// <summary>The id of the added token that a text is, or -1.</summary>
    public int FindAddedToken(ReadOnlySpan<char> text)
    {
        foreach (AddedToken token in _addedTokens)
        {
            if (text.SequenceEqual(token.Text))
            {
                return token.Id;
            }
        }

        return -1;
    }

    private AddedToken AddedTokenAt(ReadOnlySpan<char> text)
    {
        foreach (AddedToken token in _addedTokens)
        {
            if (text.StartsWith(token.Text))
            {
                return token;
            }
        }

        throw new InvalidOperationException("Unreachable: the search found one of the tokens here.");
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';

    // Each expression cuts what the one before it has left whole; a match never sees over the ends of that.
    private bool TryNextPart(ReadOnlySpan<char> segment, ref Position position)
    {
        int cursor = position.Cursor;
        if (cursor == 0 && segment.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            position.WholeCharacters = WholeCharacters.Of(segment);
        }

        ReadOnlySpan<char> text = position.WholeCharacters is { } characters ? characters.Text : segment;
        while (cursor < text.Length)
        {
            int start = 0;
            int end = text.Length;
            bool isDropped = false;
            for (int level = 0; level < _regexes!.Length && !isDropped; level++)
            {
                if (cursor >= position.Ends[level])
                {
                    bool isMatch = TryMatch(_regexes[level], text[start..end], cursor - start, out int matchEnd);
                    position.Starts[level] = cursor;
                    position.Ends[level] = start + matchEnd;
                    isDropped = !isMatch && _rules.Splits[level].DropsRest;
                }

                start = position.Starts[level];
                end = position.Ends[level];
            }

            if (!isDropped)
            {
                position.Start = position.SegmentStart + (position.WholeCharacters?.IndexOf(cursor) ?? cursor);
                position.End = position.SegmentStart + (position.WholeCharacters?.IndexOf(end) ?? end);
                position.Cursor = end;
                return true;
            }

            cursor = end;
        }

        return false;
    }

    // The end of the match that begins at `from`, or of the text before the next match.
    private static bool TryMatch(Regex regex, ReadOnlySpan<char> text, int from, out int end)
    {
        foreach (ValueMatch match in regex.EnumerateMatches(text, from))
        {
            if (match.Length > 0)
            {
                end = match.Index == from ? from + match.Length : match.Index;
                return match.Index == from;
            }
        }

        end = text.Length;
        return false;
    }

    /// <summary>Where the walk is: <see cref="Start"/> to <see cref="End"/> is the current part.</summary>
    public struct Position
    {
        public int Start;
        public int End;
        public int SegmentStart;
        public int SegmentEnd;

        /// <summary>The id of the current added token, or -1 in a part.</summary>
        public int AddedId;

        // Where regular expressions cut: how far they are in the segment, and what each has left whole there.
        internal int Cursor;
        internal WholeCharacters? WholeCharacters;
        internal Levels Starts;
        internal Levels Ends;
    }

    [InlineArray(MaxSplits)]
    internal struct Levels
    {
        private int _first;
    }
}
