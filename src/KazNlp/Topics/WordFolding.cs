namespace KazNlp;

/// <summary>Folds the start of a word to the form in which topic features know it: lower case, with Latin look-alikes in a Cyrillic word repaired.</summary>
internal static class WordFolding
{
    /// <summary>Writes the folded first code units of a word.</summary>
    /// <param name="word">The word; not empty.</param>
    /// <param name="destination">Takes as many units as it has room for.</param>
    /// <returns>The written part.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> destination)
    {
        int length = Math.Min(word.Length, destination.Length);
        bool hasCyrillic = false;
        bool hasLatin = false;
        for (int i = 0; i < length; i++)
        {
            char c = CaseFolding.ToLower(word[i]);
            destination[i] = c;
            hasCyrillic |= c is >= '\u0400' and <= '\u04FF';
            hasLatin |= c is >= 'a' and <= 'z';
        }

        Span<char> folded = destination[..length];
        if (hasCyrillic && hasLatin)
        {
            foreach (ref char c in folded)
            {
                c = char.IsAsciiLetterLower(c) ? MixedScripts.ToCyrillic(c) : c;
            }
        }

        return folded;
    }
}
