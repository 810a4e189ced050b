using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// Codes of the bytes of UTF-8: what a byte alone tells, one bit for each row of <see cref="BlockMasks"/>. The bits have the names of what they tell of
/// ASCII; of other bytes they tell what is listed at <see cref="Tables"/>, and <see cref="BlockMasks.FindLeads"/> and <see cref="BlockMasks.JoinBytes"/>
/// make characters of them. So a vector path has to look at no byte beside the one that it classifies.
/// </summary>
/// <remarks>
/// Four byte shuffles tell all that has to be known (<see cref="HalfByteTables"/>). With
/// compares of each byte and of the two behind it, UTF-8 news took 1.08 times the time (AVX2 on Zen 3), 1.25 times in the portable path. Eight
/// bits are all that a vector path can turn into masks at once, and each mask costs time otherwise (64 bytes: nine masks 8.0 ns, six 5.6 ns, the codes
/// alone 2.2 ns), so rare bytes share bits.
/// </remarks>
internal static class Utf8ByteCodes
{
    /// <summary>Bytes beyond ASCII.</summary>
    public const CharacterClass NonAscii = CharacterClass.Symbol;

    /// <summary>Tells more of bytes beyond ASCII. Of ASCII, what has to be looked up has two bits: # + DEL those of a joiner and a terminal, @ ` of a letter and a space.</summary>
    public const CharacterClass Extra = CharacterClass.Special;

    /// <summary>The codes.</summary>
    public static readonly HalfByteTables Tables = new(
        [
            ((int)CharacterClass.Letter, Set(0x4, 0x6, 0x9), Range(0x0, 0xF)), // @ A–O ` a–o; 90..9F
            ((int)CharacterClass.Digit, Set(0x3), Range(0x0, 0x9)), // 0–9
            ((int)CharacterClass.Space, Set(0x0, 0x1, 0x8, 0x9, 0xA, 0xB), Range(0x0, 0xF)), // controls; all continuation bytes
            ((int)CharacterClass.WordJoiner, Set(0x2, 0xA, 0xB), Set(0x3, 0x7, 0xB, 0xD)), // # ' + -; A3, A7, AB, AD, B3, B7, BB, BD
            ((int)CharacterClass.NumberJoiner, Set(0x2), Set(0xC, 0xE)), // , .
            ((int)CharacterClass.Terminal, Set(0x2, 0x8, 0xA, 0xB), Set(0x1, 0x3, 0xB, 0xE)), // ! # + .; 81, 83, 8B, 8E, A1, A3, AB, AE, B1, B3, BB, BE
            ((int)NonAscii, Range(0x8, 0xF), Range(0x0, 0xF)),
            ((int)Extra, Set(0x9), Set(0x3, 0x4, 0xC, 0xD, 0xE)), // 93, 94, 9C..9E
        ],
        [
            ((int)CharacterClass.Letter, Set(0x5, 0x7, 0xA, 0xB, 0xE), Range(0x0, 0xA)), // P–Z, p–z; A0..AA, B0..BA, E0..EA
            ((int)CharacterClass.Digit, Set(0x8, 0xC, 0xD, 0xE), Set(0x2)), // 82, C2, D2, E2
            ((int)CharacterClass.Space, Set(0x2, 0x4, 0x6), Set(0x0)), // the space, @ `
            ((int)CharacterClass.WordJoiner, Set(0x5, 0x7), Set(0xF)), // _ DEL
            ((int)CharacterClass.NumberJoiner, Set(0x3), Set(0xA)), // :
            ((int)CharacterClass.Terminal, Set(0x3, 0x7), Set(0xF)), // ? DEL
            ((int)Extra, Set(0x8, 0xD), Range(0x0, 0x3)), // 80..83, D0..D3
        ]);

    private static readonly byte[] All = BuildAll();

    /// <summary>The code of a byte of a text; none behind its end.</summary>
    public static byte At(ReadOnlySpan<byte> text, int index) => index < text.Length ? All[text[index]] : (byte)0;

    /// <summary>The codes of 64 bytes.</summary>
    public static Vector512<byte> From(byte first) => Vector512.Create<byte>(All.AsSpan(first, Vector512<byte>.Count));

    private static byte[] BuildAll()
    {
        byte[] codes = new byte[byte.MaxValue + 1];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = Tables[i];
        }

        return codes;
    }

    private static int Set(params ReadOnlySpan<int> halves) => HalfByteTables.Set(halves);

    private static int Range(int first, int last) => HalfByteTables.Range(first, last);
}
