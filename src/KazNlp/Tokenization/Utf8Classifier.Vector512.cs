using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with AVX-512, on the bytes: transcoding alone costs more than the tokens.</summary>
internal readonly unsafe struct Utf8Classifier512 : IBlockClassifier<byte, Vector512<byte>>
{
    public static bool IsSupported => Operations512.IsSupported;

    public static int EndLimit => Utf8Blocks.EndLimit;

    public static int Reach => BlockTokenizer.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Classify(byte* block, byte* scratch, out BlockMasks masks)
    {
        Vector512<byte> bytes = Vector512.Load(block);
        Vector512<byte> isAscii = Vector512.LessThan(bytes, Vector512.Create((byte)0x80));
        Vector512<byte> isLead = Vector512.Equals(bytes & Vector512.Create((byte)0xFC), Vector512.Create((byte)0xD0));
        Vector512<byte> classes = (isAscii & Operations512.Permute(ClassTables512.AsciiLow, bytes, ClassTables512.AsciiHigh))
            | (isLead & Vector512.Create((byte)CharacterClass.Letter));
        ClassTables512.ToMasks(classes, out masks);
        ulong continuations = Vector512.Equals(bytes & Vector512.Create((byte)0xC0), Vector512.Create((byte)0x80)).ExtractMostSignificantBits();
        ulong cyrillic = Utf8Blocks.Cyrillic(
            isLead.ExtractMostSignificantBits(), continuations, EqualTo(bytes, 0xD2), EqualTo(bytes, 0x82), ref masks);
        ulong other = ~(isAscii.ExtractMostSignificantBits() | cyrillic);
        if (other != 0)
        {
            // Most of the others are « » – — “ ” „, plain punctuation, which is zero already.
            ulong quoteEnds = EqualTo(bytes | Vector512.Create((byte)0x10), 0xBB);
            ulong generalEnds = (Vector512.LessThan(bytes - Vector512.Create((byte)0x93), Vector512.Create((byte)2))
                | Vector512.LessThan(bytes - Vector512.Create((byte)0x9C), Vector512.Create((byte)3))).ExtractMostSignificantBits();
            other &= ~Utf8Blocks.Marks(EqualTo(bytes, 0xC2), quoteEnds, EqualTo(bytes, 0xE2), EqualTo(bytes, 0x80), generalEnds, ref masks);
            if (other != 0)
            {
                // A copy, so that the masks themselves stay in registers.
                BlockMasks changed = masks;
                Vector512.Store(classes, scratch);
                Utf8Blocks.ClassifyRare(block, scratch, other, ref changed);
                classes = Vector512.Load(scratch);
                masks = changed;
            }
        }

        return classes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Vector512<byte> classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends) =>
        ClassTables512.Write(classes, destination, offset, starts, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualTo(Vector512<byte> bytes, byte value) => Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();
}
