namespace KazNlp;

/// <summary>
/// Tells whether the rest of a word may be what Kazakh adds to nouns and numerals. In the closed vocabulary of dates and amounts a stem and
/// something that looks like endings is enough; whether they fit its vowels does not matter, since writers often get that wrong behind digits.
/// </summary>
internal static class ValueEndings
{
    private const int Longest = 16;

    private static readonly string[] Endings =
    [
        "лар", "лер", "дар", "дер", "тар", "тер",
        "ы", "і", "сы", "сі", "ым", "ім", "мыз", "міз", "ымыз", "іміз",
        "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "а", "е", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "н",
        "да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
        "ғы", "гі", "қы", "кі", "дікі", "тікі", "нікі",
        "ық", "ік", "лық", "лік", "дық", "дік", "тық", "тік", "дай", "дей", "тай", "тей", "ша", "ше", "дайын", "дейін",
        "еу", "ау", "ақ", "шақты", "лап", "леп", "дап", "деп", "тап", "теп", "даған", "деген", "таған", "теген", "ншы", "нші", "ыншы", "інші", "сыншы", "шы", "ші", "нш",
    ];

    /// <summary>Whether the letters are nothing, or endings one after the other.</summary>
    /// <param name="rest">Letters in lower case.</param>
    public static bool AreEndings(ReadOnlySpan<char> rest)
    {
        if (rest.Length > Longest)
        {
            return false;
        }

        // Bit i: endings may stop before letter i.
        int reached = 1;
        for (int i = 0; i < rest.Length; i++)
        {
            if ((reached >> i & 1) == 0)
            {
                continue;
            }

            foreach (string ending in Endings)
            {
                if (rest[i..].StartsWith(ending, StringComparison.Ordinal))
                {
                    reached |= 1 << (i + ending.Length);
                }
            }
        }

        return (reached >> rest.Length & 1) != 0;
    }

    /// <summary>Whether the endings make an ordinal: <c>-інші</c>, <c>-шы</c>.</summary>
    public static bool AreOrdinal(ReadOnlySpan<char> endings) =>
        endings.Contains("нші", StringComparison.Ordinal) || endings.Contains("ншы", StringComparison.Ordinal)
        || endings.StartsWith("ші", StringComparison.Ordinal) || endings.StartsWith("шы", StringComparison.Ordinal) || endings is "нш";

    /// <summary>Whether the last ending is an ablative, <c>-дан</c>.</summary>
    public static bool AreAblative(ReadOnlySpan<char> endings) =>
        endings.EndsWith("дан", StringComparison.Ordinal) || endings.EndsWith("ден", StringComparison.Ordinal) || endings.EndsWith("тан", StringComparison.Ordinal)
        || endings.EndsWith("тен", StringComparison.Ordinal) || endings.EndsWith("нан", StringComparison.Ordinal) || endings.EndsWith("нен", StringComparison.Ordinal);

    /// <summary>Whether the last ending is <c>-дай</c>, which makes a number a rough one.</summary>
    public static bool AreRough(ReadOnlySpan<char> endings) =>
        endings.Contains("дай", StringComparison.Ordinal) || endings.Contains("дей", StringComparison.Ordinal)
        || endings.Contains("тай", StringComparison.Ordinal) || endings.Contains("тей", StringComparison.Ordinal)
        || endings.EndsWith("шақты", StringComparison.Ordinal) || endings is "лап" or "леп" or "дап" or "деп" or "тап" or "теп";

    /// <summary>Whether the endings hold a plural: <c>-лар</c>.</summary>
    public static bool ArePlural(ReadOnlySpan<char> endings) =>
        endings.Length >= 3 && endings[0] is 'л' or 'д' or 'т' && endings[1] is 'а' or 'е' && endings[2] == 'р';
}
