using System.Runtime.InteropServices;

namespace KazNlp;

public sealed partial class TopicModel
{
    /// <summary>What each word of a text adds to a label's logit, against the mean over all labels. The model is linear, so the parts add up to the whole but for the bias.</summary>
    internal List<TopicEvidence> Explain(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int label)
    {
        TopicFeatures.Workspace workspace = _features.Rent();
        workspace.Trace = [];
        _features.Compute(title, titleTokens, text, tokens, workspace);
        Dictionary<int, float> bySlot = ExplainSlots(workspace, label);
        Dictionary<int, float> byTextStem = ExplainStems(workspace.TextStems, workspace.TextStemCounts, workspace.Scales.Text, label, 0);
        Dictionary<int, float> byLeadStem = ExplainStems(workspace.LeadStems, workspace.LeadStemCounts, workspace.Scales.Lead, label, StemVectors.Dimension);
        var evidence = new Dictionary<string, (int Count, double Weight)>(StringComparer.Ordinal);
        foreach (TopicFeatures.CountedWord word in workspace.Trace)
        {
            // What many words add together is theirs by how much each was counted.
            int stem = _features.Vectors.IndexOf(word.Stem.LongHash);
            double weight = word.Weight * (bySlot.GetValueOrDefault(TopicFeatures.SlotOf(word.Stem.LongHash)) + byTextStem.GetValueOrDefault(stem));
            weight += word.Stem.HasShort ? word.Weight * bySlot.GetValueOrDefault(TopicFeatures.SlotOf(word.Stem.ShortHash)) : 0;
            weight += word.IsInLead ? byLeadStem.GetValueOrDefault(stem) : 0;
            ref (int Count, double Weight) sum = ref CollectionsMarshal.GetValueRefOrAddDefault(evidence, KazakhMorphology.Default.Lemmatize(word.Surface), out _);
            sum = (sum.Count + 1, sum.Weight + weight);
        }

        workspace.Trace = null;
        _features.Return(workspace);
        return [.. evidence.Select(word => new TopicEvidence(word.Key, word.Value.Count, word.Value.Weight))];
    }

    /// <summary>For each slot that occurs, what a unit of its count adds to the label.</summary>
    private Dictionary<int, float> ExplainSlots(TopicFeatures.Workspace workspace, int label)
    {
        var contributions = new Dictionary<int, float>();
        ReadOnlySpan<short> weights = MemoryMarshal.Cast<byte, short>(_weights.Span);
        for (int i = 0; i < workspace.Slots.Count; i++)
        {
            int row = _rowOfSlot[workspace.Slots.Keys[i]];
            if (row >= 0)
            {
                ReadOnlySpan<short> rowWeights = weights.Slice(row * Labels.Length, Labels.Length);
                float mean = 0;
                foreach (short weight in rowWeights)
                {
                    mean += (float)weight / Labels.Length;
                }

                contributions[workspace.Slots.Keys[i]] = workspace.SlotValues[i] * _scales[row] * (rowWeights[label] - mean) / workspace.Slots.Counts[i];
            }
        }

        return contributions;
    }

    /// <summary>For each stem that occurs, what a unit of its count adds to the label through one of the dense blocks.</summary>
    private Dictionary<int, float> ExplainStems(ReadOnlySpan<int> stems, ReadOnlySpan<float> counts, float scale, int label, int blockStart)
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

        var contributions = new Dictionary<int, float>();
        float[] vector = new float[StemVectors.Dimension];
        for (int i = 0; i < stems.Length; i++)
        {
            Array.Clear(vector);
            _features.Vectors.AddTo(vector, stems[i], scale * TopicFeatures.Dampen(counts[i]) * _features.Vectors.Rarity(stems[i]) / counts[i]);
            contributions[stems[i]] = Dot(vector, direction);
        }

        return contributions;
    }
}
