namespace KazNlp;

/// <summary>
/// How suffixes hear a stem that is not written as it is spoken: digits as number words, abbreviations as words or letter by letter,
/// Latin words roughly as they sound.
/// </summary>
internal static class SpokenShape
{
    private static readonly string[] Units = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
    private static readonly string[] Tens = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

    /// <summary>The shape of the last number word: 2024 ends in төрт, 1000 in мың, 52% in пайыз.</summary>
    public static StemShape OfDigits(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 0 && digits[^1] == '%')
        {
            return StemShape.Of("пайыз");
        }

        if (digits.Length > 0 && digits[^1] == '°')
        {
            return StemShape.Of("градус");
        }

        int zeros = 0;
        int i = digits.Length - 1;
        for (; i >= 0; i--)
        {
            if (digits[i] == '0')
            {
                zeros++;
            }
            else if (char.IsAsciiDigit(digits[i]))
            {
                break;
            }
        }

        if (i < 0)
        {
            return StemShape.Of(Units[0]);
        }

        return StemShape.Of(zeros switch
        {
            0 => Units[digits[i] - '0'],
            1 => Tens[digits[i] - '0'],
            2 => "жүз",
            < 6 => "мың",
            < 9 => "миллион",
            _ => "миллиард",
        });
    }

    /// <summary>The shape of a Roman numeral: that of its value.</summary>
    public static StemShape OfRoman(ReadOnlySpan<char> roman)
    {
        Span<char> digits = stackalloc char[11];
        return RomanNumerals.ToInt32(roman).TryFormat(digits, out int written, default, null) ? OfDigits(digits[..written]) : OfDigits("1");
    }

    /// <summary>
    /// The shape of an abbreviation in capitals. A vowel at its end decides (БҰҰ-ға, ЕО-ға); a vowel right before the last letter makes a
    /// readable word (БАҚ-қа, СІМ-ге); otherwise it is read letter by letter, and the name of the last letter decides (ЖШС-ға, ТМД-ға, ТЖМ-ге).
    /// Abbreviations that go another way (АҚШ-қа) stand in the lexicon.
    /// </summary>
    public static StemShape OfAbbreviation(ReadOnlySpan<char> abbreviation)
    {
        Span<char> lower = stackalloc char[Math.Min(abbreviation.Length, 32)];
        CaseFolding.ToLower(abbreviation[^lower.Length..], lower);
        if (KazakhVowels.IsVowel(lower[^1]) || (lower.Length > 1 && KazakhVowels.IsVowel(lower[^2])))
        {
            return StemShape.Of(lower);
        }

        return lower[^1] switch
        {
            'м' => StemShape.Of("эм"),
            'н' => StemShape.Of("эн"),
            'к' => StemShape.Of("кә"),
            _ => new StemShape(SoundClass.Open, Harmony.Back),
        };
    }

    /// <summary>
    /// The shape of a Latin word by its spelling, as Kazakh speakers read English names: Boeing-ке, Samsung-қа, Google-ға, YouTube-қа, Apple-ге, Sony-ге.
    /// </summary>
    public static StemShape OfLatin(ReadOnlySpan<char> latin)
    {
        Span<char> lower = stackalloc char[Math.Min(latin.Length, 48)];
        CaseFolding.ToLower(latin[^lower.Length..], lower);
        while (lower.Length > 1 && !char.IsAsciiLetter(lower[^1]))
        {
            if (char.IsAsciiDigit(lower[^1]))
            {
                return OfDigits(lower);
            }

            lower = lower[..^1];
        }

        bool mute = lower.Length > 3 && lower[^1] == 'e' && !KazakhVowels.IsVowel(lower[^2]) && HasVowel(lower[..^2]);
        Span<char> spoken = mute ? lower[..^1] : lower;
        char last = spoken[^1];
        bool glide = last is 'i' or 'y' && spoken.Length > 1 && KazakhVowels.IsVowel(spoken[^2]);
        Harmony harmony = Harmony.Back;
        for (int i = spoken.Length - (glide ? 2 : 1); i >= 0; i--)
        {
            Harmony of = KazakhVowels.Of(spoken[i]);
            if (of != Harmony.None)
            {
                harmony = !mute ? of : spoken[i] switch
                {
                    'i' or 'y' => Harmony.Back, // Nike, Skype: ай
                    'a' => Harmony.Front, // Game, Apple: эй, э
                    _ => of,
                };
                break;
            }
        }

        SoundClass soundClass = last switch
        {
            'a' or 'e' or 'o' => SoundClass.Open,
            'i' or 'y' => glide ? SoundClass.Yod : SoundClass.I,
            'u' or 'w' => SoundClass.U,
            'r' => SoundClass.R,
            'l' => SoundClass.L,
            'm' or 'n' => SoundClass.Nasal,
            'z' or 'j' => SoundClass.Z,
            _ => SoundClass.Voiceless,
        };
        return new StemShape(soundClass, harmony);
    }

    private static bool HasVowel(ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            if (KazakhVowels.IsVowel(letter))
            {
                return true;
            }
        }

        return false;
    }
}
