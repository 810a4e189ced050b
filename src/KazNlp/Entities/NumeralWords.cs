using System.Collections.Frozen;

namespace KazNlp;

/// <summary>
/// Tells numerals, months and weekdays from other words, with the endings that they take, so that the entity model sees
/// <c>жиырма екінші наурызда</c> and <c>22-наурызда</c> as the same kinds of words.
/// </summary>
internal static class NumeralWords
{
    /// <summary>No numeral, month or weekday.</summary>
    public const byte None = 0;

    /// <summary>Digits alone.</summary>
    public const byte Digits = 5;

    /// <summary>Digits with letters: <c>29-шы</c>.</summary>
    public const byte DigitsWithLetters = 6;

    private const int Inflected = 10;
    private const int LongestEnding = 6;

    private static readonly FrozenDictionary<string, byte> Bare = Build();
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> BareSpans = Bare.GetAlternateLookup<ReadOnlySpan<char>>();

    // A word can only be one of these if it starts with two letters that one of them starts with.
    private static readonly FrozenSet<int> Openings = Bare.Keys.Select(word => Opening(word)).ToFrozenSet();

    /// <summary>1 numeral, 2 month, 3 weekday as such; 11, 12, 13 with an ending; otherwise <see cref="None"/>.</summary>
    /// <param name="word">The word in lower case.</param>
    public static byte Classify(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length > 24 || !Openings.Contains(Opening(word)))
        {
            return None;
        }

        if (BareSpans.TryGetValue(word, out byte kind))
        {
            return kind;
        }

        for (int ending = 1; ending <= LongestEnding && word.Length - ending >= 2; ending++)
        {
            int stem = word.Length - ending;
            if (BareSpans.TryGetValue(word[..stem], out kind) && (stem >= 3 || ending <= 4))
            {
                return (byte)(Inflected + kind);
            }
        }

        return None;
    }

    private static int Opening(ReadOnlySpan<char> word) => (word[0] << 16) | word[1];

    private static FrozenDictionary<string, byte> Build()
    {
        string[] numerals =
        [
            "нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз", "қырық", "елу", "алпыс",
            "жетпіс", "сексен", "тоқсан", "жүз", "мың", "миллион", "миллиард", "триллион", "жарты", "бүтін", "млн", "млрд", "трлн",
            "бірінші", "оннан", "жүзден", "мыңнан",
        ];
        string[] months = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
        string[] weekdays = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];
        var kinds = new Dictionary<string, byte>();
        foreach (string word in numerals)
        {
            kinds[word] = 1;
        }

        foreach (string word in months)
        {
            kinds[word] = 2;
        }

        foreach (string word in weekdays)
        {
            kinds[word] = 3;
        }

        return kinds.ToFrozenDictionary();
    }
}
