using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// The weights of the features, read in place: a hash table whose buckets hold rows of a 16-bit fingerprint and the feature's
/// non-zero weights. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Section <c>buckets</c>: offsets (u32) into <c>rows</c>, one for each bucket and one for the end; the bucket count is a power of two.
/// Section <c>rows</c>: for each row its fingerprint (u16, little-endian) and the number of weights (u8), then a label (u8) and a weight (i8) for each;
/// or, where the number is 255, a weight (i8) for every label: so the features are written that occur most and say something of many labels, and
/// they are added in a few vector steps. Behind the last row stand <see cref="Padding"/> bytes, so that a vector may be read anywhere.
/// A feature falls into the bucket that its high bits name, and its low 16 bits are the fingerprint: one look at the offsets, one at the rows.
/// A foreign feature passes for a known one in 1 of 65,536 cases.
/// </remarks>
internal sealed class FeatureWeights
{
    /// <summary>Size of a row's header in bytes.</summary>
    public const int RowHeader = 3;

    /// <summary>The greatest number of labels.</summary>
    public const int LabelLimit = 255;

    /// <summary>Number of sums that <see cref="Accumulate"/> needs: the labels in whole vectors.</summary>
    public const int SumCount = LabelLimit + 1;

    private const byte Dense = 255;
    private const int Padding = 64;
    private const int BatchSize = 64;
    private const int MaxShortSummands = 256; // 256 × 127 fits a short

    private readonly ReadOnlyMemory<byte> _buckets;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _shift;
    private readonly int _labels;

    private FeatureWeights(ReadOnlyMemory<byte> buckets, ReadOnlyMemory<byte> rows, int shift, int labels)
    {
        _buckets = buckets;
        _rows = rows;
        _shift = shift;
        _labels = labels;
    }

    /// <summary>Reads the two sections.</summary>
    /// <param name="buckets">Section <c>buckets</c>.</param>
    /// <param name="rows">Section <c>rows</c>.</param>
    /// <param name="labels">Number of labels.</param>
    /// <param name="packName">What errors call the pack.</param>
    /// <param name="isChecked">Whether they are known to fit together.</param>
    /// <exception cref="InvalidDataException">The sections do not fit together.</exception>
    public static FeatureWeights Read(ReadOnlyMemory<byte> buckets, ReadOnlyMemory<byte> rows, int labels, string packName, bool isChecked = false)
    {
        ReadOnlySpan<uint> offsets = MemoryMarshal.Cast<byte, uint>(buckets.Span);
        int count = offsets.Length - 1;
        bool fits = buckets.Length % sizeof(uint) == 0 && count >= 2 && (count & (count - 1)) == 0 && offsets[0] == 0 && offsets[^1] + Padding == (uint)rows.Length;
        for (int i = 0; fits && !isChecked && i < count; i++)
        {
            fits = offsets[i] <= offsets[i + 1];
        }

        return fits && (isChecked || RowsFill(offsets, rows.Span, labels))
            ? new FeatureWeights(buckets, rows, 64 - BitOperations.TrailingZeroCount(count), labels)
            : throw new InvalidDataException($"{packName}: the offsets of the feature table do not fit its rows.");
    }

    /// <summary>Whether a row is shorter, or hardly longer, with a weight for every label.</summary>
    /// <param name="weights">Number of weights that are not zero.</param>
    /// <param name="labels">Number of labels.</param>
    public static bool IsDense(int weights, int labels) => weights * 5 >= labels * 2;

    /// <summary>Writes the two sections.</summary>
    /// <param name="features">The features, each with a weight for every label. Features that share bucket and fingerprint must have been merged.</param>
    public static (byte[] Buckets, byte[] Rows) Write(IReadOnlyList<(ulong Feature, sbyte[] Weights)> features)
    {
        int bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(2, features.Count)));
        uint[] offsets = new uint[(1 << bits) + 1];
        using var rows = new MemoryStream();
        int bucket = 0;
        foreach ((ulong feature, sbyte[] weights) in features.OrderBy(f => f.Feature >> (64 - bits)).ThenBy(f => f.Feature))
        {
            int own = (int)(feature >> (64 - bits));
            while (bucket < own)
            {
                offsets[++bucket] = (uint)rows.Length;
            }

            rows.WriteByte((byte)feature);
            rows.WriteByte((byte)(feature >> 8));
            int count = weights.Count(weight => weight != 0);
            if (IsDense(count, weights.Length))
            {
                rows.WriteByte(Dense);
                rows.Write(MemoryMarshal.AsBytes<sbyte>(weights));
                continue;
            }

            rows.WriteByte((byte)count);
            for (int label = 0; label < weights.Length; label++)
            {
                if (weights[label] != 0)
                {
                    rows.WriteByte((byte)label);
                    rows.WriteByte((byte)weights[label]);
                }
            }
        }

        while (bucket < offsets.Length - 1)
        {
            offsets[++bucket] = (uint)rows.Length;
        }

        rows.Write(new byte[Padding]);
        return (MemoryMarshal.AsBytes<uint>(offsets).ToArray(), rows.ToArray());
    }

    /// <summary>What tells two features apart in a table of this many features: bucket and fingerprint.</summary>
    public static (int Bucket, ushort Fingerprint) Place(ulong feature, int featureCount) =>
        ((int)(feature >> (64 - Math.Max(1, BitOperations.Log2((uint)Math.Max(2, featureCount))))), (ushort)feature);

    /// <summary>Adds the weights of features to the labels' sums.</summary>
    /// <param name="features">Feature hashes.</param>
    /// <param name="sums">A sum for each label, in <see cref="SumCount"/> places; what lies behind the labels is left undefined.</param>
    [SkipLocalsInit]
    public void Accumulate(ReadOnlySpan<ulong> features, Span<int> sums)
    {
        Span<short> part = stackalloc short[SumCount + Padding];
        while (!features.IsEmpty)
        {
            ReadOnlySpan<ulong> some = features[..Math.Min(features.Length, MaxShortSummands)];
            features = features[some.Length..];
            part[..((_labels + Padding - 1) & -Padding)].Clear();
            AccumulateShort(some, part);
            for (int i = 0; i < _labels; i += Vector<short>.Count)
            {
                Vector.Widen(new Vector<short>(part[i..]), out Vector<int> low, out Vector<int> high);
                (new Vector<int>(sums[i..]) + low).CopyTo(sums[i..]);
                (new Vector<int>(sums[(i + Vector<int>.Count)..]) + high).CopyTo(sums[(i + Vector<int>.Count)..]);
            }
        }
    }

    [SkipLocalsInit]
    private void AccumulateShort(ReadOnlySpan<ulong> features, Span<short> sums)
    {
        ReadOnlySpan<uint> offsets = MemoryMarshal.Cast<byte, uint>(_buckets.Span);
        ref byte rows = ref MemoryMarshal.GetReference(_rows.Span);
        ref short sum = ref MemoryMarshal.GetReference(sums[..(SumCount + Padding)]);
        Span<uint> starts = stackalloc uint[BatchSize];
        Span<uint> ends = stackalloc uint[BatchSize];
        Span<ushort> fingerprints = stackalloc ushort[BatchSize];
        while (!features.IsEmpty)
        {
            // The table is larger than the nearer caches. Each loop's loads do not wait for each other: first all offsets of a batch, then the first row of each bucket.
            ReadOnlySpan<ulong> batch = features[..Math.Min(features.Length, BatchSize)];
            features = features[batch.Length..];
            for (int i = 0; i < batch.Length; i++)
            {
                int bucket = (int)(batch[i] >> _shift);
                starts[i] = offsets[bucket];
                ends[i] = offsets[bucket + 1];
            }

            for (int i = 0; i < batch.Length; i++)
            {
                fingerprints[i] = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref rows, starts[i]));
            }

            for (int i = 0; i < batch.Length; i++)
            {
                AddRow((ushort)batch[i], fingerprints[i], ref rows, starts[i], ends[i], ref sum);
            }
        }
    }

    // Read has checked that rows fill their buckets exactly and that labels are in range; padding stands behind the last row.
    private void AddRow(ushort wanted, ushort fingerprint, ref byte rows, nuint at, nuint end, ref short sum)
    {
        while (at < end)
        {
            byte count = Unsafe.Add(ref rows, at + 2);
            nuint weights = at + RowHeader;
            nuint next = weights + (count == Dense ? (nuint)_labels : 2u * (nuint)count);
            if (fingerprint == wanted)
            {
                if (count == Dense)
                {
                    AddDense(ref Unsafe.Add(ref rows, weights), ref sum);
                    return;
                }

                for (; weights < next; weights += 2)
                {
                    Unsafe.Add(ref sum, (nuint)Unsafe.Add(ref rows, weights)) += (sbyte)Unsafe.Add(ref rows, weights + 1);
                }

                return;
            }

            at = next;
            fingerprint = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref rows, at));
        }
    }

    private void AddDense(ref byte weights, ref short sum)
    {
        for (nuint i = 0; i < (nuint)_labels; i += (nuint)Vector128<byte>.Count)
        {
            Vector256<short> wide = Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, i).AsSByte().ToVector256());
            (Vector256.LoadUnsafe(ref sum, i) + wide).StoreUnsafe(ref sum, i);
        }
    }

    // Whether the rows of each bucket end where the bucket ends, and no label is out of range.
    private static bool RowsFill(ReadOnlySpan<uint> offsets, ReadOnlySpan<byte> rows, int labels)
    {
        for (int bucket = 0; bucket + 1 < offsets.Length; bucket++)
        {
            uint at = offsets[bucket];
            uint end = offsets[bucket + 1];
            while (at < end)
            {
                if (end - at < RowHeader)
                {
                    return false;
                }

                int count = rows[(int)at + 2];
                uint next = at + RowHeader + (count == Dense ? (uint)labels : 2 * (uint)count);
                if (next > end)
                {
                    return false;
                }

                for (int weight = 0; count != Dense && weight < count; weight++)
                {
                    if (rows[(int)at + RowHeader + (2 * weight)] >= labels)
                    {
                        return false;
                    }
                }

                at = next;
            }
        }

        return true;
    }
}
