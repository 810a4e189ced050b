using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-16 with vectors of 16 bytes and no instruction of one processor alone: SSE and Arm AdvSimd.</summary>
internal readonly unsafe struct Utf16Classifier128 : IBlockClassifier<char>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static bool FindsAll => false;

    public static void Classify(char* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        for (; block < endBlock; block++)
        {
            for (int quarter = block * 4; quarter < (block * 4) + 4; quarter++)
            {
                ClassifyQuarter(units, classes, masks, quarter, tables);
                units += Vector128<byte>.Count;
                classes += Vector128<byte>.Count;
            }

            masks.Continuation[block] = 0;
            masks.Special[block] = 0;
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens128.Write<char>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter<char>.Write(classes, destination, offset, starts, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyQuarter(char* units, byte* classes, BlockMasks masks, int quarter, VectorTables tables)
    {
        Vector128<ushort> a = Vector128.Load((ushort*)units);
        Vector128<ushort> b = Vector128.Load((ushort*)units + 8);
        Vector128<byte> low = Vector128.Narrow(a & Vector128.Create((ushort)0xFF), b & Vector128.Create((ushort)0xFF));
        Vector128<byte> high = Vector128.Narrow(a >>> 8, b >>> 8);

        // Of U+0400..04FF all are letters but the thousands sign.
        Vector128<byte> isAscii = Vector128.Equals(high, Vector128<byte>.Zero);
        Vector128<byte> isCyrillic = Vector128.AndNot(Vector128.Equals(high, ClassMasks128.All(4, tables)), Vector128.Equals(low, ClassMasks128.All(0x82, tables)));
        Vector128<byte> isLetter = (isAscii & ClassMasks128.IsAsciiLetter(low, tables)) | isCyrillic;
        Vector128<byte> found = (isAscii & ClassMasks128.OfAscii(low, tables)) - isLetter; // the bit of Letter is 1
        Vector128.Store(found, classes);
        ClassMasks128.Store(masks.Letter, quarter, isLetter.ExtractMostSignificantBits());
        ClassMasks128.Store(found, masks, quarter);

        // Most of the others are « » – — “ ” „, plain punctuation, which is zero already.
        Vector128<byte> isQuote = Vector128.Equals(low | ClassMasks128.All(0x10, tables), ClassMasks128.All(0xBB, tables));
        Vector128<byte> isGeneral = Vector128.Equals(high, ClassMasks128.All(0x20, tables)) & ClassMasks128.Row(low, 0x10, tables.IsDashOrQuote, tables);
        Vector128<byte> isKnown = (isAscii & isQuote) | isLetter | isGeneral;
        Vector128<byte> isRare = Vector128.AndNot(found | ~isAscii, isKnown);
        ClassMasks128.Store(masks.Rare, quarter, isRare.ExtractMostSignificantBits());
    }
}
