using System.Runtime.InteropServices;

namespace KazNlp;

public sealed partial class TopicModel
{
    /// <summary>What each word of a text adds to a label's logit, against the mean over all labels. The model is linear, so the parts add up to the whole but for the bias.</summary>
    internal List<TopicEvidence> Explain(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int label)
    {
        TopicFeatures.Workspace workspace = _features.Rent();
        workspace.Trace = [];
        _features.Count(title, titleTokens, text, tokens, workspace);
        int width = PaddedLength(Labels.Length);
        TopicFeatures.BlockScales scales = AddUp(workspace, new float[2 * width], new float[width], new float[width], out _);
        LemmaCounts lemmas = workspace.Lemmas;
        float[] textDirection = DirectionOf(label, 0);
        float[] leadDirection = DirectionOf(label, LemmaVectors.Dimension);
        var parts = new Dictionary<ulong, (double Unit, double LeadUnit, double TitleUnit)>();
        float[] vector = new float[LemmaVectors.Dimension];
        for (int i = 0; i < lemmas.Count; i++)
        {
            LemmaRow row = FindRow(lemmas.Words[i]);
            (float weight, float leadWeight, float titleWeight) = lemmas.WeightsOf(i, row.Rarity);
            Array.Clear(vector);
            if (row.Vector >= 0)
            {
                _features.Vectors.AddTo(vector, row.Vector, 1);
            }

            double unit = (scales.Hashed * Surplus(row.Weights)) + (scales.Grams * Surplus(row.Weights.AsSpan(width))) + (scales.Text * Dot(vector, textDirection));
            double leadUnit = (scales.HashedLead * Surplus(row.LeadWeights)) + (scales.Lead * Dot(vector, leadDirection));
            double titleUnit = scales.HashedTitle * Surplus(row.TitleWeights);
            parts[row.Key] = (Share(unit * weight, lemmas.Counts[i]), Share(leadUnit * leadWeight, lemmas.LeadCounts[i]), Share(titleUnit * titleWeight, lemmas.TitleCounts[i]));
        }

        var evidence = new Dictionary<string, (int Count, double Weight)>(StringComparer.Ordinal);
        foreach (TopicFeatures.CountedWord word in workspace.Trace)
        {
            // What several occurrences add together is theirs by how much each was counted.
            (double unit, double leadUnit, double titleUnit) = parts[word.Word.Hash];
            ref (int Count, double Weight) sum = ref CollectionsMarshal.GetValueRefOrAddDefault(evidence, KazakhMorphology.Default.Lemmatize(word.Surface), out _);
            sum = (sum.Count + 1, sum.Weight + (word.Weight * unit) + (word.IsInLead ? leadUnit : 0) + (word.IsInTitle ? titleUnit : 0));
        }

        workspace.Trace = null;
        _features.Return(workspace);
        return [.. evidence.Select(word => new TopicEvidence(word.Key, word.Value.Count, word.Value.Weight))];

        static double Share(double sum, float count) => count == 0 ? 0 : sum / count;

        float Surplus(ReadOnlySpan<float> weights)
        {
            float sum = 0;
            foreach (float weight in weights[..Labels.Length])
            {
                sum += weight;
            }

            return weights[label] - (sum / Labels.Length);
        }
    }

    /// <summary>A label's weights in one of the dense blocks, less the mean over all labels.</summary>
    private float[] DirectionOf(int label, int blockStart)
    {
        float[] direction = new float[LemmaVectors.Dimension];
        for (int i = 0; i < direction.Length; i++)
        {
            float mean = 0;
            for (int other = 0; other < Labels.Length; other++)
            {
                mean += _dense[(other * TopicFeatures.DenseLength) + blockStart + i] / Labels.Length;
            }

            direction[i] = _dense[(label * TopicFeatures.DenseLength) + blockStart + i] - mean;
        }

        return direction;
    }
}
