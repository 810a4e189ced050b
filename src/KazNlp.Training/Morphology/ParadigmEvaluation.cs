namespace KazNlp;

/// <summary>How well noun paradigms in UniMorph's format are generated and analysed: <c>lemma TAB form TAB N;CASE;NUMBER</c> a line.</summary>
public sealed class ParadigmEvaluation
{
    private ParadigmEvaluation(int rows, int inflected, int analysed, IReadOnlyList<string> wrongForms, IReadOnlyList<string> missingAnalyses)
    {
        Rows = rows;
        Inflected = inflected;
        Analysed = analysed;
        WrongForms = wrongForms;
        MissingAnalyses = missingAnalyses;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Rows whose form is what the lemma and features give.</summary>
    public int Inflected { get; }

    /// <summary>Rows among whose readings are the lemma (letter case apart) and the features.</summary>
    public int Analysed { get; }

    /// <summary>Share of forms that are generated as given.</summary>
    public double InflectionAccuracy => Rows == 0 ? 0 : (double)Inflected / Rows;

    /// <summary>Share of forms whose readings hold the given one.</summary>
    public double AnalysisRecall => Rows == 0 ? 0 : (double)Analysed / Rows;

    /// <summary>The rows with another form, and that form.</summary>
    public IReadOnlyList<string> WrongForms { get; }

    /// <summary>The rows without the reading, and the best readings.</summary>
    public IReadOnlyList<string> MissingAnalyses { get; }

    /// <summary>Evaluates the rows of a file.</summary>
    /// <param name="morphology">What is measured.</param>
    /// <param name="reader">The rows; empty lines are skipped.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="morphology"/> or <paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">A row has not three columns, or no noun; the message names file and line.</exception>
    public static ParadigmEvaluation Run(KazakhMorphology morphology, TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(morphology);
        ArgumentNullException.ThrowIfNull(reader);
        (int rows, int inflected, int analysed, int line) = (0, 0, 0, 0);
        var wrong = new List<string>();
        var missing = new List<string>();
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (row.Length == 0)
            {
                continue;
            }

            string[] fields = row.TrimStart('\uFEFF').Split('\t');
            if (fields.Length != 3 || !fields[2].StartsWith("N;", StringComparison.Ordinal))
            {
                throw new DataFormatException(name, line, "a row is lemma, form and features such as N;DAT;SG, separated by tabs");
            }

            rows++;
            NounInflection form = FormOf(fields[2].Split(';'));
            string? made = morphology.TryInflect(fields[0], form, out string? inflection) ? inflection : null;
            if (made == fields[1])
            {
                inflected++;
            }
            else
            {
                wrong.Add($"{row}\t{made}");
            }

            var readings = morphology.Analyze(fields[1]);
            if (readings.Any(r => Matches(r, fields[0], form)))
            {
                analysed++;
            }
            else
            {
                missing.Add($"{row}\t{string.Join("; ", readings.Take(3))}");
            }
        }

        return new ParadigmEvaluation(rows, inflected, analysed, wrong, missing);
    }

    private static bool Matches(MorphAnalysis reading, string lemma, NounInflection form)
    {
        if (!string.Equals(reading.Lemma, lemma, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Dictionary<string, string> features = reading.Features.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        return features.GetValueOrDefault("Case", "Nom") == CaseTag(form.Case)
            && features.GetValueOrDefault("Number", "Sing") == (form.Number == GrammaticalNumber.Plural ? "Plur" : "Sing")
            && (features.GetValueOrDefault("Person[psor]"), features.GetValueOrDefault("Number[psor]"), features.ContainsKey("Polite")) == PossessorTags(form.Possessor);
    }

    private static string CaseTag(Case value) => value switch
    {
        Case.Genitive => "Gen",
        Case.Dative => "Dat",
        Case.Accusative => "Acc",
        Case.Locative => "Loc",
        Case.Ablative => "Abl",
        Case.Instrumental => "Ins",
        _ => "Nom",
    };

    private static (string? Person, string? Number, bool Polite) PossessorTags(Possessor possessor) => possessor switch
    {
        Possessor.FirstSingular => ("1", "Sing", false),
        Possessor.FirstPlural => ("1", "Plur", false),
        Possessor.SecondSingular => ("2", "Sing", false),
        Possessor.SecondPolite => ("2", "Sing", true),
        Possessor.Third => ("3", "Plur,Sing", false),
        _ => (null, null, false),
    };

    private static NounInflection FormOf(string[] tags)
    {
        var form = new NounInflection();
        foreach (string tag in tags)
        {
            form = tag switch
            {
                "GEN" => form with { Case = Case.Genitive },
                "DAT" => form with { Case = Case.Dative },
                "ACC" => form with { Case = Case.Accusative },
                "LOC" => form with { Case = Case.Locative },
                "ABL" => form with { Case = Case.Ablative },
                "INST" => form with { Case = Case.Instrumental },
                "PL" => form with { Number = GrammaticalNumber.Plural },
                "PSS1S" => form with { Possessor = Possessor.FirstSingular },
                "PSS1P" => form with { Possessor = Possessor.FirstPlural },
                "PSS2S" => form with { Possessor = tags.Contains("LSSPEC2") ? Possessor.SecondPolite : Possessor.SecondSingular },
                "PSS3S" => form with { Possessor = Possessor.Third },
                _ => form,
            };
        }

        return form;
    }
}
