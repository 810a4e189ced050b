using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with AVX-512, on the bytes: transcoding alone costs more than the tokens.</summary>
internal readonly unsafe struct Utf8Classifier512 : IBlockClassifier<byte>
{
    // The codes of all bytes.
    private static readonly Vector512<byte> Codes0 = Utf8ByteCodes.From(0x00);
    private static readonly Vector512<byte> Codes1 = Utf8ByteCodes.From(0x40);
    private static readonly Vector512<byte> Codes2 = Utf8ByteCodes.From(0x80);
    private static readonly Vector512<byte> Codes3 = Utf8ByteCodes.From(0xC0);

    public static bool IsSupported => Operations512.IsSupported;

    public static bool FindsAll => true;

    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        for (; block < endBlock; block++)
        {
            Vector512<byte> bytes = Vector512.Load(units);
            units += Vector512<byte>.Count;
            Vector512<byte> isAscii = Vector512.LessThan(bytes, Vector512.Create((byte)0x80));
            Vector512<byte> code = Vector512.ConditionalSelect(
                isAscii, Operations512.Permute(Codes0, bytes, Codes1), Operations512.Permute(Codes2, bytes, Codes3));
            masks.Letter[block] = ClassTables512.Store(code, masks, block);
            masks.Extra[block] = code.ExtractMostSignificantBits();
            masks.NonAscii[block] = bytes.ExtractMostSignificantBits();
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens128.Write<byte>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends)
    {
        // TokenWriter<byte> has the same kinds: of ASCII by its class, of the bytes beyond those of D0..D3 begin words.
        Vector512<byte> bytes = Operations512.Compress(ClassTables512.Expand(starts), Vector512.Load(classes));
        Vector512<byte> isAscii = Vector512.LessThan(bytes, Vector512.Create((byte)0x80));
        Vector512<byte> isLetter = Vector512.Equals(bytes & Vector512.Create((byte)0xFC), Vector512.Create((byte)0xD0));
        Vector512<byte> first = (isAscii & Operations512.Permute(ClassTables512.AsciiLow, bytes, ClassTables512.AsciiHigh))
            | (isLetter & Vector512.Create((byte)CharacterClass.Letter));
        ClassTables512.Write(first, destination, offset, starts, ends);
    }
}
