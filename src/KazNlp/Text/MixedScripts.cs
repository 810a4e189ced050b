namespace KazNlp;

/// <summary>
/// Latin letters that are drawn like Cyrillic ones, and the decision whether a word was meant to be Cyrillic: <c>Aстана</c>,
/// <c>мемлекеттiк</c>, <c>қəлaм</c>.
/// </summary>
internal static class MixedScripts
{
    /// <summary>The Cyrillic letter that looks like a Latin one; the letter itself where there is none.</summary>
    public static char ToCyrillic(char latin) => latin switch
    {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' => 'І',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'Ə' => 'Ә',
        'ə' => 'ә',
        _ => latin,
    };

    /// <summary>Whether the unit is a Latin letter.</summary>
    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') or 'ə' && c is not ('×' or '÷'));

    /// <summary>Whether the unit is a Cyrillic letter.</summary>
    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F' and not (>= '\u0482' and <= '\u0489');

    /// <summary>What to do with a run of Latin and Cyrillic letters.</summary>
    /// <param name="run">Letters, and the marks on them, between anything else.</param>
    public static Repair Judge(ReadOnlySpan<char> run)
    {
        int latin = 0;
        int letters = 0;
        int leadingCapitals = 0;
        bool onlyRoman = true;
        bool smallCyrillicOnly = true;
        for (int i = 0; i < run.Length; i++)
        {
            char c = run[i];
            if (CanonicalCompositions.IsMark(c)) continue;
            letters++;
            onlyRoman &= c is 'I' or 'V' or 'X' or 'І' or 'Х';
            if (!IsLatin(c))
            {
                smallCyrillicOnly &= char.IsLower(c);
                continue;
            }

            if (ToCyrillic(c) == c && !onlyRoman) return Repair.None; // a letter that Cyrillic has no double of: iPhone-ды, Telegramда
            latin++;
            if (leadingCapitals == i && char.IsAsciiLetterUpper(c)) leadingCapitals++;
        }

        if (latin == 0 || latin == letters) return Repair.None;
        if (onlyRoman) return Repair.ToRoman;

        // An acronym with a suffix written onto it: BBCдегі, XXIғасыр. One letter is no acronym: Aстана.
        bool isAcronym = leadingCapitals >= 2 && leadingCapitals == latin && smallCyrillicOnly;
        return isAcronym ? Repair.None : Repair.ToCyrillic;
    }

    /// <summary>The Latin capital of a Roman numeral that was typed as a Cyrillic letter.</summary>
    public static char ToRoman(char c) => c switch
    {
        'І' => 'I',
        'Х' => 'X',
        _ => c,
    };

    /// <summary>What <see cref="Judge"/> advises.</summary>
    internal enum Repair
    {
        /// <summary>Leave the letters: one script alone, or a foreign word with a Kazakh suffix.</summary>
        None,

        /// <summary>Write the Latin letters as Cyrillic ones.</summary>
        ToCyrillic,

        /// <summary>A Roman numeral in two scripts: write it in Latin letters.</summary>
        ToRoman,
    }
}
