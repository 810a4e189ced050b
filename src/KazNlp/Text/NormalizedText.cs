using System.Collections.Immutable;

namespace KazNlp;

/// <summary>A repaired text and the way back to the text that it was made from. Immutable and thread-safe. All offsets count UTF-16 code units.</summary>
public sealed class NormalizedText
{
    private readonly ImmutableArray<Run> _runs;
    private readonly int _originalLength;

    internal NormalizedText(string text, ImmutableArray<Run> runs, int originalLength)
    {
        Text = text;
        _runs = runs;
        _originalLength = originalLength;
    }

    /// <summary>The repaired text.</summary>
    public string Text { get; }

    /// <summary>Where a unit of <see cref="Text"/> starts in the original.</summary>
    /// <param name="offset">Offset in <see cref="Text"/>, its length included.</param>
    /// <returns>Offset in the original; of the end of the text, the end of the original.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is negative or past the end.</exception>
    public int ToOriginal(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)Text.Length, nameof(offset));
        if (offset == Text.Length) return _originalLength;
        Run run = RunOf(offset);
        return run.OriginalStart + (offset - run.Start);
    }

    /// <summary>The part of the original that a part of <see cref="Text"/> was made from, without what was left out at its two ends.</summary>
    /// <param name="span">A range of <see cref="Text"/>.</param>
    /// <returns>The range of the original.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside <see cref="Text"/>.</exception>
    public TextSpan ToOriginal(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Length);
        int start = ToOriginal(span.Start);
        if (span.Length == 0) return new(start, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Text.Length, nameof(span));
        int lastUnit = span.End - 1;
        Run run = RunOf(lastUnit);
        int end = lastUnit - run.Start == run.Length - 1 ? run.OriginalEnd : run.OriginalStart + (lastUnit - run.Start) + 1;
        return new(start, end - start);
    }

    private Run RunOf(int offset)
    {
        int low = 0;
        int high = _runs.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (_runs[middle].Start <= offset) low = middle;
            else high = middle - 1;
        }

        return _runs[low];
    }

    /// <summary>Units that follow each other in both texts, or, where <see cref="Length"/> differs from the original's, units that replace others.</summary>
    /// <param name="Start">Offset in the repaired text.</param>
    /// <param name="Length">Units in the repaired text.</param>
    /// <param name="OriginalStart">Offset in the original.</param>
    /// <param name="OriginalEnd">Offset past the end in the original.</param>
    internal readonly record struct Run(int Start, int Length, int OriginalStart, int OriginalEnd);
}
