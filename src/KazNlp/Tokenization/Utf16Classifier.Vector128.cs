using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-16 with vectors of 16 bytes and no instruction of one processor alone: SSE and Arm AdvSimd.</summary>
internal readonly unsafe struct Utf16Classifier128 : IBlockClassifier<char, NoClasses>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int EndLimit => 62;

    public static int Reach => BlockTokenizer.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoClasses Classify(char* block, byte* scratch, out BlockMasks masks)
    {
        masks = default;
        for (int i = 0; i < BlockTokenizer.BlockSize; i += Vector128<byte>.Count)
        {
            Vector128<byte> classes = ClassesOf(block + i, scratch + i);
            masks.Digit |= Bits(classes, 6) << i;
            masks.Alphanumeric |= (Bits(classes, 7) | Bits(classes, 6)) << i;
            masks.Space |= Bits(classes, 5) << i;
            masks.WordJoiner |= Bits(classes, 4) << i;
            masks.NumberJoiner |= Bits(classes, 3) << i;
            masks.Terminal |= Bits(classes, 2) << i;
            masks.Special |= Bits(classes, 0) << i;
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(NoClasses classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter.Write(scratch, destination, offset, starts, ends);

    // The bit that a shift to the left brings to the top of its byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector128<byte> classes, int shift) => (classes << shift).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ClassesOf(char* block, byte* scratch)
    {
        Vector128<ushort> a = Vector128.Load((ushort*)block);
        Vector128<ushort> b = Vector128.Load((ushort*)block + 8);
        Vector128<byte> low = Vector128.Narrow(a & Vector128.Create((ushort)0xFF), b & Vector128.Create((ushort)0xFF));
        Vector128<byte> high = Vector128.Narrow(a >>> 8, b >>> 8);

        Vector128<byte> isAscii = Vector128.Equals(high, Vector128<byte>.Zero);
        Vector128<byte> isCyrillic = Vector128.Equals(high, Vector128.Create((byte)4)) & ~Vector128.Equals(low, Vector128.Create((byte)0x82));
        Vector128<byte> isLetter = Vector128.LessThan((low | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        Vector128<byte> isControl = Vector128.LessThan(low, Vector128.Create((byte)0x20));
        Vector128<byte> isLower = Vector128.LessThan(low, Vector128.Create((byte)0x40));

        // Indices above 15 give zero: the table's class in one row of 16, and nothing elsewhere.
        Vector128<byte> classes = isAscii & ((isLetter & Vector128.Create((byte)CharacterClass.Letter))
            | (isControl & Vector128.Create((byte)CharacterClass.Break))
            | Vector128.Shuffle(SmallTables.Row2, low ^ Vector128.Create((byte)0x20))
            | Vector128.Shuffle(SmallTables.Row3, low ^ Vector128.Create((byte)0x30)));
        classes |= isCyrillic & Vector128.Create((byte)CharacterClass.Letter);
        Vector128.Store(classes, scratch);
        Vector128<byte> other = ~((isAscii & (isLetter | isLower)) | isCyrillic);
        if (other == Vector128<byte>.Zero)
        {
            return classes;
        }

        // « » – — are plain punctuation, which is zero already.
        Vector128<byte> isQuote = isAscii & Vector128.Equals(low | Vector128.Create((byte)0x10), Vector128.Create((byte)0xBB));
        Vector128<byte> isDash = Vector128.Equals(high, Vector128.Create((byte)0x20))
            & Vector128.LessThan(low - Vector128.Create((byte)0x13), Vector128.Create((byte)2));
        uint rare = (other & ~(isQuote | isDash)).ExtractMostSignificantBits();
        return rare == 0 ? classes : ClassifyRare(block, scratch, rare);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<byte> ClassifyRare(char* block, byte* scratch, uint rare)
    {
        SmallTables.ClassifyRare(block, scratch, rare);
        return Vector128.Load(scratch);
    }
}
