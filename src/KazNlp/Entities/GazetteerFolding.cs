namespace KazNlp;

/// <summary>
/// The form under which names are compared: lower case; letters that look alike in Latin and Cyrillic are one, and so are <c>е</c> and <c>ё</c>, <c>и</c> and <c>й</c>
/// (which makes composed and decomposed spelling equal); hyphens, dashes, quotes, full stops and spaces only part words.
/// </summary>
/// <example><c>Қасым-Жомарт</c>, <c>қасым жомарт</c> and <c>ҚАСЫМ–ЖОМАРТ</c> are one name, and so are <c>Aстана</c> (Latin A) and <c>Астана</c>.</example>
internal static class GazetteerFolding
{
    /// <summary>What <see cref="Fold(char)"/> gives for a unit that parts words.</summary>
    public const char Separator = '\0';

    /// <summary>What <see cref="Fold(char)"/> gives for a unit that counts for nothing: a combining mark, a soft hyphen, a zero-width character.</summary>
    public const char Ignored = '\u0001';

    private const int TableLength = 0x530;

    // Latin letters and the Cyrillic ones that they are typed for, in both cases. H stands for Н in capitals and for һ in small letters, so all three are one.
    private const string From = "aceopxyikmtbhһѐёйї";
    private const string To = "асеорхуікмтвннееиі";

    private static readonly char[] FoldTable = BuildTable();

    /// <summary>The folded form of a UTF-16 code unit, <see cref="Separator"/>, or <see cref="Ignored"/>.</summary>
    public static char Fold(char c) => c < TableLength ? FoldTable[c] : FoldRare(c);

    /// <summary>The folded form of a whole name: its words parted by single spaces.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        char[] folded = new char[name.Length];
        int length = 0;
        bool pending = false;
        foreach (char c in name)
        {
            char f = Fold(c);
            if (f == Separator)
            {
                pending = length > 0;
            }
            else if (f != Ignored)
            {
                if (pending)
                {
                    folded[length++] = ' ';
                    pending = false;
                }

                folded[length++] = f;
            }
        }

        return new string(folded, 0, length);
    }

    /// <summary>Whether a token without letters and digits may stand inside a name: hyphens, dashes, quotes, apostrophes, a full stop.</summary>
    public static bool MayStandInside(ReadOnlySpan<char> punctuation)
    {
        foreach (char c in punctuation)
        {
            if (!"-‐‑–—−'’ʼ`´\"«»“”„.".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static char FoldRare(char c)
    {
        if (c is >= '\u200B' and <= '\u200D' or '\u2060' or '\uFEFF')
        {
            return Ignored;
        }

        return char.IsLetterOrDigit(c) ? CaseFolding.ToLower(c) : Separator;
    }

    private static char[] BuildTable()
    {
        char[] table = new char[TableLength];
        for (int i = 0; i < table.Length; i++)
        {
            char c = CaseFolding.ToLower((char)i);
            int lookAlike = From.IndexOf(c, StringComparison.Ordinal);
            table[i] = i switch
            {
                '\u00AD' or (>= 0x300 and <= 0x36F) => Ignored,
                _ when lookAlike >= 0 => To[lookAlike],
                _ => FoldRare(c),
            };
        }

        return table;
    }
}
