using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// Codes of the bytes of UTF-8: what a byte alone tells, one bit for each row of <see cref="BlockMasks"/>. The bits have the names of what they tell of
/// ASCII; of other bytes they tell what is listed at <see cref="Pairs"/>, and <see cref="BlockMasks.FindLeads"/> and <see cref="BlockMasks.JoinBytes"/>
/// make characters of them. So a vector path has to look at no byte beside the one that it classifies.
/// </summary>
/// <remarks>
/// A code is a table of the lower half of the byte AND one of its upper half, OR a second such pair: four byte shuffles for all that has to be known. With
/// compares of each byte and the two behind it, UTF-8 news took 1.3 times the time (AVX2 on Zen 3).
/// </remarks>
internal static class Utf8ByteCodes
{
    /// <summary>Of ASCII: has to be looked up.</summary>
    public const CharacterClass Other = CharacterClass.Symbol;

    /// <summary>Tells more of bytes beyond ASCII.</summary>
    public const CharacterClass Extra = CharacterClass.Special;

    // Each bit stands in each pair for one set of upper halves and one of lower halves, and is set where both are met.
    private static readonly (CharacterClass Bit, int Upper, int Lower)[][] Pairs =
    [
        [
            (CharacterClass.Letter, Set(0x4, 0x6, 0x9), Range(0x1, 0xF)), // A–O, a–o; 91..9F
            (CharacterClass.Digit, Set(0x3), Range(0x0, 0x9)), // 0–9
            (CharacterClass.Space, Set(0x0, 0x1, 0x8, 0x9, 0xA, 0xB), Range(0x0, 0xF)), // controls; all continuation bytes
            (CharacterClass.WordJoiner, Set(0x2), Set(0x7, 0xD)), // ' -
            (CharacterClass.NumberJoiner, Set(0x2), Set(0xC, 0xE)), // , .
            (CharacterClass.Terminal, Set(0x2), Set(0x1, 0xE)), // ! .
            (Other, Set(0x2, 0xA, 0xB), Set(0x3, 0xB)), // # +; A3, AB, B3, BB
            (Extra, Set(0x9), Set(0x3, 0x4, 0xC, 0xD, 0xE)), // 93, 94, 9C..9E
        ],
        [
            (CharacterClass.Letter, Set(0x5, 0x7, 0xA, 0xB, 0xE), Range(0x0, 0xA)), // P–Z, p–z; A0..AA, B0..BA, E0..EA
            (CharacterClass.Digit, Set(0x8, 0xC, 0xD, 0xE), Set(0x2)), // 82, C2, D2, E2
            (CharacterClass.Space, Set(0x2), Set(0x0)), // the space
            (CharacterClass.WordJoiner, Set(0x5, 0x7), Set(0xF)), // _ DEL
            (CharacterClass.NumberJoiner, Set(0x3), Set(0xA)), // :
            (CharacterClass.Terminal, Set(0x3, 0x7), Set(0xF)), // ? DEL
            (Other, Set(0x4, 0x6, 0x8), Set(0x0)), // @ `; 80
            (Extra, Set(0x8, 0xD), Range(0x0, 0x3)), // 80..83, D0..D3
        ],
    ];

    /// <summary>The table of a pair for the lower or the upper half of a byte.</summary>
    public static Vector128<byte> Table(int pair, bool upper)
    {
        Span<byte> table = stackalloc byte[Vector128<byte>.Count];
        table.Clear();
        foreach ((CharacterClass bit, int ofUpper, int ofLower) in Pairs[pair])
        {
            int halves = upper ? ofUpper : ofLower;
            for (int half = 0; half < table.Length; half++)
            {
                table[half] |= (halves >> half & 1) != 0 ? (byte)bit : (byte)0;
            }
        }

        return Vector128.Create<byte>(table);
    }

    /// <summary>The codes of 64 bytes.</summary>
    public static Vector512<byte> Table(byte first)
    {
        Span<byte> table = stackalloc byte[Vector512<byte>.Count];
        for (int i = 0; i < table.Length; i++)
        {
            int value = first + i;
            table[i] = (byte)((Table(0, false)[value & 15] & Table(0, true)[value >> 4]) | (Table(1, false)[value & 15] & Table(1, true)[value >> 4]));
        }

        return Vector512.Create<byte>(table);
    }

    private static int Set(params ReadOnlySpan<int> halves)
    {
        int set = 0;
        foreach (int half in halves)
        {
            set |= 1 << half;
        }

        return set;
    }

    private static int Range(int first, int last) => (2 << last) - (1 << first);
}
