using System.Buffers;

namespace KazNlp;

/// <summary>A word's form and where its suffixes start, if they are written apart from the stem.</summary>
/// <param name="Form">What it looks like.</param>
/// <param name="StemEnd">Offset just past the stem; the word's length when nothing follows.</param>
/// <param name="SuffixStart">Offset of the first letter of the suffixes; the word's length when there are none.</param>
internal readonly record struct WordShape(WordForm Form, int StemEnd, int SuffixStart)
{
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXLCDM");

    public static WordShape Of(ReadOnlySpan<char> word)
    {
        char first = word[0];
        if (first is >= 'а' and <= 'я')
        {
            return new WordShape(WordForm.Letters, word.Length, word.Length); // most words
        }

        int digits = LeadingDigits(word);
        if (digits > 0)
        {
            return Split(WordForm.Digits, word, digits);
        }

        if (char.IsAscii(first) && IsAddress(word))
        {
            return new WordShape(WordForm.Address, word.Length, word.Length);
        }

        int latin = 0;
        while (latin < word.Length && (IsLatin(word[latin]) || (latin > 0 && (char.IsAsciiDigit(word[latin]) || word[latin] is '.' or '&' or '\'' or '_' || (word[latin] is '-' && latin + 1 < word.Length && IsLatin(word[latin + 1]))))))
        {
            latin++;
        }

        if (latin > 0 && (latin == word.Length || IsHyphen(word[latin]) || (latin > 2 && IsCyrillic(word[latin]) && !word[latin..].ContainsAnyInRange('A', 'z'))))
        {
            bool roman = !word[..latin].ContainsAnyExcept(RomanDigits);
            return Split(roman ? WordForm.Roman : WordForm.Latin, word, latin);
        }

        int capitals = 0;
        while (capitals < word.Length && IsCyrillic(word[capitals]) && CaseFolding.IsUpper(word[capitals]))
        {
            capitals++;
        }

        if (capitals >= 2 && capitals < word.Length - 1 && IsHyphen(word[capitals]) && !CaseFolding.IsUpper(word[capitals + 1]))
        {
            return Split(WordForm.Abbreviation, word, capitals);
        }

        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return new WordShape(WordForm.Letters, word.Length, word.Length);
            }
        }

        bool punctuation = char.IsPunctuation(first) && first is not ('%' or '&' or '@' or '#' or '*');
        return new WordShape(punctuation ? WordForm.Punctuation : WordForm.Symbol, word.Length, word.Length);
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '–';

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length < 2)
        {
            return false;
        }

        if (word[0] is '#' or '@')
        {
            return char.IsLetterOrDigit(word[1]) || word[1] == '_';
        }

        int stop = word.IndexOf('.');
        return word[1..^1].Contains('@') || word.Contains("://", StringComparison.Ordinal) || (stop > 0 && word[stop..].Contains('/')) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    // Müller, Škoda
    private static bool IsLatin(char c) => char.IsAsciiLetter(c) || c is (>= 'À' and <= '\u024F' and not '×' and not '÷');

    private static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';

    private static int LeadingDigits(ReadOnlySpan<char> word)
    {
        int i = word[0] is '+' or '-' or '−' && word.Length > 1 ? 1 : 0;
        if (i >= word.Length || !char.IsAsciiDigit(word[i]))
        {
            return 0;
        }

        while (i < word.Length && (char.IsAsciiDigit(word[i]) || (i + 1 < word.Length && char.IsAsciiDigit(word[i + 1]) && word[i] is '.' or ',' or ':' or '/' or '-' or '–' or '\u00A0' or '\u202F')))
        {
            i++;
        }

        while (i < word.Length && word[i] is '%' or '‰' or '°')
        {
            i++;
        }

        return i;
    }

    private static WordShape Split(WordForm form, ReadOnlySpan<char> word, int stemEnd)
    {
        int suffix = stemEnd < word.Length && IsHyphen(word[stemEnd]) ? stemEnd + 1 : stemEnd;
        return new WordShape(form, stemEnd, Math.Min(suffix, word.Length));
    }
}
