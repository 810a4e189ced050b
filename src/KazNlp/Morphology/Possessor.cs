namespace KazNlp;

/// <summary>Whose the thing is (тәуелдік жалғау).</summary>
public enum Possessor : byte
{
    /// <summary>Nobody's: бала.</summary>
    None,

    /// <summary>Mine: балам.</summary>
    FirstSingular,

    /// <summary>Yours, of one person: балаң.</summary>
    SecondSingular,

    /// <summary>Yours, of one person, polite: балаңыз.</summary>
    SecondPolite,

    /// <summary>His, hers, its or theirs: баласы.</summary>
    Third,

    /// <summary>Ours: баламыз.</summary>
    FirstPlural,
}
