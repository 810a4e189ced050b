using System.Numerics;

namespace KazNlp;

/// <summary>
/// Sums of weights that a key adds to the labels, in rows: a word's own features and its features as a neighbour at each distance, or the shapes around a piece.
/// </summary>
/// <param name="rows">Number of rows.</param>
internal sealed class ScoreRows(int rows) : CacheEntry
{
    /// <summary>Length of a row: the greatest number of labels of which it is any use.</summary>
    public const int Width = 64;

    private readonly short[] _sums = new short[rows * Width];

    /// <summary>Gives the rows to another key, for which they are to be filled.</summary>
    public void Reset(ulong key) => Key = key;

    /// <summary>Fills a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sums">A sum for each label, of at most 256 weights of one byte each.</param>
    public void Set(int row, ReadOnlySpan<int> sums)
    {
        Span<short> kept = _sums.AsSpan(row * Width, Width);
        for (int label = 0; label < Width; label++)
        {
            kept[label] = (short)sums[label];
        }
    }

    /// <summary>Adds a row to sums.</summary>
    public void AddTo(Span<int> sums, int row)
    {
        ReadOnlySpan<short> kept = _sums.AsSpan(row * Width, Width);
        for (int i = 0; i < Width; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(kept[i..]), out Vector<int> low, out Vector<int> high);
            (new Vector<int>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<int>(sums[(i + Vector<int>.Count)..]) + high).CopyTo(sums[(i + Vector<int>.Count)..]);
        }
    }
}
