using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>What the AVX2 classifiers of both encodings share: classes of ASCII, and masks from classes.</summary>
internal static unsafe class ClassMasks256
{
    /// <summary>A vector of one value, read from memory by the instruction that takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> All(byte value, VectorTables tables) => Vector256.Load(tables.All(value));

    /// <summary>Whether a byte is a Latin letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> IsAsciiLetter(Vector256<byte> bytes, VectorTables tables)
    {
        // The letters become the highest 26 signed numbers.
        Vector256<byte> moved = (bytes | All(0x20, tables)) + All(sbyte.MaxValue - 'z', tables);
        return Vector256.GreaterThan(moved.AsSByte(), All(sbyte.MaxValue - 26, tables).AsSByte()).AsByte();
    }

    /// <summary>The classes of U+0000 to U+003F; all above are special, and have to be looked up where they are not known to be letters or marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> OfAscii(Vector256<byte> bytes, VectorTables tables)
    {
        Vector256<byte> highNibbles = (bytes.AsUInt16() >>> 4).AsByte() & All(0x0F, tables);
        return Avx2.Shuffle(Vector256.Load(tables.ClassesOfHighNibble), highNibbles)
            | Row(bytes, 0x20, tables.ClassesOfRow2, tables) | Row(bytes, 0x30, tables.ClassesOfRow3, tables);
    }

    /// <summary>The table's class of the characters of one row of 16, and zero elsewhere: the saturated sum has its top bit outside the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Row(Vector256<byte> low, byte row, byte* table, VectorTables tables) =>
        Avx2.Shuffle(Vector256.Load(table), Avx2.AddSaturate(low ^ All(row, tables), All(0x70, tables)));

    /// <summary>
    /// Sets the masks of half a block, each in half of its entry, without arithmetic that puts the halves together.
    /// </summary>
    /// <param name="classes">The classes.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="half">The number of the half in the chunk.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> classes, BlockMasks masks, int half)
    {
        ((uint*)masks.Digit)[half] = Having(classes, CharacterClass.Digit);
        ((uint*)masks.Space)[half] = Having(classes, CharacterClass.Space);
        ((uint*)masks.WordJoiner)[half] = Having(classes, CharacterClass.WordJoiner);
        ((uint*)masks.NumberJoiner)[half] = Having(classes, CharacterClass.NumberJoiner);
        ((uint*)masks.Terminal)[half] = Having(classes, CharacterClass.Terminal);
    }

    /// <summary>Where a class is. Its bit goes to the top of each byte; what comes from the byte below stays under it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Having(Vector256<byte> classes, CharacterClass bit) =>
        (classes.AsUInt16() << (7 - System.Numerics.BitOperations.TrailingZeroCount((uint)bit))).AsByte().ExtractMostSignificantBits();
}
