using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>What the classifiers with 16-byte tables share.</summary>
internal static unsafe class SmallTables
{
    /// <summary>The classes of U+0020 to U+002F.</summary>
    public static readonly Vector128<byte> Row2 = Vector128.Create<byte>(CharacterClasses.Table.AsSpan(0x20, 16));

    /// <summary>The classes of U+0030 to U+003F.</summary>
    public static readonly Vector128<byte> Row3 = Vector128.Create<byte>(CharacterClasses.Table.AsSpan(0x30, 16));

    /// <summary>All bits for – — “ ” „ among U+2010 to U+201F.</summary>
    public static readonly Vector128<byte> DashesAndQuotes = Vector128.Create(0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0);

    /// <summary>Sets classes one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ClassifyRare(char* block, byte* classes, ulong rare)
    {
        for (; rare != 0; rare &= rare - 1)
        {
            int i = BitOperations.TrailingZeroCount(rare);
            classes[i] = CharacterClasses.Table[block[i]];
        }
    }
}

/// <summary>Nothing is kept beside the scratch.</summary>
internal readonly struct NoClasses;

/// <summary>Writes tokens by trailing zero counts, from the classes in the scratch.</summary>
internal static unsafe class TokenWriter
{
    // The kind of a token by the class of its first unit, at its place in the second half of the token.
    private static readonly uint[] Kinds = BuildKinds();

    /// <inheritdoc cref="IBlockClassifier{TUnit, TClasses}.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(byte* scratch, Token* destination, int offset, ulong starts, ulong ends)
    {
        int count = BitOperations.PopCount(starts);
        ref uint kinds = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(Kinds);
        // Four at a time: a branch for each token is mispredicted at the end of every block. Eight before the first branch is no faster
        // on UTF-16 (1,870 to 1,900 MB/s, within the noise) and slower on UTF-8, whose blocks hold five tokens (1,250 against 1,295).
        Token* end = destination + count;
        for (; destination < end; destination += 4)
        {
            destination[0] = Next(scratch, ref kinds, offset, ref starts, ref ends);
            destination[1] = Next(scratch, ref kinds, offset, ref starts, ref ends);
            destination[2] = Next(scratch, ref kinds, offset, ref starts, ref ends);
            destination[3] = Next(scratch, ref kinds, offset, ref starts, ref ends);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Token Next(byte* scratch, ref uint kinds, int offset, ref ulong starts, ref ulong ends)
    {
        int start = BitOperations.TrailingZeroCount(starts);
        int length = BitOperations.TrailingZeroCount(ends) - start;
        starts &= starts - 1;
        ends &= ends - 1;
        return new Token(offset + start, (uint)length | Unsafe.Add(ref kinds, (nint)scratch[start]));
    }

    private static uint[] BuildKinds()
    {
        uint[] kinds = new uint[byte.MaxValue + 1];
        for (int i = 0; i < kinds.Length; i++)
        {
            kinds[i] = (uint)CharacterClasses.KindOf((CharacterClass)i) << Token.LengthBits;
        }

        return kinds;
    }
}
