using System.Numerics;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// In how many forms words stand in raw text, so that an ending can be told from a name that only looks inflected: <c>Канада</c> takes a dozen
/// endings itself and <c>Кана</c> next to none; <c>Лондонда</c> takes none and <c>Лондон</c> a dozen. Read in place from a pack; immutable and thread-safe.
/// </summary>
/// <remarks>
/// Section layout, little-endian: the keys of an open-addressed table (u32 each, zero for an empty slot; a power of two of them), then at the
/// same index in a second array the number of forms (u8).
/// </remarks>
internal sealed class NameStems
{
    private readonly ReadOnlyMemory<byte> _section;
    private readonly int _slotCount;

    private NameStems(ReadOnlyMemory<byte> section, int slotCount)
    {
        _section = section;
        _slotCount = slotCount;
    }

    /// <summary>Nothing is known.</summary>
    public static NameStems Empty { get; } = new(ReadOnlyMemory<byte>.Empty, 0);

    /// <summary>The section that this was read from; empty for <see cref="Empty"/>.</summary>
    public ReadOnlyMemory<byte> Section => _section;

    /// <summary>Reads a section.</summary>
    /// <exception cref="InvalidDataException">The section's length fits no table.</exception>
    public static NameStems Read(ReadOnlyMemory<byte> section, string packName)
    {
        int slots = section.Length / (sizeof(uint) + sizeof(byte));
        return slots * (sizeof(uint) + sizeof(byte)) == section.Length && BitOperations.IsPow2(slots)
            ? new NameStems(section, slots)
            : throw new InvalidDataException($"{packName}: the section of stems is {section.Length} bytes long, which fits no table.");
    }

    /// <summary>Writes a section.</summary>
    /// <param name="stems">Stems in lower case with their numbers of forms, which are cut off at 255. Of two stems with one key the first stays.</param>
    public static byte[] Write(IReadOnlyList<(string Stem, int Forms)> stems)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)(stems.Count + (stems.Count / 4) + 2));
        byte[] section = new byte[slots * (sizeof(uint) + sizeof(byte))];
        Span<uint> keys = MemoryMarshal.Cast<byte, uint>(section.AsSpan(0, slots * sizeof(uint)));
        Span<byte> forms = section.AsSpan(slots * sizeof(uint));
        foreach ((string stem, int count) in stems)
        {
            ulong hash = FeatureHash.Of(stem);
            int slot = (int)hash & (slots - 1);
            while (keys[slot] != 0 && keys[slot] != Key(hash))
            {
                slot = (slot + 1) & (slots - 1);
            }

            if (keys[slot] == 0)
            {
                keys[slot] = Key(hash);
                forms[slot] = (byte)Math.Min(count, byte.MaxValue);
            }
        }

        return section;
    }

    /// <summary>In how many inflected forms the word was seen; 0 when it was not.</summary>
    /// <param name="stem">The word in lower case.</param>
    public int Forms(ReadOnlySpan<char> stem)
    {
        if (_slotCount == 0)
        {
            return 0;
        }

        ReadOnlySpan<uint> keys = MemoryMarshal.Cast<byte, uint>(_section.Span[..(_slotCount * sizeof(uint))]);
        ulong hash = FeatureHash.Of(stem);
        int mask = _slotCount - 1;
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == 0)
            {
                return 0;
            }

            if (keys[slot] == Key(hash))
            {
                return _section.Span[(_slotCount * sizeof(uint)) + slot];
            }
        }
    }

    private static uint Key(ulong hash) => (uint)(hash >> 32) | 1;
}
