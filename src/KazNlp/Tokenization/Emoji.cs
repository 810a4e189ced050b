namespace KazNlp;

/// <summary>The emoji properties that tokenization needs (Unicode Technical Standard #51).</summary>
internal static class Emoji
{
    /// <summary>Variation selector 15: the character before it is text.</summary>
    public const char TextSelector = '\uFE0E';

    /// <summary>Variation selector 16: the character before it is an emoji.</summary>
    public const char EmojiSelector = '\uFE0F';

    /// <summary>The combining keycap of <c>1️⃣</c>.</summary>
    public const char Keycap = '\u20E3';

    /// <summary>Joins emoji into one picture.</summary>
    public const char ZeroWidthJoiner = '\u200D';

    // Ranges first..last of the basic plane that are pictures without a selector; signs which are text by default
    // (arrows, ©, ™, ‼, ✔) are emoji only with one.
    private static ReadOnlySpan<char> BasicRanges =>
    [
        '\u231A', '\u231B', '\u2328', '\u2328', '\u23CF', '\u23CF', '\u23E9', '\u23F3', '\u23F8', '\u23FA',
        '\u2600', '\u2604', '\u260E', '\u260E', '\u2611', '\u2611', '\u2614', '\u2615', '\u2618', '\u2618',
        '\u261D', '\u261D', '\u2620', '\u2620', '\u2622', '\u2623', '\u2626', '\u2626', '\u262A', '\u262A',
        '\u262E', '\u262F', '\u2638', '\u263A', '\u2640', '\u2640', '\u2642', '\u2642', '\u2648', '\u2653',
        '\u265F', '\u2660', '\u2663', '\u2663', '\u2665', '\u2666', '\u2668', '\u2668', '\u267B', '\u267B',
        '\u267E', '\u267F', '\u2692', '\u2697', '\u2699', '\u2699', '\u269B', '\u269C', '\u26A0', '\u26A1',
        '\u26A7', '\u26A7', '\u26AA', '\u26AB', '\u26B0', '\u26B1', '\u26BD', '\u26BE', '\u26C4', '\u26C5',
        '\u26C8', '\u26C8', '\u26CE', '\u26CF', '\u26D1', '\u26D1', '\u26D3', '\u26D4', '\u26E9', '\u26EA',
        '\u26F0', '\u26F5', '\u26F7', '\u26FA', '\u26FD', '\u26FD', '\u2702', '\u2702', '\u2705', '\u2705',
        '\u2708', '\u270D', '\u270F', '\u270F', '\u2712', '\u2712', '\u271D', '\u271D', '\u2721', '\u2721',
        '\u2728', '\u2728', '\u2744', '\u2744', '\u274C', '\u274C', '\u274E', '\u274E', '\u2753', '\u2755',
        '\u2757', '\u2757', '\u2763', '\u2764', '\u2795', '\u2797', '\u27B0', '\u27B0', '\u27BF', '\u27BF',
        '\u2B1B', '\u2B1C', '\u2B50', '\u2B50', '\u2B55', '\u2B55',
    ];

    // Ranges of Extended_Pictographic beyond the basic plane.
    private static ReadOnlySpan<int> SupplementaryRanges =>
    [
        0x1F000, 0x1F0FF, 0x1F10D, 0x1F10F, 0x1F12F, 0x1F12F, 0x1F16C, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E, 0x1F18E,
        0x1F191, 0x1F19A, 0x1F1AD, 0x1F1E5, 0x1F201, 0x1F20F, 0x1F21A, 0x1F21A, 0x1F22F, 0x1F22F, 0x1F232, 0x1F23A,
        0x1F23C, 0x1F23F, 0x1F249, 0x1F53D, 0x1F546, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F774, 0x1F77F, 0x1F7D5, 0x1F7FF,
        0x1F80C, 0x1F80F, 0x1F848, 0x1F84F, 0x1F85A, 0x1F85F, 0x1F888, 0x1F88F, 0x1F8AE, 0x1F8FF, 0x1F90C, 0x1F93A,
        0x1F93C, 0x1F945, 0x1F947, 0x1FAFF, 0x1FC00, 0x1FFFD,
    ];

    // One bit for each code point of the first two planes.
    private static readonly byte[] Pictures = BuildPictures();

    /// <summary>Whether a code point is a picture on its own, skin tones included.</summary>
    public static bool IsEmoji(int codePoint) =>
        (uint)codePoint >> 3 < (uint)Pictures.Length && (Pictures[codePoint >> 3] >> (codePoint & 7) & 1) != 0;

    /// <summary>Whether the emoji selector makes a picture of a sign that is text by default.</summary>
    public static bool CanBeEmoji(int codePoint) => codePoint is
        '©' or '®' or '#' or '*' or '\u203C' or '\u2049' or '\u2122' or '\u2139' or (>= '\u2194' and <= '\u2199') or '\u21A9' or '\u21AA'
        or '\u24C2' or '\u25AA' or '\u25AB' or '\u25B6' or '\u25C0' or (>= '\u25FB' and <= '\u25FE') or '\u2714' or '\u2716' or '\u2733' or '\u2734'
        or '\u2747' or '\u27A1' or '\u2934' or '\u2935' or (>= '\u2B05' and <= '\u2B07') or '\u3030' or '\u303D' or '\u3297' or '\u3299';

    /// <summary>Whether a code point is half of a flag.</summary>
    public static bool IsRegionalIndicator(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;

    /// <summary>Whether a code point is a skin tone.</summary>
    public static bool IsModifier(int codePoint) => codePoint is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>Whether a code point is part of a tag sequence, such as the flag of Scotland.</summary>
    public static bool IsTag(int codePoint) => codePoint is >= 0xE0020 and <= 0xE007F;

    private static byte[] BuildPictures()
    {
        byte[] pictures = new byte[0x20000 / 8];
        for (int i = 0; i < BasicRanges.Length; i += 2)
        {
            Add(pictures, BasicRanges[i], BasicRanges[i + 1]);
        }

        for (int i = 0; i < SupplementaryRanges.Length; i += 2)
        {
            Add(pictures, SupplementaryRanges[i], SupplementaryRanges[i + 1]);
        }

        return pictures;

        static void Add(byte[] pictures, int first, int last)
        {
            for (int codePoint = first; codePoint <= last; codePoint++)
            {
                pictures[codePoint >> 3] |= (byte)(1 << (codePoint & 7));
            }
        }
    }
}
