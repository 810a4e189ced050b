using System.Globalization;

namespace KazNlp;

public sealed partial class KazakhMorphology
{
    private static readonly string[] UnitWords = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
    private static readonly string[] TenWords = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

    private static readonly (long Value, string Word)[] Scales =
    [
        (1_000_000_000_000_000_000, "квинтиллион"), (1_000_000_000_000_000, "квадриллион"), (1_000_000_000_000, "триллион"),
        (1_000_000_000, "миллиард"), (1_000_000, "миллион"), (1_000, "мың"),
    ];

    private const string WholeWord = "бүтін";

    /// <summary>The words that numbers are said with, without endings; <see cref="NumberValues"/> has what each stands for.</summary>
    internal static WordTable NumberWords { get; } = new();

    /// <summary>What each of <see cref="NumberWords"/> stands for, by its number there.</summary>
    internal static List<decimal> NumberValues { get; } = BuildNumberValues();

    /// <summary>A number in words: 2024 is <c>екі мың жиырма төрт</c>. One hundred and one thousand are said without <c>бір</c>.</summary>
    /// <param name="number">Any number; a negative one begins with <c>минус</c>.</param>
    public static string NumberToWords(long number)
    {
        var words = new List<string>();
        if (number < 0)
        {
            words.Add("минус");
        }

        ulong rest = number < 0 ? (ulong)-(number + 1) + 1 : (ulong)number;
        foreach ((long value, string word) in Scales)
        {
            ulong count = rest / (ulong)value;
            if (count == 0)
            {
                continue;
            }

            if (count > 1 || value > 1000)
            {
                AddHundreds(words, (int)count);
            }

            words.Add(word);
            rest %= (ulong)value;
        }

        if (rest > 0 || number == 0)
        {
            AddHundreds(words, (int)rest);
        }

        return string.Join(' ', words);
    }

    /// <summary>The ordinal in words: 21 is <c>жиырма бірінші</c>.</summary>
    public string OrdinalToWords(long number)
    {
        string words = NumberToWords(number);
        int last = words.LastIndexOf(' ') + 1;
        return words[..last] + Inflect(words[last..], new NounInflection { Ordinal = true });
    }

    /// <summary>Reads a number that is written in words, digits before a scale word, or both.</summary>
    /// <param name="words">
    /// For example <c>екі мың жиырма төрт</c>, <c>отыз миллион</c>, <c>бір жарым миллион</c>, <c>1,5 млрд</c>, <c>жиырма бірінші</c>, <c>екі бүтін оннан үш</c>; the last
    /// word may carry case and possessive endings.
    /// </param>
    /// <param name="value">The number.</param>
    /// <param name="isOrdinal">Whether the last word is an ordinal.</param>
    /// <returns>Whether every word is a part of a number, in an order in which numbers are said.</returns>
    public bool TryWordsToNumber(ReadOnlySpan<char> words, out decimal value, out bool isOrdinal)
    {
        value = 0;
        isOrdinal = false;
        var phrase = NumberPhrase.Start();
        bool negative = false;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (phrase.IsEmpty && !negative && word.SequenceEqual("минус"))
            {
                negative = true;
                continue;
            }

            if (word.SequenceEqual(WholeWord) && phrase.TryAddWhole())
            {
                continue;
            }

            if (isOrdinal || !TryNumberWord(word, out decimal part, out isOrdinal) || !phrase.TryAdd(part, IsScale(part, word)))
            {
                return false;
            }
        }

        value = negative ? -phrase.Value : phrase.Value;
        return !phrase.IsEmpty;
    }

    private bool TryNumberWord(ReadOnlySpan<char> word, out decimal value, out bool isOrdinal)
    {
        isOrdinal = false;
        string lower = LowerCase(word);
        if (TryGetNumber(lower, out value))
        {
            return true;
        }

        if (decimal.TryParse(lower.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        foreach (MorphAnalysis analysis in Analyze(word))
        {
            if (analysis.PartOfSpeech == PartOfSpeech.Numeral && !analysis.IsGuess
                && (TryGetNumber(analysis.Lemma, out value) || decimal.TryParse(analysis.Lemma.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)))
            {
                isOrdinal = analysis.Features.Contains("NumType=Ord", StringComparison.Ordinal);
                return true;
            }
        }

        return false;
    }

    private static bool TryGetNumber(string word, out decimal value)
    {
        int number = NumberWords.Find(word);
        value = number < 0 ? 0 : NumberValues[number];
        return number >= 0;
    }

    private static bool IsScale(decimal value, ReadOnlySpan<char> word) => value >= 1000 && !char.IsAsciiDigit(word[0]);

    private static void AddHundreds(List<string> words, int number)
    {
        if (number >= 100)
        {
            if (number >= 200)
            {
                words.Add(UnitWords[number / 100]);
            }

            words.Add("жүз");
        }

        int tens = number / 10 % 10;
        if (tens > 0)
        {
            words.Add(TenWords[tens]);
        }

        if (number % 10 > 0 || number == 0)
        {
            words.Add(UnitWords[number % 10]);
        }
    }

    private static List<decimal> BuildNumberValues()
    {
        List<decimal> values = [];
        Add("жүз", 100);
        Add("жарым", 0.5m);
        Add("жарты", 0.5m);
        Add("млн", 1_000_000);
        Add("млн.", 1_000_000);
        Add("млрд", 1_000_000_000);
        Add("млрд.", 1_000_000_000);
        Add("трлн", 1_000_000_000_000);
        Add("ноль", 0);
        for (int i = 0; i < UnitWords.Length; i++)
        {
            Add(UnitWords[i], i);
            if (i > 0)
            {
                Add(TenWords[i], i * 10);
            }
        }

        foreach ((long value, string word) in Scales)
        {
            Add(word, value);
        }

        return values;

        void Add(string word, decimal value)
        {
            NumberWords.Add(word);
            values.Add(value);
        }
    }
}
