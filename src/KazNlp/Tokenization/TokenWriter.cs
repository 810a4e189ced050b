using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>Writes tokens by trailing zero counts.</summary>
internal static unsafe class TokenWriter<TUnit>
    where TUnit : unmanaged
{
    // The kind of a token by its first unit, at its place in the second half of the token.
    private static readonly uint[] Kinds = BuildKinds();

    /// <inheritdoc cref="IBlockClassifier{TUnit}.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends)
    {
        Token* end = destination + BitOperations.PopCount(ends);
        ref uint kinds = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(Kinds);
        // Six at a time: a branch for each token is mispredicted at the end of every block. Times a byte of UTF-8 news, whose blocks have five tokens,
        // and of UTF-16 news, with nine: four 1 and 1, six 1 and 0.97, eight 1.1 and 0.96 (AVX2 on Zen 3).
        do
        {
            destination[0] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination[1] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination[2] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination[3] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination[4] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination[5] = Next(classes, ref kinds, offset, ref starts, ref ends);
            destination += 6;
        }
        while (destination < end);
    }

    /// <summary>What tells the kind of a token that begins with a unit of some class: the class; of UTF-8, where it is mostly the byte itself, some byte of that class.</summary>
    public static byte FirstOf(CharacterClass first) => sizeof(TUnit) != 1 ? (byte)first : (byte)(CharacterClasses.KindOf(first) switch
    {
        TokenKind.Number => '0',
        TokenKind.Word => 'a',
        TokenKind.Symbol => '$',
        _ when (first & CharacterClass.Space) != 0 => ' ',
        _ => '"',
    });

    /// <summary>The kind of a token whose first unit is known by <see cref="FirstOf"/>, at its place in the second half of the token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint KindOf(byte firstClass) =>
        Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(Kinds), (nint)firstClass);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Token Next(byte* classes, ref uint kinds, int offset, ref ulong starts, ref ulong ends)
    {
        uint start = (uint)BitOperations.TrailingZeroCount(starts);
        uint length = (uint)BitOperations.TrailingZeroCount(ends) - start;
        starts &= starts - 1;
        ends &= ends - 1;
        return new Token(offset + (int)start, length | Unsafe.Add(ref kinds, (nint)classes[start]));
    }

    private static uint[] BuildKinds()
    {
        uint[] kinds = new uint[byte.MaxValue + 1];
        for (int i = 0; i < kinds.Length; i++)
        {
            var first = sizeof(TUnit) != 1 ? (CharacterClass)i
                : i < 0x80 ? (CharacterClass)CharacterClasses.Table[i]
                : (i & 0xFC) == 0xD0 ? CharacterClass.Letter // U+0400..04FF
                : CharacterClass.Punctuation; // quotes and dashes
            kinds[i] = (uint)CharacterClasses.KindOf(first) << Token.LengthBits;
        }

        return kinds;
    }
}
