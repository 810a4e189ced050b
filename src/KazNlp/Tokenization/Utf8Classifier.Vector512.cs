using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with AVX-512, on the bytes: transcoding alone costs more than the tokens.</summary>
internal readonly unsafe struct Utf8Classifier512 : IBlockClassifier<byte>
{
    public static bool IsSupported => Operations512.IsSupported;

    public static int Reach => BlockTokenizer.BlockSize + 2; // the rest of a character of three bytes

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, VectorTables tables)
    {
        Vector512<byte> bytes = Vector512.Load(units);
        Vector512<byte> second = Vector512.Load(units + 1);
        Vector512<byte> third = Vector512.Load(units + 2);

        // Of U+0400..04FF, lead bytes D0..D3, all are letters but the thousands sign D2 82.
        Vector512<byte> isAscii = Vector512.LessThan(bytes, Vector512.Create((byte)0x80));
        Vector512<byte> isThousands = Vector512.Equals(bytes, Vector512.Create((byte)0xD2)) & Vector512.Equals(second, Vector512.Create((byte)0x82));
        Vector512<byte> isCyrillic = Vector512.Equals(bytes & Vector512.Create((byte)0xFC), Vector512.Create((byte)0xD0))
            & Vector512.Equals(second & Vector512.Create((byte)0xC0), Vector512.Create((byte)0x80)) & ~isThousands;

        // « » as C2 AB, C2 BB, and – — “ ” „ as E2 80 and a third byte: plain punctuation, which is zero.
        Vector512<byte> isQuote = Vector512.Equals(bytes, Vector512.Create((byte)0xC2))
            & Vector512.Equals(second | Vector512.Create((byte)0x10), Vector512.Create((byte)0xBB));
        Vector512<byte> isGeneral = Vector512.LessThan(third - Vector512.Create((byte)0x93), Vector512.Create((byte)2))
            | Vector512.LessThan(third - Vector512.Create((byte)0x9C), Vector512.Create((byte)3));
        ulong leadsOfThree = (Vector512.Equals(bytes, Vector512.Create((byte)0xE2))
            & Vector512.Equals(second, Vector512.Create((byte)0x80)) & isGeneral).ExtractMostSignificantBits();

        Vector512<byte> found = (isAscii & Operations512.Permute(ClassTables512.AsciiLow, bytes, ClassTables512.AsciiHigh))
            | (isCyrillic & Vector512.Create((byte)CharacterClass.Letter));
        Vector512.Store(found, classes);
        masks.FirstOfLetter[block] = ClassTables512.Store(found, masks, block);
        masks.Lead[block] = (isCyrillic | isQuote).ExtractMostSignificantBits() | leadsOfThree;
        masks.LeadOfThree[block] = leadsOfThree;
        masks.Other[block] = ~isAscii.ExtractMostSignificantBits() | found.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        ClassTables512.Write(classes, destination, offset, starts, ends);
}
