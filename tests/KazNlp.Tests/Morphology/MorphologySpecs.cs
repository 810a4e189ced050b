namespace KazNlp.Tests.Morphology;

/// <summary>Reads the spec files of morphology: one case a line, <c>#</c> for comments, columns separated by one sign between spaces.</summary>
internal static class MorphologySpecs
{
    public static IEnumerable<TestCaseData> Read(string name, string separator)
    {
        int number = 0;
        foreach (string line in File.ReadLines(RepositoryFiles.Path("tests", "KazNlp.Tests", "Specs", $"morphology-{name}.txt")))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                string[] fields = line.Split(separator);
                yield return new TestCaseData([.. fields.Select(f => f.Trim())]).SetName($"{name} {number}: {line}");
            }
        }
    }

    public static NounInflection Noun(string request)
    {
        var form = new NounInflection();
        foreach (string word in request.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            form = word switch
            {
                "+" => form with { Number = GrammaticalNumber.Plural },
                "ord" => form with { Ordinal = true },
                "1" or "2" or "2p" or "3" or "we" => form with { Possessor = PossessorOf(word) },
                _ => form with { Case = CaseOf(word) },
            };
        }

        return form;
    }

    public static VerbInflection Verb(string request)
    {
        string[] words = request.Split(' ');
        bool finite = words[0] is "imp" or "past" or "present" or "perfect" or "evidential" or "future" or "conditional" or "optative" or "intention";
        var form = new VerbInflection
        {
            Form = words[0] switch
            {
                "imp" => VerbForm.Imperative,
                "past" => VerbForm.Past,
                "present" => VerbForm.Present,
                "perfect" => VerbForm.Perfect,
                "evidential" => VerbForm.Evidential,
                "future" => VerbForm.Future,
                "conditional" => VerbForm.Conditional,
                "optative" => VerbForm.Optative,
                "intention" => VerbForm.Intention,
                "pastpart" => VerbForm.PastParticiple,
                "habitual" => VerbForm.HabitualParticiple,
                "futurepart" => VerbForm.FutureParticiple,
                "agent" => VerbForm.AgentParticiple,
                "conv" => VerbForm.PerfectiveConverb,
                "impconv" => VerbForm.ImperfectiveConverb,
                "purpose" => VerbForm.PurposeConverb,
                "noun" => VerbForm.VerbalNoun,
                "pastnoun" => VerbForm.PastVerbalNoun,
                _ => throw new ArgumentException(request),
            },
        };
        foreach (string word in words.Skip(1))
        {
            form = word switch
            {
                "neg" => form with { Negative = true },
                "pass" => form with { Voice = VerbVoice.Passive },
                "rcp" => form with { Voice = VerbVoice.Reciprocal },
                "caus" => form with { Voice = VerbVoice.Causative },
                "+" => form with { Number = GrammaticalNumber.Plural },
                _ when finite => form with { Person = PersonOf(word) },
                "1" or "2" or "2p" or "3" or "we" => form with { Possessor = PossessorOf(word) },
                _ => form with { Case = CaseOf(word) },
            };
        }

        return form;
    }

    private static Person PersonOf(string word) => word switch
    {
        "1" => Person.FirstSingular,
        "2" => Person.SecondSingular,
        "2p" => Person.SecondPolite,
        "3" => Person.Third,
        "we" => Person.FirstPlural,
        "2s" => Person.SecondPlural,
        "2ps" => Person.SecondPluralPolite,
        _ => throw new ArgumentException(word),
    };

    private static Possessor PossessorOf(string word) => word switch
    {
        "1" => Possessor.FirstSingular,
        "2" => Possessor.SecondSingular,
        "2p" => Possessor.SecondPolite,
        "3" => Possessor.Third,
        "we" => Possessor.FirstPlural,
        _ => throw new ArgumentException(word),
    };

    private static Case CaseOf(string word) => word switch
    {
        "g" => Case.Genitive,
        "d" => Case.Dative,
        "a" => Case.Accusative,
        "l" => Case.Locative,
        "b" => Case.Ablative,
        "i" => Case.Instrumental,
        _ => throw new ArgumentException(word),
    };
}
