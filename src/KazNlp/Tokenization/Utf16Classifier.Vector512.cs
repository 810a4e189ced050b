using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-16 with AVX-512: classes by byte permutation (VBMI), tokens by compression (VBMI2).</summary>
internal readonly unsafe struct Utf16Classifier512 : IBlockClassifier<char, Vector512<byte>>
{
    public static bool IsSupported => Operations512.IsSupported;

    public static int EndLimit => 62;

    public static int Reach => BlockTokenizer.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Classify(char* block, byte* scratch, out BlockMasks masks)
    {
        // 64 units become a vector of their low bytes and one of their high bytes.
        Vector512<byte> a = Vector512.Load((byte*)block);
        Vector512<byte> b = Vector512.Load((byte*)block + 64);
        Vector512<byte> even = Vector512.CreateSequence<byte>(0, 2);
        Vector512<byte> low = Operations512.Permute(a, even, b);
        Vector512<byte> high = Operations512.Permute(a, even | Vector512<byte>.One, b);

        // ASCII by a table of 128 entries; U+0400..04FF are letters but for the thousands sign.
        Vector512<byte> isAscii = Vector512.LessThan(low, Vector512.Create((byte)0x80)) & Vector512.Equals(high, Vector512<byte>.Zero);
        Vector512<byte> isCyrillic = Vector512.Equals(high, Vector512.Create((byte)4)) & ~Vector512.Equals(low, Vector512.Create((byte)0x82));
        Vector512<byte> classes = Vector512.ConditionalSelect(
            isCyrillic,
            Vector512.Create((byte)CharacterClass.Letter),
            Operations512.Permute(ClassTables512.AsciiLow, low, ClassTables512.AsciiHigh));
        ulong other = ~(isAscii | isCyrillic).ExtractMostSignificantBits();
        if (other != 0)
        {
            classes = ClassifyOther(block, low, high, classes, other);
        }

        ClassTables512.ToMasks(classes, out masks);
        return classes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Vector512<byte> classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends) =>
        ClassTables512.Write(classes, destination, offset, starts, ends);

    // « » and the other marks of Latin-1, dashes and curly quotes by two more tables; the rest one by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> ClassifyOther(char* block, Vector512<byte> low, Vector512<byte> high, Vector512<byte> classes, ulong other)
    {
        Vector512<byte> upperHalf = Vector512.GreaterThanOrEqual(low, Vector512.Create((byte)0x80));
        Vector512<byte> isLatin1 = upperHalf & Vector512.Equals(high, Vector512<byte>.Zero);
        Vector512<byte> isGeneral = ~upperHalf & Vector512.Equals(high, Vector512.Create((byte)0x20));
        classes = Vector512.ConditionalSelect(
            isLatin1, Operations512.Permute(ClassTables512.Latin1Low, low, ClassTables512.Latin1High), classes);
        classes = Vector512.ConditionalSelect(
            isGeneral, Operations512.Permute(ClassTables512.GeneralLow, low, ClassTables512.GeneralHigh), classes);
        other &= ~(isLatin1 | isGeneral).ExtractMostSignificantBits();
        return other == 0 ? classes : ClassifyRare(block, classes, other);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static Vector512<byte> ClassifyRare(char* block, Vector512<byte> classes, ulong rare)
    {
        byte* bytes = stackalloc byte[BlockTokenizer.BlockSize];
        Vector512.Store(classes, bytes);
        for (; rare != 0; rare &= rare - 1)
        {
            int i = BitOperations.TrailingZeroCount(rare);
            bytes[i] = CharacterClasses.Table[block[i]];
        }

        return Vector512.Load(bytes);
    }
}
