using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>The parts that are one piece, by their characters: most of a text needs no merging. Open addressing, at most half full. Immutable and thread-safe.</summary>
internal sealed class PartTable
{
    private readonly Entry[] _entries;
    private readonly char[] _characters;

    public PartTable(IReadOnlyList<(string Part, int Id)> parts)
    {
        _entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, parts.Count * 2))];
        _characters = new char[parts.Sum(part => part.Part.Length)];
        int offset = 0;
        foreach ((string part, int id) in parts)
        {
            part.CopyTo(_characters.AsSpan(offset));
            uint hash = Hash(part);
            uint slot = hash;
            while (_entries[slot & (uint)(_entries.Length - 1)].Length != 0)
            {
                slot++;
            }

            _entries[slot & (uint)(_entries.Length - 1)] = new Entry(hash, offset, part.Length, id);
            offset += part.Length;
        }
    }

    /// <summary>A hash of the characters; the low bits are as good as the high ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(ReadOnlySpan<char> part)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ref byte bytes = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(part));
        ulong hash = (ulong)part.Length * Multiplier;
        int length = part.Length;
        if (length >= 4)
        {
            int last = (length - 4) * sizeof(char);
            for (int i = 0; i < last; i += sizeof(ulong))
            {
                hash = Mix(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, i)));
            }

            hash = Mix(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, last)));
        }
        else
        {
            ulong tail = 0;
            foreach (char c in part)
            {
                tail = (tail << 16) | c;
            }

            hash = Mix(hash, tail);
        }

        return (uint)(hash ^ (hash >> 32));

        static ulong Mix(ulong hash, ulong value) => BitOperations.RotateLeft((hash ^ value) * Multiplier, 29);
    }

    /// <summary>The id of a part that is one piece, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<char> part, uint hash)
    {
        Entry[] entries = _entries;
        uint slot = hash;
        while (true)
        {
            ref Entry entry = ref entries[slot & (uint)(entries.Length - 1)];
            if (entry.Length == 0)
            {
                return -1;
            }

            if (entry.Hash == hash && entry.Length == part.Length && part.SequenceEqual(_characters.AsSpan(entry.Offset, entry.Length)))
            {
                return entry.Id;
            }

            slot++;
        }
    }

    private readonly record struct Entry(uint Hash, int Offset, int Length, int Id);
}
