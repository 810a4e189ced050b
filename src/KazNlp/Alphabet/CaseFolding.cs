namespace KazNlp;

/// <summary>Simple, culture-free lower-casing of single UTF-16 code units: never changes a length, so offsets stay.</summary>
internal static class CaseFolding
{
    // Latin, Greek and Cyrillic with its supplement, which is all that Kazakh text holds in bulk.
    private const int TableLength = 0x530;
    private static readonly char[] LowerTable = BuildTable();

    /// <summary>The lower-case form of a code unit, or the unit itself.</summary>
    public static char ToLower(char c) => c < TableLength ? LowerTable[c] : char.ToLowerInvariant(c);

    /// <summary>Whether the unit has another lower-case form.</summary>
    public static bool IsUpper(char c) => ToLower(c) != c;

    /// <summary>Writes the lower-case form of <paramref name="source"/> to <paramref name="destination"/>, unit by unit.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than the source.</exception>
    public static Span<char> ToLower(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (destination.Length < source.Length)
        {
            throw new ArgumentException("The destination is too short.", nameof(destination));
        }

        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = ToLower(source[i]);
        }

        return destination[..source.Length];
    }

    private static char[] BuildTable()
    {
        char[] table = new char[TableLength];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = char.ToLowerInvariant((char)c);
        }

        return table;
    }
}
