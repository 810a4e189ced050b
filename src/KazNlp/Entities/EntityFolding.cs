namespace KazNlp;

/// <summary>
/// The form of a piece in which the entity model compares it: lower case, digits as zeros, one kind of hyphen, apostrophe, quote and dash,
/// and Latin look-alikes inside Cyrillic words as the Cyrillic letters that they stand for. Length-preserving.
/// </summary>
internal static class EntityFolding
{
    private const string LookAlikes = "aeopcxyihABEKMHOPCTXYIəƏ";
    private const string LookAlikesAsCyrillic = "аеорсхуіһАВЕКМНОРСТХУІәӘ";
    private const int TableLength = 0x530;

    private static readonly char[] FoldTable = Build(FoldSlowly);
    private static readonly char[] LookAlikeTable = Build(c => LookAlikes.IndexOf(c) is >= 0 and int at ? LookAlikesAsCyrillic[at] : c);

    /// <summary>Whether the letter is of the Cyrillic script.</summary>
    public static bool IsCyrillic(char c) => c is >= '\u0400' and < (char)TableLength;

    /// <summary>The letter in lower case, a digit as zero, hyphens and apostrophes as their ASCII forms.</summary>
    public static char Fold(char c) => c < TableLength ? FoldTable[c] : FoldSlowly(c);

    /// <summary>The Cyrillic letter that a Latin one looks like, or the character itself.</summary>
    public static char FoldLookAlike(char c) => c < TableLength ? LookAlikeTable[c] : c;

    /// <summary>A single mark in its one form: quotes as guillemets, every dash as an en dash.</summary>
    /// <param name="c">The mark.</param>
    /// <param name="insideQuotes">Whether a quote is open; a straight quote then closes it.</param>
    public static char FoldMark(char c, bool insideQuotes) => c switch
    {
        '"' or '“' => insideQuotes ? '»' : '«',
        '„' or '‟' => '«',
        '”' => '»',
        '-' or '—' or '―' or '‒' or '−' or '\u2010' or '\u2011' => '–',
        _ => c,
    };

    private static char FoldSlowly(char c) =>
        char.IsAsciiDigit(c) ? '0' : EntityPieces.IsHyphen(c) ? '-' : EntityPieces.IsApostrophe(c) ? '\'' : CaseFolding.ToLower(c);

    private static char[] Build(Func<char, char> map)
    {
        char[] table = new char[TableLength];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = map((char)c);
        }

        return table;
    }
}
