namespace KazNlp;

/// <summary>
/// Tells numerals, months and weekdays from other words, with the endings that they take, so that the entity model sees
/// <c>жиырма екінші наурызда</c> and <c>22-наурызда</c> as the same kinds of words.
/// </summary>
internal static class NumeralWords
{
    /// <summary>No numeral, month or weekday.</summary>
    public const byte None = 0;

    /// <summary>A numeral as such.</summary>
    public const byte Numeral = 1;

    /// <summary>A numeral with an ending.</summary>
    public const byte InflectedNumeral = Inflected + Numeral;

    /// <summary>The particle between the two numbers of a decimal in words. The surroundings tell it, so <see cref="Classify"/> never gives it.</summary>
    public const byte DecimalParticle = 4;

    /// <summary>Digits alone.</summary>
    public const byte Digits = 5;

    /// <summary>Digits with letters: <c>29-шы</c>.</summary>
    public const byte DigitsWithLetters = 6;

    private const int Inflected = 10;
    private const int LongestEnding = 6;

    private static readonly WordTable Bare = new();
    private static readonly byte[] Kinds = Build();

    /// <summary>1 numeral, 2 month, 3 weekday as such; 11, 12, 13 with an ending; otherwise <see cref="None"/>.</summary>
    /// <param name="word">The word in lower case.</param>
    public static byte Classify(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length > 24 || !Bare.MayBegin(word))
        {
            return None;
        }

        int number = Bare.Find(word);
        if (number >= 0)
        {
            return Kinds[number];
        }

        for (int ending = 1; ending <= LongestEnding && word.Length - ending >= 2; ending++)
        {
            int stem = word.Length - ending;
            number = Bare.Find(word[..stem]);
            if (number >= 0 && (stem >= 3 || ending <= 4))
            {
                return (byte)(Inflected + Kinds[number]);
            }
        }

        return None;
    }

    private static byte[] Build()
    {
        string[] numerals =
        [
            "нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз", "қырық", "елу", "алпыс",
            "жетпіс", "сексен", "тоқсан", "жүз", "мың", "миллион", "миллиард", "триллион", "жарты", "бүтін", "млн", "млрд", "трлн",
            "бірінші", "оннан", "жүзден", "мыңнан",
        ];
        string[] months = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
        string[] weekdays = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];
        byte[] kinds = new byte[numerals.Length + months.Length + weekdays.Length];
        Add(numerals, 1);
        Add(months, 2);
        Add(weekdays, 3);
        return kinds;

        void Add(string[] words, byte kind)
        {
            foreach (string word in words)
            {
                kinds[Bare.Add(word)] = kind;
            }
        }
    }
}
