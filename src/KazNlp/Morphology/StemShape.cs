namespace KazNlp;

/// <summary>What suffixes see of a stem: its harmony and the class of its last sound.</summary>
internal readonly record struct StemShape(SoundClass Class, Harmony Harmony)
{
    private static readonly SoundClass[] Classes = BuildClasses();

    /// <summary>The class of a lower-case Cyrillic letter; none for anything else.</summary>
    public static SoundClass ClassOf(char letter) => letter is >= '\u0400' and < '\u0530' ? Classes[letter - 0x400] : SoundClass.None;

    /// <summary>
    /// The shape that spelling gives to a lower-case Cyrillic word. Stems that go their own way (банк, педагог) say so in the lexicon.
    /// </summary>
    public static StemShape Of(ReadOnlySpan<char> word)
    {
        bool soft = false;
        ReadOnlySpan<char> stem = word;
        while (stem.Length > 0 && stem[^1] is 'ь' or 'ъ')
        {
            soft |= stem[^1] == 'ь';
            stem = stem[..^1];
        }

        if (stem.IsEmpty)
        {
            return new StemShape(SoundClass.Open, Harmony.Back);
        }

        return new StemShape(LastClass(stem), soft ? Harmony.Front : HarmonyOf(stem));
    }

    /// <summary>The shape of a verb's stem, whose ст stays.</summary>
    public static StemShape OfVerb(ReadOnlySpan<char> word)
    {
        StemShape shape = Of(word);
        return shape.Class == SoundClass.Stop ? shape with { Class = SoundClass.Voiceless } : shape;
    }

    private static SoundClass LastClass(ReadOnlySpan<char> stem)
    {
        SoundClass last = ClassOf(stem[^1]);
        if (last == SoundClass.Open && ((stem.Length > 1 && stem[^2] == 'л') || (stem.Length > 2 && stem[^2] is 'д' or 'т' && stem[^3] == 'л')))
        {
            return SoundClass.La;
        }

        if (stem.Length > 3 && stem.EndsWith("ст"))
        {
            return SoundClass.Stop;
        }

        return last == SoundClass.None ? SoundClass.Voiceless : last;
    }

    private static Harmony HarmonyOf(ReadOnlySpan<char> stem)
    {
        // A Russian surname follows the stem before its suffix: Әуез-ов-ке, Бөкейхан-ов-қа.
        if (stem.Length > 4 && (stem.EndsWith("ов") || stem.EndsWith("ев")) && HasVowel(stem[..^2]))
        {
            return HarmonyOf(stem[..^2]);
        }

        // Loans whose last syllable closes with two consonants of these kinds are front: банк-ке, парк-ке, Петербург-ке.
        if (EndsAsForeignCluster(stem))
        {
            return Harmony.Front;
        }

        for (int i = stem.Length - 1; i >= 0; i--)
        {
            Harmony harmony = KazakhVowels.Of(stem[i]);
            if (harmony != Harmony.None)
            {
                return harmony;
            }

            switch (stem[i])
            {
                case 'и':
                    return HarmonyOfI(stem, i);
                case 'у' or 'ю' when i < stem.Length - 1 && !EndsInGlide(stem, i):
                    return Harmony.Back;
                case 'қ' or 'ғ' when !HasVowel(stem[..i]):
                    return Harmony.Back;
                default:
                    break;
            }
        }

        return Harmony.Back;
    }

    /// <summary>и is front by itself (министр), back beside қ, ғ, х (тарих) and in an open syllable after back vowels (қазақи).</summary>
    private static Harmony HarmonyOfI(ReadOnlySpan<char> stem, int i)
    {
        if ((i + 1 < stem.Length && stem[i + 1] is 'қ' or 'ғ' or 'х') || (i > 0 && stem[i - 1] is 'қ' or 'ғ'))
        {
            return Harmony.Back;
        }

        if (i + 1 < stem.Length && stem[i + 1] is not ('у' or 'ю'))
        {
            return Harmony.Front;
        }

        for (int j = i - 1; j >= 0; j--)
        {
            Harmony harmony = KazakhVowels.Of(stem[j]);
            if (harmony != Harmony.None)
            {
                return harmony;
            }
        }

        return Harmony.Front;
    }

    /// <summary>у after a vowel, or before a last consonant after a vowel, is the glide of дәуір and follows its neighbours.</summary>
    private static bool EndsInGlide(ReadOnlySpan<char> stem, int i) => i > 0 && KazakhVowels.IsVowel(stem[i - 1]);

    private static bool EndsAsForeignCluster(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3)
        {
            return false;
        }

        ReadOnlySpan<char> end = stem[^2..];
        return end is "нк" or "рк" or "ск" or "рг" or "нг" or "кт" or "кс" or "лк";
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (KazakhVowels.IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    private static SoundClass[] BuildClasses()
    {
        var classes = new SoundClass[0x130];
        Set("аәеёоөұүэя", SoundClass.Open);
        Set("ыі", SoundClass.High);
        Set("ую", SoundClass.U);
        Set("и", SoundClass.I);
        Set("й", SoundClass.Yod);
        Set("р", SoundClass.R);
        Set("л", SoundClass.L);
        Set("мнң", SoundClass.Nasal);
        Set("зж", SoundClass.Z);
        Set("пфкқтсшщчхцһбвгғд", SoundClass.Voiceless);
        return classes;

        void Set(string letters, SoundClass soundClass)
        {
            foreach (char letter in letters)
            {
                classes[letter - 0x400] = soundClass;
            }
        }
    }
}
