using System.Numerics;

namespace KazNlp;

/// <summary>
/// Sums of weights that depend on one piece alone, kept for words that come again: what the word's own features and its features as a neighbour at
/// each distance add to the labels. Bounded: a word takes the place of another. Sums are of integers, so it makes no difference to the
/// result what is kept. Not thread-safe.
/// </summary>
/// <remarks>
/// Half of a piece's features are of this kind, and in running text two words of three come again before they are pushed out. Words are told apart
/// by the hash of their letters with case, as the features are.
/// </remarks>
internal sealed class WordScoreCache
{
    /// <summary>Length of a row of sums: the greatest number of labels of which it is any use.</summary>
    public const int Width = 64;

    private const int SlotBits = 13;
    private const int Slots = 1 << SlotBits; // of 640 bytes each
    private const int Rows = (2 * EntityFeatures.Reach) + 1;

    private readonly ulong[] _keys = new ulong[Slots];
    private readonly short[] _sums = new short[Slots * Rows * Width];

    /// <summary>The place of a word.</summary>
    /// <param name="form">The hash of the word with its capitals.</param>
    /// <param name="known">Whether the rows are there; if not, the place is the word's from now on, and the caller fills it.</param>
    public int Find(ulong form, out bool known)
    {
        int slot = (int)(form >> (64 - SlotBits));
        known = _keys[slot] == form;
        _keys[slot] = form;
        return slot;
    }

    /// <summary>The sums of a word for the piece that stands so far from it: −1 when the word is just before, 0 for the word itself.</summary>
    public Span<short> Row(int slot, int distance) => _sums.AsSpan(((slot * Rows) + distance + EntityFeatures.Reach) * Width, Width);

    /// <summary>Keeps the sums of a word.</summary>
    /// <param name="slot">The word's place.</param>
    /// <param name="distance">As for <see cref="Row"/>.</param>
    /// <param name="sums">A sum for each label, of at most 256 weights of one byte each.</param>
    public void Set(int slot, int distance, ReadOnlySpan<int> sums)
    {
        Span<short> row = Row(slot, distance);
        for (int label = 0; label < Width; label++)
        {
            row[label] = (short)sums[label];
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
