using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KazNlp;

/// <summary>The classes of all characters, from the Unicode data of the runtime and the few exceptions that are written here.</summary>
internal static class CharacterClasses
{
    /// <summary>The class of every UTF-16 code unit; a surrogate has <see cref="CharacterClass.Surrogate"/>.</summary>
    // Pinned, so that the engines may index it through a pointer without a bounds check.
    public static readonly byte[] Table = BuildTable();

    /// <summary>The kind of a token of local rules by the class of its first character.</summary>
    public static TokenKind KindOf(CharacterClass first) =>
        (first & CharacterClass.Digit) != 0 ? TokenKind.Number
        : (first & CharacterClass.Letter) != 0 ? TokenKind.Word
        : (first & CharacterClass.Symbol) != 0 ? TokenKind.Symbol
        : TokenKind.Punctuation;

    /// <summary>The class of a code point outside the basic plane.</summary>
    public static CharacterClass OfSupplementary(int codePoint) =>
        Emoji.IsEmoji(codePoint) || Emoji.IsRegionalIndicator(codePoint)
            ? CharacterClass.Symbol | CharacterClass.Special
            : OfCategory(CharUnicodeInfo.GetUnicodeCategory(codePoint)) | CharacterClass.Special;

    /// <summary>Whether a code point is a capital letter.</summary>
    public static bool IsUpper(int codePoint) => Rune.TryCreate(codePoint, out Rune rune) && Rune.IsUpper(rune);

    /// <summary>Whether a code point is a small letter.</summary>
    public static bool IsLower(int codePoint) => Rune.TryCreate(codePoint, out Rune rune) && Rune.IsLower(rune);

    // Compiled once and well: in the first text of a process the loop would else run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] BuildTable()
    {
        byte[] table = GC.AllocateUninitializedArray<byte>(char.MaxValue + 1, pinned: true);
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            table[unit] = (byte)OfUnit((char)unit);
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CharacterClass OfUnit(char unit)
    {
        switch (unit)
        {
            case '-' or '\u2010' or '\u2011': // hyphen, non-breaking hyphen
            case '\'' or '’' or '‘' or '`' or '\u00B4':
            case '_':
                return CharacterClass.WordJoiner;
            case ',' or ':':
                return CharacterClass.NumberJoiner;
            case '.':
                return CharacterClass.NumberJoiner | CharacterClass.Terminal;
            case '!' or '?' or '…' or '؟' or '۔': // and the question mark and the full stop of the Arabic script
                return CharacterClass.Terminal;
            case '%' or '‰' or '&' or '§' or '¶' or '*' or '†' or '‡': // punctuation by category, symbols by use
                return CharacterClass.Symbol;
            case '@' or '#' or '+' or '°':
                return CharacterClass.Symbol | CharacterClass.Special;
            case Emoji.TextSelector or Emoji.EmojiSelector or Emoji.Keycap:
                return CharacterClass.Letter | CharacterClass.Special;
        }

        if (char.IsSurrogate(unit))
        {
            return CharacterClass.Surrogate;
        }

        return Emoji.IsEmoji(unit) ? CharacterClass.Symbol | CharacterClass.Special : OfCategory(char.GetUnicodeCategory(unit));
    }

    private static CharacterClass OfCategory(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => CharacterClass.Letter,
        <= UnicodeCategory.EnclosingMark => CharacterClass.Letter,
        <= UnicodeCategory.OtherNumber => CharacterClass.Digit,
        UnicodeCategory.SpaceSeparator => CharacterClass.Space,
        <= UnicodeCategory.Control => CharacterClass.Break,
        UnicodeCategory.Format => CharacterClass.Invisible,
        >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation => CharacterClass.Punctuation,
        _ => CharacterClass.Symbol,
    };
}
