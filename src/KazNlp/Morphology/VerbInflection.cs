namespace KazNlp;

/// <summary>A form of a verb. The default is the third person of the command: барсын.</summary>
public sealed record VerbInflection
{
    /// <summary>The form.</summary>
    public VerbForm Form { get; init; }

    /// <summary>The person, where the form has one. The third person of <see cref="VerbForm.Imperative"/> is <c>барсын</c>, its second the bare stem.</summary>
    public Person Person { get; init; } = Person.Third;

    /// <summary>Whether the verb is negated: барма-.</summary>
    public bool Negative { get; init; }

    /// <summary>The voice.</summary>
    public VerbVoice Voice { get; init; }

    /// <summary>The case of a verbal noun or participle.</summary>
    public Case Case { get; init; }

    /// <summary>The number of a verbal noun or participle.</summary>
    public GrammaticalNumber Number { get; init; }

    /// <summary>The possessor of a verbal noun or participle.</summary>
    public Possessor Possessor { get; init; }

    private bool IsBare => Case == Case.Nominative && Number == GrammaticalNumber.Singular && Possessor == Possessor.None;

    /// <summary>The suffixes of the form, each as the names that it has after different stems.</summary>
    /// <param name="isClosedSyllable">Whether the stem is one syllable that ends in a consonant.</param>
    internal IEnumerable<string[]> Suffixes(bool isClosedSyllable) => [.. VoiceSuffixes(isClosedSyllable), .. Negative ? NegativeSuffixes() : PositiveSuffixes()];

    private IEnumerable<string[]> VoiceSuffixes(bool isClosedSyllable) => Voice switch
    {
        VerbVoice.Active => [],
        VerbVoice.Passive => [["PASS", "PASS.L"]],
        VerbVoice.Reciprocal => [["RCP"]],
        VerbVoice.Causative => isClosedSyllable ? [["CAUS", "CAUS.GYZ"]] : [["CAUS.T", "CAUS"]],
        _ => throw new InvalidOperationException($"No voice {Voice}."),
    };

    private IEnumerable<string[]> NegativeSuffixes() => Form switch
    {
        VerbForm.Future => [["AOR.NEG"], .. PredicatePerson()],
        VerbForm.FutureParticiple => [["AOR.NEG"], .. Nominal()],
        VerbForm.PerfectiveConverb or VerbForm.ImperfectiveConverb => [["NEG"], ["PRS"]],
        _ => [["NEG"], .. PositiveSuffixes()],
    };

    private IEnumerable<string[]> PositiveSuffixes() => Form switch
    {
        VerbForm.Imperative => CommandSuffixes(),
        VerbForm.Past => [["PAST"], .. ShortPerson()],
        VerbForm.Conditional => [["COND"], .. ShortPerson()],
        VerbForm.Present => [["PRS"], ["PRS" + FullPerson("3")]],
        VerbForm.Perfect => [["PTP.PAST"], .. PredicatePerson()],
        VerbForm.Evidential => [["CONV"], .. Person == Person.Third ? [["EV3"]] : PredicatePerson()],
        VerbForm.Future => [["AOR"], .. PredicatePerson()],
        VerbForm.Optative => [["OPT"], .. PredicatePerson()],
        VerbForm.Intention => [["INT"], .. PredicatePerson()],
        VerbForm.PastParticiple => IsBare ? [["PTP.PAST"]] : [["GER.PAST"], .. Nominal()],
        VerbForm.HabitualParticiple => IsBare ? [["PTP.IMPF"]] : [["GER.IMPF"], .. Nominal()],
        VerbForm.FutureParticiple => [["AOR"], .. Nominal()],
        VerbForm.AgentParticiple => [["PTP.POT"], .. Nominal()],
        VerbForm.PerfectiveConverb => [["CONV"]],
        VerbForm.ImperfectiveConverb => [["PRS"]],
        VerbForm.PurposeConverb => [["GOAL"]],
        VerbForm.VerbalNoun => [["GER"], .. Nominal()],
        VerbForm.PastVerbalNoun => IsBare ? [["PTP.PAST"]] : [["GER.PAST"], .. Nominal()],
        _ => throw new InvalidOperationException($"No verb form {Form}."),
    };

    private IEnumerable<string[]> CommandSuffixes() => Person switch
    {
        Person.SecondSingular => [],
        Person.SecondPolite => [["IMP2POL"]],
        Person.SecondPlural => [["IMP2PL"]],
        Person.SecondPluralPolite => [["IMP2PLPOL"]],
        Person.Third => [["IMP3"]],
        Person.FirstSingular => [["IMP1SG"]],
        Person.FirstPlural => [["IMP1PL"]],
        _ => throw new InvalidOperationException($"No person {Person}."),
    };

    private IEnumerable<string[]> Nominal() => NounInflection.Nominal(Number, Possessor, Case);

    private IEnumerable<string[]> ShortPerson() => Person == Person.Third ? [] : [["S" + FullPerson("")]];

    private IEnumerable<string[]> PredicatePerson() => Person == Person.Third ? [] : [["PR" + FullPerson("")]];

    private string FullPerson(string third) => Person switch
    {
        Person.Third => third,
        Person.FirstSingular => "1SG",
        Person.SecondSingular => "2SG",
        Person.SecondPolite => "2POL",
        Person.FirstPlural => "1PL",
        Person.SecondPlural => "2PL",
        Person.SecondPluralPolite => "2PLPOL",
        _ => throw new InvalidOperationException($"No person {Person}."),
    };
}
