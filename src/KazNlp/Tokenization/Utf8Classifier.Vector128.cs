using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>UTF-8 with vectors of 16 bytes and no instruction of one processor alone: SSE and Arm AdvSimd.</summary>
internal readonly unsafe struct Utf8Classifier128 : IBlockClassifier<byte>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static bool FindsAll => false;

    public static void Classify(byte* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables)
    {
        Vector128<byte> half = Vector128.Create((byte)0x0F);
        Vector128<byte> lower1 = Vector128.Load(tables.ByteCodes);
        Vector128<byte> upper1 = Vector128.Load(tables.ByteCodes + 32);
        Vector128<byte> lower2 = Vector128.Load(tables.ByteCodes + 64);
        Vector128<byte> upper2 = Vector128.Load(tables.ByteCodes + 96);
        for (int entry = block * 4; entry < endBlock * 4; entry++)
        {
            Vector128<byte> bytes = Vector128.Load(units);
            units += Vector128<byte>.Count;
            Vector128<byte> lower = bytes & half;
            Vector128<byte> upper = bytes >>> 4;
            Vector128<byte> code = (Vector128.ShuffleNative(lower1, lower) & Vector128.ShuffleNative(upper1, upper))
                | (Vector128.ShuffleNative(lower2, lower) & Vector128.ShuffleNative(upper2, upper));
            ClassMasks128.Store(code, masks, entry);
            ClassMasks128.Store(masks.Letter, entry, ClassMasks128.Having(code, CharacterClass.Letter));
            ClassMasks128.Store(masks.Extra, entry, ClassMasks128.Having(code, Utf8ByteCodes.Extra));
            ClassMasks128.Store(masks.NonAscii, entry, bytes.ExtractMostSignificantBits());
        }
    }

    public static void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables) =>
        ListedTokens128.Write<byte>(list, destination, count, offset, tables);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends) =>
        TokenWriter<byte>.Write(classes, destination, offset, starts, ends);
}
