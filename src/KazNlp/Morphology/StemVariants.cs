namespace KazNlp;

/// <summary>The regular shapes of a stem before suffixes. The lexicon adds the irregular ones (орын → орн-).</summary>
internal static class StemVariants
{
    /// <summary>The shape of a lower-case stem for one kind of suffix, or null where that kind of suffix never follows it.</summary>
    /// <param name="stem">The stem in lower case.</param>
    /// <param name="isVerb">Whether it is a verb's.</param>
    /// <param name="keepsLast">Whether п, к, қ at its end stay voiceless before vowels.</param>
    /// <param name="form">The kind of suffix.</param>
    public static string? Of(string stem, bool isVerb, bool keepsLast, StemForms form)
    {
        char last = stem.Length == 0 ? '\0' : stem[^1];
        switch (form)
        {
            case StemForms.Plain:
                return stem;
            case StemForms.BeforeVowel:
                return Voiced(stem, keepsLast);
            case StemForms.Converb:
                return isVerb && last == 'п' && stem.Length > 1 && KazakhVowels.IsVowel(stem[^2]) ? stem[..^1] + 'у' : Voiced(stem, keepsLast);
            case StemForms.WithoutYod:
                return isVerb && last == 'й' ? stem[..^1] : null;
            case StemForms.WithoutHigh:
                return isVerb && last is 'ы' or 'і' ? stem[..^1] : null;
            case StemForms.WithoutStop:
                return !isVerb && stem.Length > 3 && stem.EndsWith("ст", StringComparison.Ordinal) ? stem[..^1] : null;
            default:
                return null;
        }
    }

    private static string Voiced(string stem, bool keepsLast)
    {
        if (stem.Length > 1 && stem[^1] is 'ь' or 'ъ')
        {
            return stem[..^1];
        }

        if (keepsLast || stem.Length < 2 || !KazakhVowels.IsVowel(stem[^2]))
        {
            return stem;
        }

        return stem[^1] switch
        {
            'п' => stem[..^1] + 'б',
            'к' => stem[..^1] + 'г',
            'қ' => stem[..^1] + 'ғ',
            _ => stem,
        };
    }
}
