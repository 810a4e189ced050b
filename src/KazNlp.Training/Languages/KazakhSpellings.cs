using System.Text;

namespace KazNlp;

/// <summary>
/// Kazakh in other letters, made from Cyrillic text: little of it is at hand, and people write it in many ways. For training only: the ways back, and the words that
/// each alphabet writes by rules of its own, are left out.
/// </summary>
internal static class KazakhSpellings
{
    // As on a keyboard without the nine letters.
    private static readonly Dictionary<char, string> RussianLetters = "әғқңөұүһі".Zip("агкноуухи").ToDictionary(pair => pair.First, pair => pair.Second.ToString());

    // The alphabet of 2021.
    private static readonly Dictionary<char, string> Latin = Latins("a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ştş  y ı  e iu ia");

    // As people write it in messages.
    private static readonly Dictionary<char, string> AsciiLatin = Latins("a a b v g g d e e j z i i k q l m n n o o p r s t u u u f h h ts sh sh sh  y i  e yu ya");

    // Töte jazu; the hamza of words with front vowels stands before them.
    private static readonly Dictionary<char, string> Arabic = Latins("ا ا ب ۆ گ ع د ە يو ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ تس چ ش شش  ى ى  ە يۋ يا");

    private const string Letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    /// <summary>Typed without the letters that Russian lacks: <c>казак тили</c>.</summary>
    public static string WithoutKazakhLetters(string text) => Replace(text, RussianLetters);

    /// <summary>In the Latin alphabet of 2021: <c>qazaq tılı</c>.</summary>
    public static string InLatin(string text) => Replace(text, Latin);

    /// <summary>In the Latin letters of a plain keyboard.</summary>
    public static string InAsciiLatin(string text) => Replace(text, AsciiLatin);

    /// <summary>In Arabic letters.</summary>
    public static string InArabic(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (Range range in text.AsSpan().Split(' '))
        {
            string word = text[range];
            string lower = word.ToLowerInvariant();
            bool isFront = lower.AsSpan().ContainsAny("әөүі") && !lower.AsSpan().ContainsAny("кге");
            result.Append(result.Length > 0 ? " " : string.Empty).Append(isFront ? "ٴ" : string.Empty).Append(Replace(word, Arabic));
        }

        return result.ToString();
    }

    private static string Replace(string text, Dictionary<char, string> letters)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            if (!letters.TryGetValue(lower, out string? replacement))
            {
                result.Append(c);
            }
            else if (lower == c || replacement.Length == 0)
            {
                result.Append(replacement);
            }
            else
            {
                result.Append(char.ToUpperInvariant(replacement[0])).Append(replacement.AsSpan(1));
            }
        }

        return result.ToString();
    }

    private static Dictionary<char, string> Latins(string row) => Letters.Zip(row.Split(' ')).ToDictionary(pair => pair.First, pair => pair.Second);
}
