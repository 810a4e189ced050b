using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>UTF-16 with AVX2: two halves of 32 units, classes by compares and two tables of 16 entries.</summary>
internal readonly unsafe struct Utf16Classifier256 : IBlockClassifier<char>
{
    public static bool IsSupported => Avx2.IsSupported;

    public static bool FindsAll => false;

    public static void Classify(char* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        for (; block < endBlock; block++)
        {
            ClassifyHalf(units, classes, masks, block * 2, tables);
            ClassifyHalf(units + 32, classes + 32, masks, (block * 2) + 1, tables);
            masks.Continuation[block] = 0;
            masks.Special[block] = 0;
            units += BlockTokenizer.BlockSize;
            classes += BlockTokenizer.BlockSize;
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens256.Write<char>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter<char>.Write(classes, destination, offset, starts, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyHalf(char* units, byte* classes, BlockMasks masks, int half, VectorTables tables)
    {
        // Loaded crosswise, so that the halves of the vectors come out of the packing in order.
        Vector256<short> a = Vector256.Create(Vector128.Load((short*)units), Vector128.Load((short*)units + 16));
        Vector256<short> b = Vector256.Create(Vector128.Load((short*)units + 8), Vector128.Load((short*)units + 24));
        Vector256<short> lowByte = Vector256.Create((short)0xFF);
        Vector256<byte> low = Avx2.PackUnsignedSaturate(a & lowByte, b & lowByte);
        Vector256<byte> high = Avx2.PackUnsignedSaturate(a >>> 8, b >>> 8);

        // Of U+0400..04FF all are letters but the thousands sign.
        Vector256<byte> isAscii = Vector256.Equals(high, Vector256<byte>.Zero);
        Vector256<byte> isCyrillic = Vector256.AndNot(Vector256.Equals(high, ClassMasks256.All(4, tables)), Vector256.Equals(low, ClassMasks256.All(0x82, tables)));
        Vector256<byte> isLetter = (isAscii & ClassMasks256.IsAsciiLetter(low, tables)) | isCyrillic;
        Vector256<byte> found = (isAscii & ClassMasks256.OfAscii(low, tables)) - isLetter; // the bit of Letter is 1
        Vector256.Store(found, classes);
        ((uint*)masks.Letter)[half] = isLetter.ExtractMostSignificantBits();
        ClassMasks256.Store(found, masks, half);

        // Most of the others are « » – — “ ” „, plain punctuation, which is zero already. They stand in half of the blocks of news, and a jump
        // around these lines is mispredicted as often: with it 1,690 MB/s, without 1,840.
        Vector256<byte> isQuote = Vector256.Equals(low | ClassMasks256.All(0x10, tables), ClassMasks256.All(0xBB, tables));
        Vector256<byte> isGeneral = Vector256.Equals(high, ClassMasks256.All(0x20, tables)) & ClassMasks256.Row(low, 0x10, tables.IsDashOrQuote, tables);
        Vector256<byte> isKnown = (isAscii & isQuote) | isLetter | isGeneral;
        Vector256<byte> isRare = Vector256.AndNot(found | ~isAscii, isKnown);
        ((uint*)masks.Rare)[half] = isRare.ExtractMostSignificantBits();
    }
}
