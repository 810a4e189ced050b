using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>The merges by their pair: open addressing, at most half full. Immutable and thread-safe.</summary>
internal sealed class PairTable
{
    /// <summary>The rank of a pair that does not merge.</summary>
    public const int NoRank = int.MaxValue;

    private const ulong Empty = ulong.MaxValue;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Entry[] _entries;
    private readonly int _shift;

    public PairTable(ReadOnlySpan<(int Left, int Right, int Result)> merges)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, merges.Length * 2));
        _entries = new Entry[size];
        Array.Fill(_entries, new Entry(Empty, NoRank, 0));
        _shift = 64 - BitOperations.Log2((uint)size);
        for (int rank = 0; rank < merges.Length; rank++)
        {
            ulong key = Key(merges[rank].Left, merges[rank].Right);
            int slot = (int)((key * Multiplier) >> _shift);
            while (_entries[slot].Key != Empty)
            {
                slot = (slot + 1) & (size - 1);
            }

            _entries[slot] = new Entry(key, rank, merges[rank].Result);
        }
    }

    /// <summary>The rank of a pair, <see cref="NoRank"/> if it does not merge, and the piece that it makes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int left, int right, out int result)
    {
        ulong key = Key(left, right);
        Entry[] entries = _entries;
        int slot = (int)((key * Multiplier) >> _shift);
        while (true)
        {
            ref Entry entry = ref entries[slot & (entries.Length - 1)];
            if (entry.Key == key)
            {
                result = entry.Result;
                return entry.Rank;
            }

            if (entry.Key == Empty)
            {
                result = 0;
                return NoRank;
            }

            slot++;
        }
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private readonly record struct Entry(ulong Key, int Rank, int Result);
}
