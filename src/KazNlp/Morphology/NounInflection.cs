namespace KazNlp;

/// <summary>A form of a noun, name, adjective, pronoun or numeral. The default is the dictionary form.</summary>
public sealed record NounInflection
{
    /// <summary>The case.</summary>
    public Case Case { get; init; }

    /// <summary>Singular or plural.</summary>
    public GrammaticalNumber Number { get; init; }

    /// <summary>Whose it is.</summary>
    public Possessor Possessor { get; init; }

    /// <summary>Whether a numeral is made an ordinal first: үшінші, 29-шы.</summary>
    public bool Ordinal { get; init; }

    /// <summary>The suffixes of the form, each as the names that it has after different stems.</summary>
    internal IEnumerable<string[]> Suffixes()
    {
        if (Ordinal)
        {
            yield return ["ORD.D", "ORD", "ORD.S"];
        }

        foreach (string[] suffix in Nominal(Number, Possessor, Case))
        {
            yield return suffix;
        }
    }

    internal static IEnumerable<string[]> Nominal(GrammaticalNumber number, Possessor possessor, Case @case)
    {
        if (number == GrammaticalNumber.Plural)
        {
            yield return ["PL"];
        }

        string[] possessed = possessor switch
        {
            Possessor.None => [],
            Possessor.FirstSingular => ["P1SG"],
            Possessor.SecondSingular => ["P2SG"],
            Possessor.SecondPolite => ["P2POL"],
            Possessor.Third => ["P3"],
            Possessor.FirstPlural => ["P1PL"],
            _ => throw new ArgumentOutOfRangeException(nameof(possessor)),
        };
        if (possessed.Length > 0)
        {
            yield return possessed;
        }

        string[] ending = @case switch
        {
            Case.Nominative => [],
            Case.Genitive => ["GEN"],
            Case.Dative => ["DAT", "DAT.PX", "DAT.P3"],
            Case.Accusative => ["ACC", "ACC.P3"],
            Case.Locative => ["LOC", "LOC.P3"],
            Case.Ablative => ["ABL", "ABL.P3"],
            Case.Instrumental => ["INS"],
            _ => throw new ArgumentOutOfRangeException(nameof(@case)),
        };
        if (ending.Length > 0)
        {
            yield return ending;
        }
    }
}
