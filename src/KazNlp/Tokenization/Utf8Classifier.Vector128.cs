using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with vectors of 16 bytes and no instruction of one processor alone: SSE and Arm AdvSimd.</summary>
internal readonly unsafe struct Utf8Classifier128 : IBlockClassifier<byte>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Reach => BlockTokenizer.BlockSize + 2; // the rest of a character of three bytes

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, VectorTables tables)
    {
        for (int quarter = 0; quarter < BlockTokenizer.BlockSize / Vector128<byte>.Count; quarter++)
        {
            int at = quarter * Vector128<byte>.Count;
            Vector128<byte> bytes = Vector128.Load(units + at);
            Vector128<byte> second = Vector128.Load(units + at + 1);
            Vector128<byte> third = Vector128.Load(units + at + 2);

            // Of U+0400..04FF, lead bytes D0..D3, all are letters but the thousands sign D2 82.
            Vector128<byte> isThousands = Vector128.Equals(bytes, ClassMasks128.All(0xD2, tables)) & Vector128.Equals(second, ClassMasks128.All(0x82, tables));
            Vector128<byte> isCyrillic = Vector128.Equals(bytes & ClassMasks128.All(0xFC, tables), ClassMasks128.All(0xD0, tables))
                & Vector128.GreaterThan(ClassMasks128.All(0xC0, tables).AsSByte(), second.AsSByte()).AsByte() & ~isThousands;

            // « » as C2 AB, C2 BB, and – — “ ” „ as E2 80 and a third byte: plain punctuation, which is zero.
            Vector128<byte> isQuote = Vector128.Equals(bytes, ClassMasks128.All(0xC2, tables))
                & Vector128.Equals(second | ClassMasks128.All(0x10, tables), ClassMasks128.All(0xBB, tables));
            Vector128<byte> isLeadOfThree = Vector128.Equals(bytes, ClassMasks128.All(0xE2, tables))
                & Vector128.Equals(second, ClassMasks128.All(0x80, tables)) & ClassMasks128.Row(third, 0x90, tables.IsDashOrQuote, tables);

            Vector128<byte> isLetter = ClassMasks128.IsAsciiLetter(bytes, tables) | isCyrillic;
            Vector128<byte> found = ClassMasks128.OfAscii(bytes, tables) - isLetter; // the bit of Letter is 1
            Vector128.Store(found, classes + at);
            ClassMasks128.Store(found, masks, block, quarter);
            ClassMasks128.Store(masks.FirstOfLetter, block, quarter, isLetter.ExtractMostSignificantBits());
            ClassMasks128.Store(masks.Lead, block, quarter, (isCyrillic | isQuote | isLeadOfThree).ExtractMostSignificantBits());
            ClassMasks128.Store(masks.LeadOfThree, block, quarter, isLeadOfThree.ExtractMostSignificantBits());
            ClassMasks128.Store(masks.Other, block, quarter, found.ExtractMostSignificantBits());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter.Write(classes, destination, offset, starts, ends);
}
