using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// The weights of the features, read in place: a hash table whose buckets hold rows of a 16-bit fingerprint and the feature's
/// non-zero weights. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Section <c>buckets</c>: offsets (u32) into <c>rows</c>, one for each bucket and one for the end; the bucket count is a power of two.
/// Section <c>rows</c>: for each row its fingerprint (u16, little-endian), the number of weights (u8), then a label (u8) and a weight (i8) for each.
/// A feature falls into the bucket that its high bits name, and its low 16 bits are the fingerprint: one look at the offsets, one at the rows,
/// 7 bytes a feature and 2 a weight. A foreign feature passes for a known one in 1 of 65,536 cases.
/// </remarks>
internal sealed class FeatureWeights
{
    private const int RowHeader = 3;
    private const int LabelLimit = 256;
    private const int BatchSize = 64;

    private readonly ReadOnlyMemory<byte> _buckets;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _shift;

    private FeatureWeights(ReadOnlyMemory<byte> buckets, ReadOnlyMemory<byte> rows, int shift)
    {
        _buckets = buckets;
        _rows = rows;
        _shift = shift;
    }

    /// <summary>Reads the two sections.</summary>
    /// <exception cref="InvalidDataException">The sections do not fit together.</exception>
    public static FeatureWeights Read(ReadOnlyMemory<byte> buckets, ReadOnlyMemory<byte> rows, string packName)
    {
        ReadOnlySpan<uint> offsets = MemoryMarshal.Cast<byte, uint>(buckets.Span);
        int count = offsets.Length - 1;
        bool fits = buckets.Length % sizeof(uint) == 0 && count >= 2 && (count & (count - 1)) == 0 && offsets[0] == 0 && offsets[^1] == (uint)rows.Length;
        for (int i = 0; fits && i < count; i++)
        {
            fits = offsets[i] <= offsets[i + 1];
        }

        return fits && RowsFill(offsets, rows.Span)
            ? new FeatureWeights(buckets, rows, 64 - System.Numerics.BitOperations.TrailingZeroCount(count))
            : throw new InvalidDataException($"{packName}: the offsets of the feature table do not fit its rows.");
    }

    /// <summary>Writes the two sections.</summary>
    /// <param name="features">The features with their weights, at most 255 a feature. Features that share bucket and fingerprint must have been merged.</param>
    public static (byte[] Buckets, byte[] Rows) Write(IReadOnlyList<(ulong Feature, (byte Label, sbyte Weight)[] Weights)> features)
    {
        int bits = Math.Max(1, System.Numerics.BitOperations.Log2((uint)Math.Max(2, features.Count)));
        uint[] offsets = new uint[(1 << bits) + 1];
        using var rows = new MemoryStream();
        int bucket = 0;
        foreach ((ulong feature, (byte Label, sbyte Weight)[] weights) in features.OrderBy(f => f.Feature >> (64 - bits)).ThenBy(f => f.Feature))
        {
            int own = (int)(feature >> (64 - bits));
            while (bucket < own)
            {
                offsets[++bucket] = (uint)rows.Length;
            }

            rows.WriteByte((byte)feature);
            rows.WriteByte((byte)(feature >> 8));
            rows.WriteByte(checked((byte)weights.Length));
            foreach ((byte label, sbyte weight) in weights)
            {
                rows.WriteByte(label);
                rows.WriteByte((byte)weight);
            }
        }

        while (bucket < offsets.Length - 1)
        {
            offsets[++bucket] = (uint)rows.Length;
        }

        return (MemoryMarshal.AsBytes<uint>(offsets).ToArray(), rows.ToArray());
    }

    /// <summary>What tells two features apart in a table of this many features: bucket and fingerprint.</summary>
    public static (int Bucket, ushort Fingerprint) Place(ulong feature, int featureCount) =>
        ((int)(feature >> (64 - Math.Max(1, System.Numerics.BitOperations.Log2((uint)Math.Max(2, featureCount))))), (ushort)feature);

    /// <summary>Adds the weights of features to the labels' sums.</summary>
    /// <param name="features">Feature hashes.</param>
    /// <param name="sums">One sum a label, for 256 labels.</param>
    public void Accumulate(ReadOnlySpan<ulong> features, Span<int> sums)
    {
        ReadOnlySpan<uint> offsets = MemoryMarshal.Cast<byte, uint>(_buckets.Span);
        if (_rows.IsEmpty)
        {
            return;
        }

        ref byte rows = ref MemoryMarshal.GetReference(_rows.Span);
        ref int sum = ref MemoryMarshal.GetReference(sums[..LabelLimit]);
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
                uint at = starts[i] < ends[i] ? starts[i] : 0;
                fingerprints[i] = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref rows, at));
            }

            for (int i = 0; i < batch.Length; i++)
            {
                AddRow((ushort)batch[i], fingerprints[i], ref rows, starts[i], ends[i], ref sum);
            }
        }
    }

    // Read has checked that rows fill their buckets exactly; a label is a byte, and the sums have a place for each.
    private static void AddRow(ushort wanted, ushort fingerprint, ref byte rows, nuint at, nuint end, ref int sum)
    {
        while (at < end)
        {
            nuint next = at + RowHeader + (2u * (nuint)Unsafe.Add(ref rows, at + 2));
            if (fingerprint == wanted)
            {
                for (at += RowHeader; at < next; at += 2)
                {
                    Unsafe.Add(ref sum, (nuint)Unsafe.Add(ref rows, at)) += (sbyte)Unsafe.Add(ref rows, at + 1);
                }

                return;
            }

            at = next;
            fingerprint = at < end ? Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref rows, at)) : (ushort)0;
        }
    }

    // Whether the rows of each bucket end where the bucket ends.
    private static bool RowsFill(ReadOnlySpan<uint> offsets, ReadOnlySpan<byte> rows)
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

                at += RowHeader + (2u * rows[(int)at + 2]);
            }

            if (at != end)
            {
                return false;
            }
        }

        return true;
    }
}
