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
        TopicFeatures.BlockScales scales = AddUp(workspace, new float[width], new float[width], out _);
        StemCounts stems = workspace.Stems;
        float[] textDirection = DirectionOf(label, 0);
        float[] leadDirection = DirectionOf(label, StemVectors.Dimension);
        var parts = new Dictionary<ulong, (double Unit, double LeadUnit)>();
        float[] vector = new float[StemVectors.Dimension];
        for (int i = 0; i < stems.Count; i++)
        {
            StemRow row = FindRow(stems.Stems[i]);
            (float weight, float leadWeight) = stems.WeightsOf(i, row.Rarity);
            Array.Clear(vector);
            if (row.Vector >= 0)
            {
                _features.Vectors.AddTo(vector, row.Vector, 1);
            }

            double unit = (scales.Hashed * Surplus(row.Weights)) + (scales.Text * Dot(vector, textDirection));
            double leadUnit = (scales.HashedLead * Surplus(row.LeadWeights)) + (scales.Lead * Dot(vector, leadDirection));
            parts[row.Hash] = (unit * weight / stems.Counts[i], leadWeight == 0 ? 0 : leadUnit * leadWeight / stems.LeadCounts[i]);
        }

        var evidence = new Dictionary<string, (int Count, double Weight)>(StringComparer.Ordinal);
        foreach (TopicFeatures.CountedWord word in workspace.Trace)
        {
            // What several occurrences add together is theirs by how much each was counted.
            (double unit, double leadUnit) = parts[word.Stem.LongHash];
            ref (int Count, double Weight) sum = ref CollectionsMarshal.GetValueRefOrAddDefault(evidence, KazakhMorphology.Default.Lemmatize(word.Surface), out _);
            sum = (sum.Count + 1, sum.Weight + (word.Weight * unit) + (word.IsInLead ? leadUnit : 0));
        }

        workspace.Trace = null;
        _features.Return(workspace);
        return [.. evidence.Select(word => new TopicEvidence(word.Key, word.Value.Count, word.Value.Weight))];

        float Surplus(float[] weights) => weights[label] - (weights.Sum() / Labels.Length);
    }

    /// <summary>A label's weights in one of the dense blocks, less the mean over all labels.</summary>
    private float[] DirectionOf(int label, int blockStart)
    {
        float[] direction = new float[StemVectors.Dimension];
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
