namespace KazNlp;

/// <summary>Lower case and, in words that mix scripts, the Cyrillic letter for each Latin one that looks like it. Lengths never change.</summary>
internal static class LookAlikes
{
    private const string Latin = "aceopxyihkmtbəøñ";
    private const string Cyrillic = "асеорхуіһкмтвәөң";

    /// <summary>Writes the lower-case word into the buffer; a word of mixed scripts is repaired unless its Latin part is meant (Boeing-ке).</summary>
    public static Span<char> ToLowerCyrillic(ReadOnlySpan<char> word, Span<char> buffer, WordForm form)
    {
        Span<char> lower = CaseFolding.ToLower(word, buffer);
        if (form != WordForm.Letters || !IsMixed(lower))
        {
            return lower;
        }

        for (int i = 0; i < lower.Length; i++)
        {
            int index = Latin.IndexOf(lower[i], StringComparison.Ordinal);
            if (index >= 0)
            {
                lower[i] = Cyrillic[index];
            }
        }

        return lower;
    }

    private static bool IsMixed(ReadOnlySpan<char> lower)
    {
        bool hasLatin = false;
        bool hasCyrillic = false;
        foreach (char c in lower)
        {
            hasLatin |= char.IsAsciiLetterLower(c);
            hasCyrillic |= c is >= '\u0400' and < '\u0530';
        }

        return hasLatin && hasCyrillic;
    }
}
