namespace KazNlp;

/// <summary>Vowels of Cyrillic Kazakh and of the Latin words in its texts, with their harmony. Lower-case letters only.</summary>
internal static class KazakhVowels
{
    /// <summary>Back vowels: а о ұ ы, and the Russian ones that Kazakh suffixes follow as back (я ё).</summary>
    private const string Back = "аоұыяёaou";

    /// <summary>Front vowels: ә е ө ү і э, and Latin e, i, y.</summary>
    private const string Front = "әеөүіэeiy";

    /// <summary>Vowels that take their harmony from what stands around them: и у ю.</summary>
    private const string Neutral = "иую";

    /// <summary>Whether the letter is a vowel (й is none; у, и and ю are).</summary>
    public static bool IsVowel(char letter) => Back.Contains(letter) || Front.Contains(letter) || Neutral.Contains(letter);

    /// <summary>The harmony of one vowel; <see cref="Harmony.None"/> for и, у, ю and for consonants.</summary>
    public static Harmony Of(char letter) =>
        Back.Contains(letter) ? Harmony.Back : Front.Contains(letter) ? Harmony.Front : Harmony.None;
}
