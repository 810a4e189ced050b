using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>What the portable classifiers of both encodings share: classes of ASCII, and masks from classes.</summary>
internal static unsafe class ClassMasks128
{
    /// <summary>A vector of one value, read from memory by the instruction that takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> All(byte value, VectorTables tables) => Vector128.Load(tables.All(value));

    /// <summary>Whether a byte is a Latin letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> IsAsciiLetter(Vector128<byte> bytes, VectorTables tables)
    {
        // The letters become the highest 26 signed numbers.
        Vector128<byte> moved = (bytes | All(0x20, tables)) + All(sbyte.MaxValue - 'z', tables);
        return Vector128.GreaterThan(moved.AsSByte(), All(sbyte.MaxValue - 26, tables).AsSByte()).AsByte();
    }

    /// <summary>The classes of U+0000 to U+003F; all above are special, and have to be looked up where they are not known to be letters or marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OfAscii(Vector128<byte> bytes, VectorTables tables)
    {
        Vector128<byte> highNibbles = (bytes.AsUInt16() >>> 4).AsByte() & All(0x0F, tables);
        return Vector128.Shuffle(Vector128.Load(tables.ClassesOfHighNibble), highNibbles)
            | Row(bytes, 0x20, tables.ClassesOfRow2, tables) | Row(bytes, 0x30, tables.ClassesOfRow3, tables);
    }

    /// <summary>The table's class of the characters of one row of 16, and zero elsewhere: indices above 15 give zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Row(Vector128<byte> low, byte row, byte* table, VectorTables tables) =>
        Vector128.Shuffle(Vector128.Load(table), low ^ All(row, tables));

    /// <summary>Sets the masks of a quarter of a block, each in a quarter of its entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> classes, BlockMasks masks, int block, int quarter)
    {
        Store(masks.Digit, block, quarter, ToTop(classes, CharacterClass.Digit).ExtractMostSignificantBits());
        Store(masks.Space, block, quarter, ToTop(classes, CharacterClass.Space).ExtractMostSignificantBits());
        Store(masks.WordJoiner, block, quarter, ToTop(classes, CharacterClass.WordJoiner).ExtractMostSignificantBits());
        Store(masks.NumberJoiner, block, quarter, ToTop(classes, CharacterClass.NumberJoiner).ExtractMostSignificantBits());
        Store(masks.Terminal, block, quarter, ToTop(classes, CharacterClass.Terminal).ExtractMostSignificantBits());
    }

    /// <summary>Sets a quarter of a mask, the first quarter first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ulong* row, int block, int quarter, uint mask)
    {
        if (BitConverter.IsLittleEndian)
        {
            ((ushort*)(row + block))[quarter] = (ushort)mask;
        }
        else
        {
            row[block] = (quarter == 0 ? 0 : row[block]) | ((ulong)mask << (quarter * Vector128<byte>.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToTop(Vector128<byte> classes, CharacterClass bit) =>
        classes << (7 - System.Numerics.BitOperations.TrailingZeroCount((uint)bit));
}
