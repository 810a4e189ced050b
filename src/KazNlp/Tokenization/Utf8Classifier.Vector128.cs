using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with vectors of 16 bytes and no instruction of one processor alone: SSE and Arm AdvSimd.</summary>
internal readonly unsafe struct Utf8Classifier128 : IBlockClassifier<byte, NoClasses>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int EndLimit => Utf8Blocks.EndLimit;

    public static int Reach => BlockTokenizer.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoClasses Classify(byte* block, byte* scratch, out BlockMasks masks)
    {
        masks = default;
        ulong known = 0;
        ulong leads = 0;
        ulong continuations = 0;
        ulong thousandsFirst = 0;
        ulong thousandsSecond = 0;
        for (int i = 0; i < BlockTokenizer.BlockSize; i += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.Load(block + i);
            Vector128<byte> isLetter = Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
            Vector128<byte> isControl = Vector128.LessThan(bytes, Vector128.Create((byte)0x20));
            Vector128<byte> isLead = Vector128.Equals(bytes & Vector128.Create((byte)0xFC), Vector128.Create((byte)0xD0));

            // Indices above 15 give zero: the table's class in one row of 16, and nothing elsewhere.
            Vector128<byte> classes = ((isLetter | isLead) & Vector128.Create((byte)CharacterClass.Letter))
                | (isControl & Vector128.Create((byte)CharacterClass.Break))
                | Vector128.Shuffle(SmallTables.Row2, bytes ^ Vector128.Create((byte)0x20))
                | Vector128.Shuffle(SmallTables.Row3, bytes ^ Vector128.Create((byte)0x30));
            Vector128.Store(classes, scratch + i);
            masks.Digit |= Bits(classes, 6) << i;
            masks.Alphanumeric |= (Bits(classes, 7) | Bits(classes, 6)) << i;
            masks.Space |= Bits(classes, 5) << i;
            masks.WordJoiner |= Bits(classes, 4) << i;
            masks.NumberJoiner |= Bits(classes, 3) << i;
            masks.Terminal |= Bits(classes, 2) << i;
            masks.Special |= Bits(classes, 0) << i;
            known |= (ulong)(isLetter | Vector128.LessThan(bytes, Vector128.Create((byte)0x40))).ExtractMostSignificantBits() << i;
            leads |= (ulong)isLead.ExtractMostSignificantBits() << i;
            continuations |= (ulong)Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)-64)).ExtractMostSignificantBits() << i;
            thousandsFirst |= EqualTo(bytes, 0xD2) << i;
            thousandsSecond |= EqualTo(bytes, 0x82) << i;
        }

        ulong other = ~(known | Utf8Blocks.Cyrillic(leads, continuations, thousandsFirst, thousandsSecond, ref masks));
        if (other != 0)
        {
            ClassifyOther(block, scratch, other, ref masks);
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(NoClasses classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter.Write(scratch, destination, offset, starts, ends);

    // Most of the others are « » – — “ ” „, plain punctuation, which is zero already.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyOther(byte* block, byte* scratch, ulong other, ref BlockMasks masks)
    {
        ulong quoteFirst = 0;
        ulong quoteSecond = 0;
        ulong generalFirst = 0;
        ulong generalSecond = 0;
        ulong generalThird = 0;
        for (int i = 0; i < BlockTokenizer.BlockSize; i += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.Load(block + i);
            quoteFirst |= EqualTo(bytes, 0xC2) << i;
            quoteSecond |= EqualTo(bytes | Vector128.Create((byte)0x10), 0xBB) << i;
            generalFirst |= EqualTo(bytes, 0xE2) << i;
            generalSecond |= EqualTo(bytes, 0x80) << i;
            generalThird |= (ulong)(Vector128.LessThan(bytes - Vector128.Create((byte)0x93), Vector128.Create((byte)2))
                | Vector128.LessThan(bytes - Vector128.Create((byte)0x9C), Vector128.Create((byte)3))).ExtractMostSignificantBits() << i;
        }

        other &= ~Utf8Blocks.Marks(quoteFirst, quoteSecond, generalFirst, generalSecond, generalThird, ref masks);
        if (other != 0)
        {
            // A copy, so that the masks themselves stay in registers.
            BlockMasks changed = masks;
            Utf8Blocks.ClassifyRare(block, scratch, other, ref changed);
            masks = changed;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualTo(Vector128<byte> bytes, byte value) => Vector128.Equals(bytes, Vector128.Create(value)).ExtractMostSignificantBits();

    // The bit that a shift to the left brings to the top of its byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector128<byte> classes, int shift) => (classes << shift).ExtractMostSignificantBits();
}
