namespace KazNlp;

/// <summary>The regular forms of a verb. Those with a person take <see cref="VerbInflection.Person"/>.</summary>
public enum VerbForm : byte
{
    /// <summary>The bare stem, which is the command to one person, and the other persons of command and wish: бар, барыңыз, барсын, барайық.</summary>
    Imperative,

    /// <summary>Past that was witnessed: барды.</summary>
    Past,

    /// <summary>Present and future: барады.</summary>
    Present,

    /// <summary>Past that is known: барған, барғанмын.</summary>
    Perfect,

    /// <summary>Past that was heard of: барыпты, барыппын.</summary>
    Evidential,

    /// <summary>Uncertain future: барар, бармас.</summary>
    Future,

    /// <summary>Condition: барса.</summary>
    Conditional,

    /// <summary>Solemn wish: барғай.</summary>
    Optative,

    /// <summary>Intention: бармақ, бармақпын.</summary>
    Intention,

    /// <summary>Past participle: барған.</summary>
    PastParticiple,

    /// <summary>Habitual participle: баратын.</summary>
    HabitualParticiple,

    /// <summary>Future participle: барар.</summary>
    FutureParticiple,

    /// <summary>Agent participle: барушы.</summary>
    AgentParticiple,

    /// <summary>Perfective converb: барып; negative бармай.</summary>
    PerfectiveConverb,

    /// <summary>Imperfective converb: бара.</summary>
    ImperfectiveConverb,

    /// <summary>Converb of purpose: барғалы.</summary>
    PurposeConverb,

    /// <summary>Verbal noun, which takes number, possessor and case: бару, баруға.</summary>
    VerbalNoun,

    /// <summary>Verbal noun of the past, in a case or with a possessor: барғанда, барғанымыз.</summary>
    PastVerbalNoun,
}
