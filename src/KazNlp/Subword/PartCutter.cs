using System.Buffers;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Walks through a text: special tokens, and between them the parts that are merged each on its own. Immutable and thread-safe.</summary>
internal sealed class PartCutter
{
    private readonly Regex? _regex;
    private readonly SearchValues<string>? _specials;
    private readonly (string Text, int Id)[] _specialTokens;

    public PartCutter(SubwordModel model)
    {
        _regex = model.Regex;
        // The longest first, as one may begin with another.
        _specialTokens = [.. model.SpecialTokens.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key.Length)];
        _specials = _specialTokens.Length == 0 ? null : SearchValues.Create([.. _specialTokens.Select(token => token.Text)], StringComparison.Ordinal);
    }

    /// <summary>Goes to the next special token or part.</summary>
    /// <returns>False behind the last.</returns>
    public bool TryNext(ReadOnlySpan<char> text, ref Position position)
    {
        int start = position.End;
        position.Start = start;
        position.SpecialId = -1;
        if (start >= position.SegmentEnd && !TryNextSegment(text, ref position))
        {
            return false;
        }

        if (position.SpecialId < 0)
        {
            // What stands on the other side of a special token is not looked at.
            ReadOnlySpan<char> segment = text[position.SegmentStart..position.SegmentEnd];
            position.End = position.SegmentStart + (_regex is null ? SubwordBoundaries.FindEnd(segment, start - position.SegmentStart) : FindMatchEnd(segment, start - position.SegmentStart));
        }

        return true;
    }

    private bool TryNextSegment(ReadOnlySpan<char> text, ref Position position)
    {
        int start = position.Start;
        if (start >= text.Length)
        {
            return false;
        }

        int found = _specials is null ? -1 : text[start..].IndexOfAny(_specials);
        position.SegmentStart = start;
        position.SegmentEnd = found < 0 ? text.Length : start + found;
        if (found == 0)
        {
            foreach ((string token, int id) in _specialTokens)
            {
                if (text[start..].StartsWith(token))
                {
                    position.SpecialId = id;
                    position.End = position.SegmentEnd = start + token.Length;
                    break;
                }
            }
        }

        return true;
    }

    // What no match covers is a part too.
    private int FindMatchEnd(ReadOnlySpan<char> segment, int start)
    {
        foreach (ValueMatch match in _regex!.EnumerateMatches(segment, start))
        {
            if (match.Length > 0)
            {
                return match.Index == start ? start + match.Length : match.Index;
            }
        }

        return segment.Length;
    }

    /// <summary>Where the walk is: <see cref="Start"/> to <see cref="End"/> is the current part.</summary>
    public struct Position
    {
        public int Start;
        public int End;
        public int SegmentStart;
        public int SegmentEnd;

        /// <summary>The id of the current special token, or -1 in a part.</summary>
        public int SpecialId;
    }
}
