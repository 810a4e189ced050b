using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>UTF-8 with AVX2, on the bytes.</summary>
internal readonly unsafe struct Utf8Classifier256 : IBlockClassifier<byte>
{
    public static bool IsSupported => Avx2.IsSupported;

    public static bool FindsAll => false;

    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        Vector256<byte> half = Vector256.Create((byte)0x0F);
        Vector256<byte> lower1 = Vector256.Load(tables.ByteCodes);
        Vector256<byte> upper1 = Vector256.Load(tables.ByteCodes + 32);
        Vector256<byte> lower2 = Vector256.Load(tables.ByteCodes + 64);
        Vector256<byte> upper2 = Vector256.Load(tables.ByteCodes + 96);
        for (int entry = block * 2; entry < endBlock * 2; entry++)
        {
            Vector256<byte> bytes = Vector256.Load(units);
            Vector256.Store(bytes, classes);
            units += Vector256<byte>.Count;
            classes += Vector256<byte>.Count;
            Vector256<byte> lower = bytes & half;
            Vector256<byte> upper = (bytes.AsUInt16() >>> 4).AsByte() & half;
            Vector256<byte> code = (Avx2.Shuffle(lower1, lower) & Avx2.Shuffle(upper1, upper)) | (Avx2.Shuffle(lower2, lower) & Avx2.Shuffle(upper2, upper));
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
}
