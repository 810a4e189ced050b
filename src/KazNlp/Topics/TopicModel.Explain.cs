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
        Dictionary<int, float> slotTotals = [];
        foreach (TopicFeatures.CountedWord word in workspace.Trace)
        {
            AddTo(slotTotals, TopicFeatures.SlotOf(word.Stem.LongHash), word.Weight);
            if (word.Stem.HasShort)
            {
                AddTo(slotTotals, TopicFeatures.SlotOf(word.Stem.ShortHash), word.Weight);
            }
        }

        var evidence = new List<TopicEvidence>();
        foreach (IGrouping<ulong, TopicFeatures.CountedWord> group in workspace.Trace.GroupBy(word => word.Stem.LongHash))
        {
            TopicFeatures.CountedWord first = group.First();
            float total = group.Sum(word => word.Weight);
            int stem = _features.Vectors.IndexOf(group.Key);
            double weight = ShareOf(TopicFeatures.SlotOf(group.Key)) + byTextStem.GetValueOrDefault(stem) + byLeadStem.GetValueOrDefault(stem)
                + (first.Stem.HasShort ? ShareOf(TopicFeatures.SlotOf(first.Stem.ShortHash)) : 0);
            evidence.Add(new TopicEvidence(CaseFolding.ToLower(first.Surface, new char[first.Surface.Length]).ToString(), group.Count(), weight));

            // Stems that share a slot share what it says, by how often each occurs.
            float ShareOf(int slot) => bySlot.GetValueOrDefault(slot) * total / slotTotals[slot];
        }

        workspace.Trace = null;
        _features.Return(workspace);
        return evidence;

        static void AddTo(Dictionary<int, float> sums, int key, float amount) =>
            CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += amount;
    }

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

                contributions[workspace.Slots.Keys[i]] = workspace.SlotValues[i] * _scales[row] * (rowWeights[label] - mean);
            }
        }

        return contributions;
    }

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
            _features.Vectors.AddTo(vector, stems[i], scale * TopicFeatures.Dampen(counts[i]) * _features.Vectors.Rarity(stems[i]));
            contributions[stems[i]] = Dot(vector, direction);
        }

        return contributions;
    }
}
