using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>UTF-8 with AVX2, on the bytes.</summary>
internal readonly unsafe struct Utf8Classifier256 : IBlockClassifier<byte>
{
    private const int BlocksAtOnce = 4;

    public static bool IsSupported => Avx2.IsSupported;

    public static bool FindsAll => false;

    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        for (; block <= endBlock - BlocksAtOnce; block += BlocksAtOnce)
        {
            ClassifyFour(units, masks, block, tables);
            units += BlocksAtOnce * BlockTokenizer.BlockSize;
        }

        for (int entry = block * 2; entry < endBlock * 2; entry++)
        {
            Vector256<byte> bytes = Vector256.Load(units);
            units += Vector256<byte>.Count;
            Vector256<byte> code = CodesOf(bytes, tables);
            ClassMasks256.Store(code, masks, entry);
            ((uint*)masks.Letter)[entry] = ClassMasks256.Having(code, CharacterClass.Letter);
            ((uint*)masks.Extra)[entry] = ClassMasks256.Having(code, Utf8ByteCodes.Extra);
            ((uint*)masks.NonAscii)[entry] = bytes.ExtractMostSignificantBits();
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens256.Write<byte>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter<byte>.Write(classes, destination, offset, starts, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> CodesOf(Vector256<byte> bytes, VectorTables tables)
    {
        Vector256<byte> half = Vector256.Create((byte)0x0F);
        Vector256<byte> lower = bytes & half;
        Vector256<byte> upper = (bytes.AsUInt16() >>> 4).AsByte() & half;
        return (Avx2.Shuffle(Vector256.Load(tables.ByteCodes), lower) & Avx2.Shuffle(Vector256.Load(tables.ByteCodes + 32), upper))
            | (Avx2.Shuffle(Vector256.Load(tables.ByteCodes + 64), lower) & Avx2.Shuffle(Vector256.Load(tables.ByteCodes + 96), upper));
    }

    // Sets the masks of four blocks without moving masks out of vectors: the bytes are put into eight vectors, those at places 8 k in the first, at 8 k + 1
    // in the second and so on, and each 8 × 8 bits of their codes are turned, so that each vector becomes a row of the masks. With two VPMOVMSKB for each
    // mask of a block, one a cycle, UTF-8 news took 1.04 times the time, one long word 1.13 times (AVX2 on Zen 3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyFour(byte* units, BlockMasks masks, int block, VectorTables tables)
    {
        // Pairs of bytes of two neighbouring groups of eight, then fours, eights and sixteens; the upper half of each vector has those of the last two blocks.
        Vector256<ushort> pairs0 = Pairs(units, 0, tables);
        Vector256<ushort> pairs1 = Pairs(units, 1, tables);
        Vector256<uint> low01 = Avx2.UnpackLow(pairs0, pairs1).AsUInt32();
        Vector256<uint> high01 = Avx2.UnpackHigh(pairs0, pairs1).AsUInt32();
        Vector256<ushort> pairs2 = Pairs(units, 2, tables);
        Vector256<ushort> pairs3 = Pairs(units, 3, tables);
        Vector256<uint> low23 = Avx2.UnpackLow(pairs2, pairs3).AsUInt32();
        Vector256<uint> high23 = Avx2.UnpackHigh(pairs2, pairs3).AsUInt32();
        Vector256<ulong> first01 = Avx2.UnpackLow(low01, low23).AsUInt64();
        Vector256<ulong> first23 = Avx2.UnpackHigh(low01, low23).AsUInt64();
        Vector256<ulong> first45 = Avx2.UnpackLow(high01, high23).AsUInt64();
        Vector256<ulong> first67 = Avx2.UnpackHigh(high01, high23).AsUInt64();
        Vector256<ushort> pairs4 = Pairs(units, 4, tables);
        Vector256<ushort> pairs5 = Pairs(units, 5, tables);
        Vector256<uint> low45 = Avx2.UnpackLow(pairs4, pairs5).AsUInt32();
        Vector256<uint> high45 = Avx2.UnpackHigh(pairs4, pairs5).AsUInt32();
        Vector256<ushort> pairs6 = Pairs(units, 6, tables);
        Vector256<ushort> pairs7 = Pairs(units, 7, tables);
        Vector256<uint> low67 = Avx2.UnpackLow(pairs6, pairs7).AsUInt32();
        Vector256<uint> high67 = Avx2.UnpackHigh(pairs6, pairs7).AsUInt32();
        Vector256<ulong> last01 = Avx2.UnpackLow(low45, low67).AsUInt64();
        Vector256<ulong> last23 = Avx2.UnpackHigh(low45, low67).AsUInt64();
        Vector256<ulong> last45 = Avx2.UnpackLow(high45, high67).AsUInt64();
        Vector256<ulong> last67 = Avx2.UnpackHigh(high45, high67).AsUInt64();
        Vector256<byte> row0 = CodesOf(Avx2.UnpackLow(first01, last01).AsByte(), tables);
        Vector256<byte> row1 = CodesOf(Avx2.UnpackHigh(first01, last01).AsByte(), tables);
        Vector256<byte> row2 = CodesOf(Avx2.UnpackLow(first23, last23).AsByte(), tables);
        Vector256<byte> row3 = CodesOf(Avx2.UnpackHigh(first23, last23).AsByte(), tables);
        Vector256<byte> row4 = CodesOf(Avx2.UnpackLow(first45, last45).AsByte(), tables);
        Vector256<byte> row5 = CodesOf(Avx2.UnpackHigh(first45, last45).AsByte(), tables);
        Vector256<byte> row6 = CodesOf(Avx2.UnpackLow(first67, last67).AsByte(), tables);
        Vector256<byte> row7 = CodesOf(Avx2.UnpackHigh(first67, last67).AsByte(), tables);
        Swap(ref row0, ref row4, 4, 0x0F);
        Swap(ref row1, ref row5, 4, 0x0F);
        Swap(ref row2, ref row6, 4, 0x0F);
        Swap(ref row3, ref row7, 4, 0x0F);
        Swap(ref row0, ref row2, 2, 0x33);
        Swap(ref row1, ref row3, 2, 0x33);
        Swap(ref row4, ref row6, 2, 0x33);
        Swap(ref row5, ref row7, 2, 0x33);
        Swap(ref row0, ref row1, 1, 0x55);
        Swap(ref row2, ref row3, 1, 0x55);
        Swap(ref row4, ref row5, 1, 0x55);
        Swap(ref row6, ref row7, 1, 0x55);
        Vector256.Store(row0, (byte*)(masks.Letter + block));
        Vector256.Store(row1, (byte*)(masks.Digit + block));
        Vector256.Store(row2, (byte*)(masks.Space + block));
        Vector256.Store(row3, (byte*)(masks.WordJoiner + block));
        Vector256.Store(row4, (byte*)(masks.NumberJoiner + block));
        Vector256.Store(row5, (byte*)(masks.Terminal + block));
        Vector256.Store(row6, (byte*)(masks.NonAscii + block));
        Vector256.Store(row7, (byte*)(masks.Extra + block));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Pairs(byte* units, int place, VectorTables tables)
    {
        byte* from = units + (place * Vector128<byte>.Count);
        Vector256<byte> bytes = Vector256.Create(Vector128.Load(from), Vector128.Load(from + (2 * BlockTokenizer.BlockSize)));
        return Avx2.Shuffle(bytes, Vector256.Load(tables.PairsOfHalves)).AsUInt16();
    }

    // Exchanges the upper bits of one vector with the lower ones of another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ref Vector256<byte> lower, ref Vector256<byte> upper, int places, byte mask)
    {
        Vector256<byte> different = ((lower.AsUInt16() >>> places).AsByte() ^ upper) & Vector256.Create(mask);
        upper ^= different;
        lower ^= (different.AsUInt16() << places).AsByte();
    }
}
