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
    /// <param name="classes">The classes.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="quarter">The number of the quarter in the chunk.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> classes, BlockMasks masks, int quarter)
    {
        Store(masks.Digit, quarter, Having(classes, CharacterClass.Digit));
        Store(masks.Space, quarter, Having(classes, CharacterClass.Space));
        Store(masks.WordJoiner, quarter, Having(classes, CharacterClass.WordJoiner));
        Store(masks.NumberJoiner, quarter, Having(classes, CharacterClass.NumberJoiner));
        Store(masks.Terminal, quarter, Having(classes, CharacterClass.Terminal));
    }

    /// <summary>Sets a quarter of a mask, the first quarter first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ulong* row, int quarter, uint mask)
    {
        if (BitConverter.IsLittleEndian)
        {
            ((ushort*)row)[quarter] = (ushort)mask;
        }
        else
        {
            int place = quarter & 3;
            row[quarter >> 2] = (place == 0 ? 0 : row[quarter >> 2]) | ((ulong)mask << (place * Vector128<byte>.Count));
        }
    }

    /// <summary>Where a class is. Its bit goes to the top of each byte; what comes from the byte below stays under it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Having(Vector128<byte> classes, CharacterClass bit) =>
        (classes.AsUInt16() << (7 - System.Numerics.BitOperations.TrailingZeroCount((uint)bit))).AsByte().ExtractMostSignificantBits();
}
