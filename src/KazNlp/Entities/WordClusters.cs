using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Which cluster a word belongs to: words that stand in the same surroundings in raw text share one. Clusters form a hierarchy of
/// <see cref="Levels"/> levels, finest first. Read in place from a pack; immutable and thread-safe.
/// </summary>
/// <remarks>
/// Section layout, little-endian: finest cluster count (u32), slot count, a power of two (u32); for each finest cluster its cluster on each
/// coarser level (u16 each); then the slots of an open-addressed table: the word's key (u32, zero for an empty slot), and at the same index in a second array its finest cluster (u16).
/// </remarks>
internal sealed class WordClusters
{
    /// <summary>The cluster of a word that is not known.</summary>
    public const int None = -1;

    /// <summary>Number of levels of the hierarchy.</summary>
    public const int Levels = 3;

    // An unknown form takes the cluster of the longest known beginning: the stem, when the rest is endings.
    private const int LongestEnding = 7;
    private const int ShortestStem = 4;

    private readonly ReadOnlyMemory<byte> _section;
    private readonly int _clusterCount;
    private readonly int _slotCount;

    private WordClusters(ReadOnlyMemory<byte> section, int clusterCount, int slotCount)
    {
        _section = section;
        _clusterCount = clusterCount;
        _slotCount = slotCount;
    }

    /// <summary>No clusters: every word is unknown.</summary>
    public static WordClusters Empty { get; } = new(ReadOnlyMemory<byte>.Empty, 0, 0);

    /// <summary>The section that this was read from; empty for <see cref="Empty"/>.</summary>
    public ReadOnlyMemory<byte> Section => _section;

    /// <summary>Reads a section.</summary>
    /// <exception cref="InvalidDataException">The section's length does not fit its counts.</exception>
    public static WordClusters Read(ReadOnlyMemory<byte> section, string packName)
    {
        if (section.Length < 2 * sizeof(uint))
        {
            throw new InvalidDataException($"{packName}: the section of word clusters is too short.");
        }

        uint clusters = BinaryPrimitives.ReadUInt32LittleEndian(section.Span);
        uint slots = BinaryPrimitives.ReadUInt32LittleEndian(section.Span[sizeof(uint)..]);
        long expected = (2 * sizeof(uint)) + (clusters * (Levels - 1L) * sizeof(ushort)) + (slots * (long)(sizeof(uint) + sizeof(ushort)));
        if (section.Length != expected || (slots & (slots - 1)) != 0 || clusters > ushort.MaxValue)
        {
            throw new InvalidDataException($"{packName}: the section of word clusters is {section.Length} bytes long where its counts ask for {expected}.");
        }

        return new WordClusters(section, (int)clusters, (int)slots);
    }

    /// <summary>Writes a section.</summary>
    /// <param name="coarser">For each finest cluster its cluster on each coarser level.</param>
    /// <param name="words">The hash of each word's folded text, as <see cref="EntityPiece.Word"/> has it, with its finest cluster. Of two words with one key the first stays.</param>
    public static byte[] Write(IReadOnlyList<ushort[]> coarser, IReadOnlyList<(ulong Word, ushort Cluster)> words)
    {
        int slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(words.Count + (words.Count / 4) + 1));
        uint[] keys = new uint[slots];
        ushort[] clusters = new ushort[slots];
        foreach ((ulong word, ushort cluster) in words)
        {
            uint key = Key(word);
            int slot = (int)(word & (uint)(slots - 1));
            while (keys[slot] != 0 && keys[slot] != key)
            {
                slot = (slot + 1) & (slots - 1);
            }

            if (keys[slot] == 0)
            {
                keys[slot] = key;
                clusters[slot] = cluster;
            }
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write((uint)coarser.Count);
        writer.Write((uint)slots);
        foreach (ushort parent in coarser.SelectMany(levels => levels))
        {
            writer.Write(parent);
        }

        writer.Write(MemoryMarshal.AsBytes<uint>(keys));
        writer.Write(MemoryMarshal.AsBytes<ushort>(clusters));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The finest cluster of a word, or of the longest known word that it begins with, or <see cref="None"/>.</summary>
    /// <param name="word">The hash of <paramref name="folded"/>, as <see cref="EntityPiece.Word"/> has it.</param>
    /// <param name="folded">The word's folded text.</param>
    public int Find(ulong word, ReadOnlySpan<char> folded)
    {
        if (_slotCount == 0)
        {
            return None;
        }

        int found = Find(word);
        if (found != None || folded.Length <= ShortestStem)
        {
            return found;
        }

        Span<ulong> beginnings = stackalloc ulong[EntityWindow.MaxPieceLength];
        ulong hash = EntityFeatures.PrefixSeed;
        for (int i = 0; i < folded.Length; i++)
        {
            hash = FeatureHash.Combine(hash, folded[i]);
            beginnings[i] = hash;
        }

        for (int length = folded.Length - 1; length >= Math.Max(ShortestStem, folded.Length - LongestEnding); length--)
        {
            found = Find(beginnings[length - 1]);
            if (found != None)
            {
                return found;
            }
        }

        return None;
    }

    /// <summary>The cluster of a finest cluster on a coarser level.</summary>
    /// <param name="cluster">A finest cluster.</param>
    /// <param name="level">1 or 2; the higher, the coarser.</param>
    public int Coarser(int cluster, int level) =>
        BinaryPrimitives.ReadUInt16LittleEndian(_section.Span[((2 * sizeof(uint)) + (((cluster * (Levels - 1)) + level - 1) * sizeof(ushort)))..]);

    private int Find(ulong word)
    {
        ReadOnlySpan<byte> tables = _section.Span[((2 * sizeof(uint)) + (_clusterCount * (Levels - 1) * sizeof(ushort)))..];
        ReadOnlySpan<uint> keys = MemoryMarshal.Cast<byte, uint>(tables[..(_slotCount * sizeof(uint))]);
        uint key = Key(word);
        int mask = _slotCount - 1;
        for (int slot = (int)(word & (uint)mask); ; slot = (slot + 1) & mask)
        {
            uint at = keys[slot];
            if (at == key)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(tables[((_slotCount * sizeof(uint)) + (slot * sizeof(ushort)))..]);
            }

            if (at == 0)
            {
                return None;
            }
        }
    }

    private static uint Key(ulong word) => (uint)(word >> 32) | 1;
}
