using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>UTF-8 with AVX2, on the bytes.</summary>
internal readonly unsafe struct Utf8Classifier256 : IBlockClassifier<byte>
{
    public static bool IsSupported => Avx2.IsSupported;

    public static int Reach => BlockTokenizer.BlockSize + 2; // the rest of a character of three bytes

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, VectorTables tables)
    {
        ClassifyHalf(units, classes, masks, block, 0, tables);
        ClassifyHalf(units + 32, classes + 32, masks, block, 1, tables);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter.Write(classes, destination, offset, starts, ends);

    // The bytes that follow are loaded as vectors of their own: with masks of lead and continuation bytes, D2 and 82 instead, 1,070 MB/s, so 1,150 (AVX2 on Zen 3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyHalf(byte* units, byte* classes, BlockMasks masks, int block, int half, VectorTables tables)
    {
        Vector256<byte> bytes = Vector256.Load(units);

        // Of U+0400..04FF, lead bytes D0..D3, all are letters but the thousands sign D2 82.
        Vector256<byte> isThousands = Vector256.Equals(bytes, ClassMasks256.All(0xD2, tables)) & Vector256.Equals(Vector256.Load(units + 1), ClassMasks256.All(0x82, tables));
        Vector256<byte> isCyrillic = Vector256.Equals(bytes & ClassMasks256.All(0xFC, tables), ClassMasks256.All(0xD0, tables))
            & Vector256.GreaterThan(ClassMasks256.All(0xC0, tables).AsSByte(), Vector256.Load(units + 1).AsSByte()).AsByte() & ~isThousands;

        // « » as C2 AB, C2 BB, and – — “ ” „ as E2 80 and a third byte: plain punctuation, which is zero.
        Vector256<byte> isQuote = Vector256.Equals(bytes, ClassMasks256.All(0xC2, tables))
            & Vector256.Equals(Vector256.Load(units + 1) | ClassMasks256.All(0x10, tables), ClassMasks256.All(0xBB, tables));
        Vector256<byte> isLeadOfThree = Vector256.Equals(bytes, ClassMasks256.All(0xE2, tables))
            & Vector256.Equals(Vector256.Load(units + 1), ClassMasks256.All(0x80, tables)) & ClassMasks256.Row(Vector256.Load(units + 2), 0x90, tables.IsDashOrQuote, tables);

        Vector256<byte> isLetter = ClassMasks256.IsAsciiLetter(bytes, tables) | isCyrillic;
        Vector256<byte> found = ClassMasks256.OfAscii(bytes, tables) - isLetter; // the bit of Letter is 1
        Vector256.Store(found, classes);
        ClassMasks256.Store(found, masks, block, half);
        ((uint*)(masks.FirstOfLetter + block))[half] = isLetter.ExtractMostSignificantBits();
        ((uint*)(masks.Lead + block))[half] = (isCyrillic | isQuote | isLeadOfThree).ExtractMostSignificantBits();
        ((uint*)(masks.LeadOfThree + block))[half] = isLeadOfThree.ExtractMostSignificantBits();
        ((uint*)(masks.Other + block))[half] = found.ExtractMostSignificantBits();
    }
}
