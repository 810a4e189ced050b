using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>What the AVX-512 classifiers of both encodings share: tables of 128 classes in two vectors, masks from classes, and tokens from masks.</summary>
internal static unsafe class ClassTables512
{
    public static readonly Vector512<byte> AsciiLow = Load(0x00);
    public static readonly Vector512<byte> AsciiHigh = Load(0x40);
    public static readonly Vector512<byte> Latin1Low = Load(0x80);
    public static readonly Vector512<byte> Latin1High = Load(0xC0);
    public static readonly Vector512<byte> GeneralLow = Load(0x2000);
    public static readonly Vector512<byte> GeneralHigh = Load(0x2040);

    // The kind of a token by the class of its first unit, at the place that it has in the last byte of the token.
    private static readonly Vector512<byte> KindsLow = LoadKinds(0);
    private static readonly Vector512<byte> KindsHigh = LoadKinds(64);

    /// <summary>Sets the masks of a block.</summary>
    /// <returns>The mask of letters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Store(Vector512<byte> classes, BlockMasks masks, int block)
    {
        masks.Digit[block] = Having(classes, CharacterClass.Digit);
        masks.Space[block] = Having(classes, CharacterClass.Space);
        masks.WordJoiner[block] = Having(classes, CharacterClass.WordJoiner);
        masks.NumberJoiner[block] = Having(classes, CharacterClass.NumberJoiner);
        masks.Terminal[block] = Having(classes, CharacterClass.Terminal);
        return Having(classes, CharacterClass.Letter);
    }

    /// <summary>Writes the tokens of a block, 16 at a time.</summary>
    /// <param name="firstClasses">The classes of the first units, side by side.</param>
    /// <param name="destination">Receives the tokens.</param>
    /// <param name="offset">Offset of the block in the text.</param>
    /// <param name="starts">First units of the tokens.</param>
    /// <param name="ends">Units behind the tokens.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector512<byte> firstClasses, Token* destination, int offset, ulong starts, ulong ends)
    {
        Vector512<byte> positions = Vector512.CreateSequence<byte>(0, 1);
        Vector512<byte> tokenStarts = Operations512.Compress(Expand(starts), positions);
        Vector512<byte> lengths = Operations512.Compress(Expand(ends), positions) - tokenStarts;
        Vector512<byte> kinds = Operations512.Permute(KindsLow, firstClasses, KindsHigh);
        int count = BitOperations.PopCount(ends);
        Write16(tokenStarts.GetLower().GetLower(), lengths.GetLower().GetLower(), kinds.GetLower().GetLower(), destination, offset);
        if (count > 16)
        {
            Write16(tokenStarts.GetLower().GetUpper(), lengths.GetLower().GetUpper(), kinds.GetLower().GetUpper(), destination + 16, offset);
            if (count > 32)
            {
                Write16(tokenStarts.GetUpper().GetLower(), lengths.GetUpper().GetLower(), kinds.GetUpper().GetLower(), destination + 32, offset);
                Write16(tokenStarts.GetUpper().GetUpper(), lengths.GetUpper().GetUpper(), kinds.GetUpper().GetUpper(), destination + 48, offset);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write16(Vector128<byte> starts, Vector128<byte> lengths, Vector128<byte> kinds, Token* destination, int offset)
    {
        Vector512<int> first = Operations512.Widen(starts) + Vector512.Create(offset);
        Vector512<int> second = Operations512.Widen(lengths) | (Operations512.Widen(kinds) << 24);
        Vector512<int> firstEight = Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
        Vector512.Store(Operations512.Permute(first, firstEight, second), (int*)destination);
        Vector512.Store(Operations512.Permute(first, firstEight + Vector512.Create(8), second), (int*)(destination + 8));
    }

    /// <summary>Bit i becomes byte i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Expand(ulong mask)
    {
        Vector512<byte> byteOfBit = Vector512.Create(
            0UL, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303, 0x0404040404040404, 0x0505050505050505, 0x0606060606060606, 0x0707070707070707)
            .AsByte();
        Vector512<byte> bit = Vector512.Create(0x8040201008040201UL).AsByte();
        return ~Vector512.Equals(Operations512.ShuffleInLanes(Vector512.Create(mask).AsByte(), byteOfBit) & bit, Vector512<byte>.Zero);
    }

    /// <summary>Where a class is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Having(Vector512<byte> classes, CharacterClass bits) =>
        (~Vector512.Equals(classes & Vector512.Create((byte)bits), Vector512<byte>.Zero)).ExtractMostSignificantBits();

    private static Vector512<byte> Load(int from) => Vector512.Create<byte>(CharacterClasses.Table.AsSpan(from, 64));

    private static Vector512<byte> LoadKinds(int from)
    {
        Span<byte> kinds = stackalloc byte[64];
        for (int i = 0; i < kinds.Length; i++)
        {
            kinds[i] = (byte)((int)CharacterClasses.KindOf((CharacterClass)(from + i)) << (Token.LengthBits - 24));
        }

        return Vector512.Create<byte>(kinds);
    }
}
