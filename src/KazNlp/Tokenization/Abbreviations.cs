namespace KazNlp;

/// <summary>When an abbreviation takes the stop that follows it.</summary>
internal enum AbbreviationUse : byte
{
    /// <summary>It is not in the list.</summary>
    None,

    /// <summary>Always: a word of this form hardly exists without the stop.</summary>
    Always,

    /// <summary>Only inside a sentence: units and short words that also stand at its end without a stop of their own.</summary>
    Inside,
}

/// <summary>One line of the list.</summary>
/// <param name="Form">The abbreviation in small letters, without its stop.</param>
/// <param name="Use">When it takes the stop.</param>
/// <param name="Example">Text in which it does; a test tokenizes it.</param>
internal readonly record struct Abbreviation(string Form, AbbreviationUse Use, string Example);

/// <summary>
/// Abbreviations of written Kazakh, and the Russian and Latin ones that its texts use. Initials (<c>А.</c>), and chains of single
/// letters (<c>т.б.</c>, <c>б.з.б.</c>, <c>м.ғ.д.</c>) follow rules and are not listed. A word that is also a common one
/// at the end of a sentence (<c>жыл.</c>, <c>ел.</c>, <c>бет.</c>, <c>бас.</c>) is left out.
/// </summary>
internal static class Abbreviations
{
    /// <summary>The greatest length of <see cref="Abbreviation.Form"/>; <see cref="BlockMasks.Resolve"/> counts on seven.</summary>
    public const int MaxLength = 7;

    // A form's number is its place in the list.
    private static readonly WordTable Forms = BuildForms();

    /// <summary>How a word uses a stop.</summary>
    /// <param name="form">The word in small letters, at most <see cref="MaxLength"/> units.</param>
    public static AbbreviationUse Find(ReadOnlySpan<char> form) => Forms.Find(form) is >= 0 and int number ? AbbreviationList.Entries[number].Use : AbbreviationUse.None;

    private static WordTable BuildForms()
    {
        var forms = new WordTable();
        foreach (Abbreviation abbreviation in AbbreviationList.Entries)
        {
            forms.Add(abbreviation.Form);
        }

        return forms;
    }
}
