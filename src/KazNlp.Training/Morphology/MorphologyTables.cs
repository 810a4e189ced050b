using System.Globalization;

namespace KazNlp;

/// <summary>Writes what was counted back into the readable tables.</summary>
internal static class MorphologyTables
{
    /// <summary>Puts the estimated counts of stems into the count columns of a folder's tables, and rewrites <c>costs.tsv</c>.</summary>
    public static void Update(string folder, KazakhMorphology morphology, MorphologyEstimator.Estimate estimate, IEnumerable<string> costs)
    {
        Dictionary<(string Lemma, string Surface, string Tag, string Features), double> counts = StemCounts(morphology, estimate);
        Rewrite(Path.Combine(folder, "closed.tsv"), 6, 4, f => Look(counts, f[1] == "-" ? f[0] : f[1], f[0], f[2], f[3]));
        Rewrite(Path.Combine(folder, "pronouns.tsv"), 7, 5, f => Look(counts, f[1], f[0], f[2], f[3]));
        foreach (string path in Directory.GetFiles(folder, "lexicon-*.tsv"))
        {
            Rewrite(path, 5, 3, f => Look(counts, LemmaOf(f), f[0], f[1], ""));
        }

        Write(Path.Combine(folder, "costs.tsv"),
        [
            "# Costs of suffixes and word ends: -100 ln of their share among what leaves the state, counted on raw text by expectation maximisation.",
            "# state and morpheme, or state . features of the end\tcost\tcount",
            .. costs,
        ]);
    }

    private static string LemmaOf(string[] fields) =>
        fields[2].Split(' ').FirstOrDefault(o => o.StartsWith("lemma=", StringComparison.Ordinal)) is { } lemma ? lemma["lemma=".Length..] : fields[0];

    private static Dictionary<(string Lemma, string Surface, string Tag, string Features), double> StemCounts(KazakhMorphology morphology, MorphologyEstimator.Estimate estimate)
    {
        StemLexicon lexicon = morphology.Model.Lexicon;
        var counts = new Dictionary<(string, string, string, string), double>();
        foreach (StemLexicon.Variant variant in lexicon.Variants)
        {
            if (!variant.Forms.HasFlag(StemForms.Plain))
            {
                continue;
            }

            StemLexicon.Stem stem = lexicon.Stems[variant.Stem];
            (string, string, string, string) key = (lexicon.LemmaOf(stem).ToString(), lexicon.TextOf(variant).ToString(), stem.PartOfSpeech.ToUd(), morphology.Model.WholeFeatures[stem.Features]);
            counts[key] = counts.GetValueOrDefault(key) + estimate.Stems[variant.Stem];
        }

        return counts;
    }

    private static string Look(Dictionary<(string, string, string, string), double> counts, string lemma, string surface, string tag, string features)
    {
        string lower = string.Create(surface.Length, surface, static (span, source) => CaseFolding.ToLower(source, span));
        double count = counts.GetValueOrDefault((lemma, lower, tag, FeatureSet.Normalise(features == "-" ? "" : features)));
        return Math.Round(count).ToString(CultureInfo.InvariantCulture);
    }

    private static void Rewrite(string path, int columns, int column, Func<string[], string> value) => Write(path, [.. File.ReadLines(path).Select(line =>
    {
        string[] fields = line.Split('\t');
        if (line.StartsWith('#') || fields.Length != columns)
        {
            return line;
        }

        fields[column] = value(fields);
        return string.Join('\t', fields);
    })]);

    private static void Write(string path, IReadOnlyCollection<string> lines) => WholeFile.WriteText(path, string.Join('\n', lines) + "\n");
}
