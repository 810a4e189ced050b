namespace KazNlp;

/// <summary>
/// Tells words that end a compound name whatever comes next: the possessive that holds it together, and a case behind it, as in <c>Біріккен Ұлттар
/// Ұйымына</c>. A capital behind such a word begins another name: <c>Біріккен Ұлттар Ұйымына Жапаровпен</c>.
/// </summary>
internal static class CompleteNames
{
    private const int ShortestWord = 6;

    // The genitive is not among them, as names go on behind it: Қазақстан Республикасының Үкіметі.
    private static readonly string[] Endings = ["ына", "іне", "ында", "інде", "ынан", "інен", "ымен", "імен"];

    /// <summary>Whether the word ends in a possessive of the third person and a case other than the genitive and accusative.</summary>
    /// <param name="word">The word in lower case.</param>
    public static bool Ends(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestWord)
        {
            return false;
        }

        foreach (string ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
