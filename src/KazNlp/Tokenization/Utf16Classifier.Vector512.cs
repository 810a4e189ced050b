using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-16 with AVX-512: classes by byte permutation (VBMI), tokens by compression (VBMI2).</summary>
internal readonly unsafe struct Utf16Classifier512 : IBlockClassifier<char>
{
    public static bool IsSupported => Operations512.IsSupported;

    public static bool FindsAll => true;

    public static void Classify(char* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        for (; block < endBlock; block++)
        {
            Classify(units, classes, masks, block);
            units += BlockTokenizer.BlockSize;
            classes += BlockTokenizer.BlockSize;
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens128.Write<char>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        ClassTables512.Write(Operations512.Compress(ClassTables512.Expand(starts), Vector512.Load(classes)), destination, offset, starts, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify(char* units, byte* classes, BlockMasks masks, int block)
    {
        // 64 units become a vector of their low bytes and one of their high bytes.
        Vector512<byte> a = Vector512.Load((byte*)units);
        Vector512<byte> b = Vector512.Load((byte*)units + 64);
        Vector512<byte> even = Vector512.CreateSequence<byte>(0, 2);
        Vector512<byte> low = Operations512.Permute(a, even, b);
        Vector512<byte> high = Operations512.Permute(a, even | Vector512<byte>.One, b);

        // ASCII by a table of 128 entries; U+0400..04FF are letters but for the thousands sign.
        Vector512<byte> isAscii = Vector512.LessThan(low, Vector512.Create((byte)0x80)) & Vector512.Equals(high, Vector512<byte>.Zero);
        Vector512<byte> isCyrillic = Vector512.Equals(high, Vector512.Create((byte)4)) & ~Vector512.Equals(low, Vector512.Create((byte)0x82));
        Vector512<byte> found = Vector512.ConditionalSelect(
            isCyrillic,
            Vector512.Create((byte)CharacterClass.Letter),
            Operations512.Permute(ClassTables512.AsciiLow, low, ClassTables512.AsciiHigh));
        ulong other = ~(isAscii | isCyrillic).ExtractMostSignificantBits();
        if (other != 0)
        {
            found = ClassifyOther(low, high, found, ref other);
        }

        Vector512.Store(found, classes);
        masks.Letter[block] = ClassTables512.Store(found, masks, block);
        masks.Rare[block] = other | found.ExtractMostSignificantBits();
        masks.Continuation[block] = 0;
        masks.Special[block] = 0;
    }

    // « » and the other marks of Latin-1, dashes and curly quotes by two more tables.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> ClassifyOther(Vector512<byte> low, Vector512<byte> high, Vector512<byte> found, ref ulong other)
    {
        Vector512<byte> upperHalf = Vector512.GreaterThanOrEqual(low, Vector512.Create((byte)0x80));
        Vector512<byte> isLatin1 = upperHalf & Vector512.Equals(high, Vector512<byte>.Zero);
        Vector512<byte> isGeneral = ~upperHalf & Vector512.Equals(high, Vector512.Create((byte)0x20));
        found = Vector512.ConditionalSelect(
            isLatin1, Operations512.Permute(ClassTables512.Latin1Low, low, ClassTables512.Latin1High), found);
        found = Vector512.ConditionalSelect(
            isGeneral, Operations512.Permute(ClassTables512.GeneralLow, low, ClassTables512.GeneralHigh), found);
        other &= ~(isLatin1 | isGeneral).ExtractMostSignificantBits();
        return found;
    }
}
