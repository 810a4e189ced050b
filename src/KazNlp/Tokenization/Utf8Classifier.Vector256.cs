using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>UTF-8 with AVX2, on the bytes.</summary>
internal readonly unsafe struct Utf8Classifier256 : IBlockClassifier<byte, NoClasses>
{
    public static bool IsSupported => Avx2.IsSupported;

    public static int EndLimit => Utf8Blocks.EndLimit;

    public static int Reach => BlockTokenizer.BlockSize + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoClasses Classify(byte* block, byte* scratch, out BlockMasks masks)
    {
        Vector256<byte> a = Vector256.Load(block);
        Vector256<byte> b = Vector256.Load(block + 32);
        Vector256<byte> first = ClassesOf(a, Vector256.Load(block + 1), out Vector256<byte> isKnownA, out Vector256<byte> isLeadA);
        Vector256<byte> second = ClassesOf(b, Vector256.Load(block + 33), out Vector256<byte> isKnownB, out Vector256<byte> isLeadB);
        Vector256.Store(first, scratch);
        Vector256.Store(second, scratch + 32);
        masks.Digit = Bits(first, second, 6);
        masks.Space = Bits(first, second, 5);
        masks.WordJoiner = Bits(first, second, 4);
        masks.NumberJoiner = Bits(first, second, 3);
        masks.Terminal = Bits(first, second, 2);
        masks.Special = Bits(first, second, 0);
        masks.Continuation = Mask(isLeadA, isLeadB) << 1;
        masks.Alphanumeric = masks.Digit | Bits(first, second, 7) | masks.Continuation;
        ulong other = ~(Mask(isKnownA, isKnownB) | masks.Continuation);
        if (other != 0)
        {
            // Most of the others are « » – — “ ” „, plain punctuation, which is zero already.
            Vector256<byte> bit4 = Vector256.Create((byte)0x10);
            other &= ~Utf8Blocks.Marks(
                EqualTo(a, b, 0xC2),
                EqualTo(a | bit4, b | bit4, 0xBB),
                EqualTo(a, b, 0xE2),
                EqualTo(a, b, 0x80),
                Mask(IsDashOrQuote(a), IsDashOrQuote(b)),
                ref masks);
            if (other != 0)
            {
                // A copy, so that the masks themselves stay in registers.
                BlockMasks changed = masks;
                Utf8Blocks.ClassifyRare(block, scratch, other, ref changed);
                masks = changed;
            }
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(NoClasses classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter.Write(scratch, destination, offset, starts, ends);

    // Of U+0400..04FF, lead bytes D0..D3, all are letters but the thousands sign D2 82. The bytes that follow are loaded as a vector of their
    // own: with masks of lead and continuation bytes, D2 and 82 instead, 1,070 MB/s, so 1,150 (AVX2 on Zen 3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ClassesOf(Vector256<byte> bytes, Vector256<byte> next, out Vector256<byte> isKnown, out Vector256<byte> isLead)
    {
        Vector256<byte> isLetter = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        Vector256<byte> isControl = Vector256.LessThan(bytes, Vector256.Create((byte)0x20));
        Vector256<byte> isThousands = Vector256.Equals(bytes, Vector256.Create((byte)0xD2)) & Vector256.Equals(next, Vector256.Create((byte)0x82));
        isLead = Vector256.Equals(bytes & Vector256.Create((byte)0xFC), Vector256.Create((byte)0xD0))
            & Vector256.LessThan(next.AsSByte(), Vector256.Create((sbyte)-64)).AsByte() & ~isThousands;
        isLetter |= isLead;
        isKnown = isLetter | Vector256.LessThan(bytes, Vector256.Create((byte)0x40));
        return (isLetter & Vector256.Create((byte)CharacterClass.Letter))
            | (isControl & Vector256.Create((byte)CharacterClass.Break))
            | Utf16Classifier256.Row(bytes, 0x20, SmallTables.Row2)
            | Utf16Classifier256.Row(bytes, 0x30, SmallTables.Row3);
    }

    // The last byte of – — “ ” „
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsDashOrQuote(Vector256<byte> bytes) =>
        Vector256.LessThan(bytes - Vector256.Create((byte)0x93), Vector256.Create((byte)2))
        | Vector256.LessThan(bytes - Vector256.Create((byte)0x9C), Vector256.Create((byte)3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualTo(Vector256<byte> a, Vector256<byte> b, byte value) =>
        Mask(Vector256.Equals(a, Vector256.Create(value)), Vector256.Equals(b, Vector256.Create(value)));

    // The bit that a shift to the left brings to the top of its byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> first, Vector256<byte> second, int shift) =>
        Mask((first.AsUInt16() << shift).AsByte(), (second.AsUInt16() << shift).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> a, Vector256<byte> b) =>
        a.ExtractMostSignificantBits() | ((ulong)b.ExtractMostSignificantBits() << 32);
}
