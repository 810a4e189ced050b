namespace KazNlp;

/// <summary>
/// The plural, case, <c>-дағы</c> and <c>-нікі</c> endings of Kazakh nouns with the stems that take them. An ending is seen only where it is the
/// allomorph that the rest of the word would take, by vowel harmony and by its last sound: <c>Стамбұл|да</c>, but not <c>Ма|дина</c> or <c>Түркіс|тан</c>.
/// </summary>
internal static class NameEndings
{
    [Flags]
    private enum Sounds
    {
        None = 0,
        Vowel = 1,
        Nasal = 2, // м н ң
        Lateral = 4, // л
        Liquid = 8, // р й and the glides у и ю, which loans also read as vowels
        Buzzing = 16, // з ж
        Voiceless = 32, // and б в г д at the end of loans, which are spoken voiceless: Тоқаевтың, Мадридте
        Possessive = 64, // the ending of the third person, -ы/-і, -сы/-сі
        Voiced = Nasal | Lateral | Liquid | Buzzing,
    }

    private enum Harmony
    {
        Either,
        Back,
        Front,
    }

    private static readonly Ending[] All = Build();

    /// <summary>Finds the endings that a word may end with.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="found">Where to: the endings, longest first.</param>
    /// <returns>The number of endings found.</returns>
    public static int Find(ReadOnlySpan<char> word, Span<NameEnding> found)
    {
        int count = 0;
        foreach (Ending ending in All)
        {
            if (count < found.Length && word.Length >= ending.Text.Length + 2 && word.EndsWith(ending.Text, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> stem = word[..^ending.Text.Length];
                if (Takes(stem, ending))
                {
                    found[count++] = new NameEnding(ending.Text.Length, ending.Kind, ending.After == Sounds.Possessive);
                }
            }
        }

        return count;
    }

    /// <summary>Whether the text is an ending, or a chain of them, as it is written after a hyphen: <c>тың</c> in <c>АҚШ-тың</c>, <c>іне</c> in <c>КСР-іне</c>.</summary>
    /// <param name="text">Lower case.</param>
    public static bool IsChain(ReadOnlySpan<char> text)
    {
        foreach (Ending ending in All)
        {
            if (text.EndsWith(ending.Text, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> rest = text[..^ending.Text.Length];
                bool whole = rest.IsEmpty && ending.After != Sounds.Possessive;
                bool afterPossessive = (ending.After & (Sounds.Possessive | Sounds.Vowel)) != 0 && rest is ("ы" or "і" or "сы" or "сі");
                if (whole || afterPossessive || (ending.After != Sounds.Possessive && !rest.IsEmpty && IsChain(rest)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Takes(ReadOnlySpan<char> stem, Ending ending)
    {
        Sounds last = LastSound(stem);
        if ((last & ending.After) == 0)
        {
            return false;
        }

        Harmony harmony = HarmonyOf(stem);
        return harmony == Harmony.Either || ending.Harmony == Harmony.Either || harmony == ending.Harmony;
    }

    private static Sounds LastSound(ReadOnlySpan<char> stem)
    {
        char last = stem[^1] is 'ь' or 'ъ' && stem.Length > 1 ? stem[^2] : stem[^1];
        return last switch
        {
            'ы' or 'і' => Sounds.Vowel | Sounds.Possessive,
            'а' or 'ә' or 'е' or 'о' or 'ө' or 'ұ' or 'ү' or 'э' or 'я' or 'ё' => Sounds.Vowel,
            'у' or 'и' or 'ю' => Sounds.Vowel | Sounds.Liquid,
            'м' or 'н' or 'ң' => Sounds.Nasal,
            'л' => Sounds.Lateral,
            'р' or 'й' => Sounds.Liquid,
            'з' or 'ж' => Sounds.Buzzing,
            >= 'а' and <= 'ӿ' => Sounds.Voiceless,
            _ => Sounds.Vowel | Sounds.Voiced | Sounds.Voiceless, // Latin and other letters: how they sound is not known
        };
    }

    private static Harmony HarmonyOf(ReadOnlySpan<char> stem)
    {
        // Loans that end in a soft к, г or ь take front endings whatever their vowels are: Нью-Йоркте, Израильде.
        // Surnames in -ов and -ев go by what stands before: Тоқаевтың, but Медведевтің and Есімовтің.
        if (stem[^1] is 'к' or 'г' or 'ь' || stem.EndsWith("ев", StringComparison.Ordinal) || stem.EndsWith("ов", StringComparison.Ordinal))
        {
            return Harmony.Either;
        }

        for (int i = stem.Length - 1; i >= 0; i--)
        {
            switch (stem[i])
            {
                case 'а' or 'о' or 'ұ' or 'ы' or 'я':
                    return Harmony.Back;
                case 'ә' or 'е' or 'ө' or 'ү' or 'і' or 'э':
                    return Harmony.Front;
                case 'и' or 'у' or 'ю' or 'ё':
                    return Harmony.Either;
            }
        }

        return Harmony.Either;
    }

    private static Ending[] Build()
    {
        const Sounds Open = Sounds.Vowel | Sounds.Voiced;
        List<Ending> endings = [];
        Pair("ның", "нің", NameEndingKind.Case, Sounds.Vowel | Sounds.Nasal); // Астананың, Лондонның
        Pair("дың", "дің", NameEndingKind.Case, Sounds.Lateral | Sounds.Liquid | Sounds.Buzzing); // Оралдың
        Pair("тың", "тің", NameEndingKind.Case, Sounds.Voiceless); // Тоқаевтың
        Pair("ны", "ні", NameEndingKind.Case, Sounds.Vowel);
        Pair("ды", "ді", NameEndingKind.Case, Sounds.Voiced);
        Pair("ты", "ті", NameEndingKind.Case, Sounds.Voiceless);
        Either("н", NameEndingKind.Case, Sounds.Possessive); // министрлігін
        Pair("ға", "ге", NameEndingKind.Case, Open);
        Pair("қа", "ке", NameEndingKind.Case, Sounds.Voiceless);
        Pair("на", "не", NameEndingKind.Case, Sounds.Possessive);
        Pair("да", "де", NameEndingKind.Case, Open);
        Pair("та", "те", NameEndingKind.Case, Sounds.Voiceless);
        Pair("нда", "нде", NameEndingKind.Case, Sounds.Possessive);
        Pair("дан", "ден", NameEndingKind.Case, Sounds.Vowel | Sounds.Lateral | Sounds.Liquid | Sounds.Buzzing);
        Pair("нан", "нен", NameEndingKind.Case, Sounds.Nasal);
        Pair("нан", "нен", NameEndingKind.Case, Sounds.Possessive);
        Pair("тан", "тен", NameEndingKind.Case, Sounds.Voiceless);
        Either("мен", NameEndingKind.Case, Sounds.Vowel | Sounds.Nasal | Sounds.Lateral | Sounds.Liquid); // Тәжікстанмен
        Either("бен", NameEndingKind.Case, Sounds.Buzzing); // Оразбен
        Either("пен", NameEndingKind.Case, Sounds.Voiceless); // Жапаровпен
        Pair("лар", "лер", NameEndingKind.Plural, Sounds.Vowel | Sounds.Liquid);
        Pair("дар", "дер", NameEndingKind.Plural, Sounds.Nasal | Sounds.Lateral | Sounds.Buzzing);
        Pair("тар", "тер", NameEndingKind.Plural, Sounds.Voiceless);
        Pair("дағы", "дегі", NameEndingKind.Adjective, Open); // Астанадағы
        Pair("тағы", "тегі", NameEndingKind.Adjective, Sounds.Voiceless);
        Pair("ндағы", "ндегі", NameEndingKind.Adjective, Sounds.Possessive); // облысындағы
        Either("нікі", NameEndingKind.Adjective, Sounds.Vowel | Sounds.Nasal); // Астананікі
        Either("дікі", NameEndingKind.Adjective, Sounds.Lateral | Sounds.Liquid | Sounds.Buzzing);
        Either("тікі", NameEndingKind.Adjective, Sounds.Voiceless);
        return [.. endings.OrderByDescending(ending => ending.Text.Length)];

        void Pair(string back, string front, NameEndingKind kind, Sounds after)
        {
            endings.Add(new Ending(back, kind, after, Harmony.Back));
            endings.Add(new Ending(front, kind, after, Harmony.Front));
        }

        void Either(string text, NameEndingKind kind, Sounds after) => endings.Add(new Ending(text, kind, after, Harmony.Either));
    }

    private sealed record Ending(string Text, NameEndingKind Kind, Sounds After, Harmony Harmony);
}
