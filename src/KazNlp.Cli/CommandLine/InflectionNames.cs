namespace KazNlp.Cli;

/// <summary>What the command line and tables call the categories of inflection.</summary>
internal static class InflectionNames
{
    /// <summary>Cases, in the order of the grammar.</summary>
    public static readonly (string Name, Case Value)[] Cases =
    [
        ("nominative", Case.Nominative), ("genitive", Case.Genitive), ("dative", Case.Dative), ("accusative", Case.Accusative),
        ("locative", Case.Locative), ("ablative", Case.Ablative), ("instrumental", Case.Instrumental),
    ];

    /// <summary>Whose a thing is.</summary>
    public static readonly (string Name, Possessor Value)[] Possessors =
    [
        ("none", Possessor.None), ("my", Possessor.FirstSingular), ("your", Possessor.SecondSingular), ("your-polite", Possessor.SecondPolite),
        ("his", Possessor.Third), ("our", Possessor.FirstPlural),
    ];

    /// <summary>Moods, tenses, participles, converbs.</summary>
    public static readonly (string Name, VerbForm Value)[] Forms =
    [
        ("imperative", VerbForm.Imperative), ("past", VerbForm.Past), ("present", VerbForm.Present), ("perfect", VerbForm.Perfect),
        ("evidential", VerbForm.Evidential), ("future", VerbForm.Future), ("conditional", VerbForm.Conditional), ("optative", VerbForm.Optative),
        ("intention", VerbForm.Intention), ("past-participle", VerbForm.PastParticiple), ("habitual-participle", VerbForm.HabitualParticiple),
        ("future-participle", VerbForm.FutureParticiple), ("agent-participle", VerbForm.AgentParticiple), ("perfective-converb", VerbForm.PerfectiveConverb),
        ("imperfective-converb", VerbForm.ImperfectiveConverb), ("purpose-converb", VerbForm.PurposeConverb), ("verbal-noun", VerbForm.VerbalNoun),
        ("past-verbal-noun", VerbForm.PastVerbalNoun),
    ];

    /// <summary>Persons of verbs.</summary>
    public static readonly (string Name, Person Value)[] Persons =
    [
        ("i", Person.FirstSingular), ("you", Person.SecondSingular), ("you-polite", Person.SecondPolite), ("he", Person.Third),
        ("we", Person.FirstPlural), ("you-all", Person.SecondPlural), ("you-all-polite", Person.SecondPluralPolite),
    ];

    /// <summary>Voices of verbs.</summary>
    public static readonly (string Name, VerbVoice Value)[] Voices =
        [("active", VerbVoice.Active), ("passive", VerbVoice.Passive), ("reciprocal", VerbVoice.Reciprocal), ("causative", VerbVoice.Causative)];
}
