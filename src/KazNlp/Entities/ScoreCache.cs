using System.Numerics;

namespace KazNlp;

/// <summary>
/// Sums of weights that come again: what a word's own features and its features as a neighbour at each distance add to the labels, or what the shapes around
/// a piece do. Bounded: a key takes the place of the one of its set that was asked for longest ago. Sums are of integers, so it makes no difference to
/// the result what is kept. Not thread-safe.
/// </summary>
/// <remarks>
/// Half of a piece's features depend on one word alone, and in running text five words of six come again before they are pushed out: of a megabyte of news
/// 13 % of the tokens are new words, and 16 % are not found with four places a set, 22 % with one.
/// </remarks>
internal sealed class ScoreCache
{
    /// <summary>Length of a row of sums: the greatest number of labels of which it is any use.</summary>
    public const int Width = 64;

    private const int Ways = 4;

    private readonly int _rows;
    private readonly int _setMask;
    private readonly ulong[] _keys;
    private readonly uint[] _asked; // by slot, when it was asked for last
    private readonly short[] _sums;
    private uint _clock;

    /// <summary>Makes a cache.</summary>
    /// <param name="bits">The logarithm of the number of keys, to base 2.</param>
    /// <param name="rows">Rows of sums for each key.</param>
    public ScoreCache(int bits, int rows)
    {
        _rows = rows;
        _setMask = (1 << bits) / Ways - 1;
        _keys = new ulong[1 << bits];
        _asked = new uint[1 << bits];
        _sums = new short[(1 << bits) * rows * Width];
    }

    /// <summary>The place of a key.</summary>
    /// <param name="key">A hash.</param>
    /// <param name="known">Whether the rows are there; if not, the place is the key's from now on, and the caller fills it.</param>
    public int Find(ulong key, out bool known)
    {
        int set = ((int)(key >> 40) & _setMask) * Ways;
        int oldest = set;
        _clock++;
        for (int slot = set; slot < set + Ways; slot++)
        {
            if (_keys[slot] == key && _asked[slot] != 0)
            {
                _asked[slot] = _clock;
                known = true;
                return slot;
            }

            oldest = _asked[slot] < _asked[oldest] ? slot : oldest;
        }

        _keys[oldest] = key;
        _asked[oldest] = _clock;
        known = false;
        return oldest;
    }

    /// <summary>The sums of a key, by row.</summary>
    public Span<short> Row(int slot, int row) => _sums.AsSpan(((slot * _rows) + row) * Width, Width);

    /// <summary>Keeps the sums of a key.</summary>
    /// <param name="slot">The key's place.</param>
    /// <param name="row">As for <see cref="Row"/>.</param>
    /// <param name="sums">A sum for each label, of at most 256 weights of one byte each.</param>
    public void Set(int slot, int row, ReadOnlySpan<int> sums)
    {
        Span<short> kept = Row(slot, row);
        for (int label = 0; label < Width; label++)
        {
            kept[label] = (short)sums[label];
        }
    }

    /// <summary>Adds a row to the sums.</summary>
    public static void Add(ReadOnlySpan<short> row, Span<int> sums)
    {
        for (int i = 0; i < Width; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(row[i..]), out Vector<int> low, out Vector<int> high);
            (new Vector<int>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<int>(sums[(i + Vector<int>.Count)..]) + high).CopyTo(sums[(i + Vector<int>.Count)..]);
        }
    }
}
