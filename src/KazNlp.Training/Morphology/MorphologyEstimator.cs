using System.Globalization;

namespace KazNlp;

/// <summary>
/// Learns, without labels, how frequent stems, suffixes and word ends are: expectation maximisation over the counts of raw text, each word's
/// count being shared among its readings by their present probabilities.
/// </summary>
internal sealed class MorphologyEstimator(KazakhMorphology morphology)
{
    private readonly MorphologyModel _model = morphology.Model;

    /// <summary>Counts by stem, arc and final.</summary>
    internal sealed record Estimate(double[] Stems, double[] Arcs, double[] Finals);

    /// <summary>One round over the counts.</summary>
    public Estimate Count(WordCounts counts)
    {
        var estimate = new Estimate(new double[_model.Lexicon.Count], new double[_model.Rules.Arcs.Length], new double[_model.Rules.Finals.Length]);
        var candidates = new MorphSearch.Candidate[MorphSearch.MaxCandidates];
        char[] buffer = new char[MorphSearch.MaxWord];
        foreach ((string word, WordCounts.Counts count) in counts.Words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            morphology.Read(count.Written is { } written && written.Length == word.Length ? written : word, candidates, out Span<MorphSearch.Candidate> found, buffer);
            Share(found, count, estimate);
        }

        return estimate;
    }

    /// <summary>The costs of arcs and finals that follow from the counts, as rows of <c>costs.tsv</c>.</summary>
    public IEnumerable<string> Costs(Estimate estimate)
    {
        MorphologyRules rules = _model.Rules;
        double[] total = new double[rules.States.Length];
        for (int i = 0; i < rules.Arcs.Length; i++)
        {
            total[rules.Arcs[i].From] += estimate.Arcs[i] + 0.5;
        }

        for (int i = 0; i < rules.Finals.Length; i++)
        {
            total[rules.Finals[i].State] += estimate.Finals[i] + 0.5;
        }

        foreach (IGrouping<string, int> arcs in Enumerable.Range(0, rules.Arcs.Length).GroupBy(i => $"{rules.States[rules.Arcs[i].From]} {rules.Morphemes[rules.Arcs[i].Morpheme].Id}"))
        {
            yield return Row(arcs.Key, arcs.Sum(i => estimate.Arcs[i]), total[rules.Arcs[arcs.First()].From]);
        }

        for (int i = 0; i < rules.Finals.Length; i++)
        {
            yield return Row($"{rules.States[rules.Finals[i].State]} . {rules.Finals[i].Features}", estimate.Finals[i], total[rules.Finals[i].State]);
        }
    }

    private static string Row(string key, double count, double total) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}\t{Math.Round(-100 * Math.Log((count + 0.5) / total))}\t{Math.Round(count)}");

    private void Share(Span<MorphSearch.Candidate> found, WordCounts.Counts count, Estimate estimate)
    {
        if (found.IsEmpty)
        {
            return;
        }

        int best = int.MinValue;
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            best = Math.Max(best, candidate.Score);
        }

        double total = 0;
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            total += Weight(candidate, best, count);
        }

        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            double share = count.Total * Weight(candidate, best, count) / total;
            estimate.Finals[candidate.Final] += share;
            if (candidate.Stem >= 0)
            {
                estimate.Stems[candidate.Stem] += share;
            }

            for (int i = 0; i < candidate.Depth; i++)
            {
                estimate.Arcs[_model.Suffixes.Entries[candidate.Path[i]].Arc] += share;
            }
        }
    }

    /// <summary>A reading as a name is as likely as the word is often written with a capital inside sentences.</summary>
    private static double Weight(in MorphSearch.Candidate candidate, int best, WordCounts.Counts count)
    {
        double weight = Math.Exp((candidate.Score - best) / 100.0);
        if (count.Inside > 0)
        {
            double capital = (count.Capital + 0.05) / (count.Inside + 0.1);
            weight *= candidate.PartOfSpeech == PartOfSpeech.ProperNoun ? capital : 1 - (0.98 * capital);
        }

        return weight + 1e-12;
    }
}
