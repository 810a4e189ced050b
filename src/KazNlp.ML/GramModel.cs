namespace KazNlp;

/// <summary>
/// A naive Bayes model over the character n-grams of lemmas: for each n-gram that tells much about the labels, how much more of a label's text it makes up
/// than of the other labels', as a logarithm. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// It counts in one pass what the maximum-entropy model over lemmas weighs against all else, and errs elsewhere: with the n-grams among the features of that
/// model nothing was gained, with the log-probabilities of both added something is, most of all on sources that neither has seen.
/// N-grams are chosen by the information that their presence gives about the label (Yang and Pedersen, "A Comparative Study on Feature Selection in Text
/// Categorization", ICML 1997).
/// </remarks>
internal sealed class GramModel
{
    private const float Smoothing = 1; // so much of all text is added to each label's, times the number of n-grams
    private const int LeastTexts = 3;

    private readonly float[][] _weights; // by slot; null for an n-gram that was not chosen

    private GramModel(float[][] weights, int labels)
    {
        _weights = weights;
        Labels = labels;
    }

    /// <summary>Number of labels.</summary>
    public int Labels { get; }

    /// <summary>The chosen n-grams in ascending order, each with a weight for each label.</summary>
    public IEnumerable<(int Slot, float[] Weights)> Rows => Enumerable.Range(0, _weights.Length).Where(slot => _weights[slot] is not null).Select(slot => (slot, _weights[slot]));

    /// <summary>Counts.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="indices">Those to learn from.</param>
    /// <param name="maxGrams">How many n-grams to choose at most.</param>
    public static GramModel Fit(TopicRows rows, int[] indices, int maxGrams)
    {
        int labels = rows.Labels.Length;
        double[] labelTexts = new double[labels];
        float[][] texts = new float[TopicFeatures.GramSlotCount][]; // by slot and label
        foreach (int i in indices)
        {
            int label = rows.LabelIndices[i];
            labelTexts[label]++;
            foreach (int slot in rows.GramsOf(i).Slots)
            {
                (texts[slot] ??= new float[labels])[label]++;
            }
        }

        int[] chosen = [.. Enumerable.Range(0, texts.Length)
            .Where(slot => texts[slot] is not null && texts[slot].Sum() >= LeastTexts)
            .OrderByDescending(slot => Information(texts[slot], labelTexts, indices.Length))
            .Take(maxGrams)];
        return new GramModel(CountWeights(rows, indices, chosen), labels);
    }

    /// <summary>What the n-grams of an example say for each label, as a logarithm.</summary>
    public float[] Score(TopicRows rows, int index)
    {
        float[] scores = new float[Labels];
        (int[] slots, float[] values) = rows.GramsOf(index);
        for (int i = 0; i < slots.Length; i++)
        {
            if (_weights[slots[i]] is { } weights)
            {
                for (int label = 0; label < Labels; label++)
                {
                    scores[label] += values[i] * weights[label];
                }
            }
        }

        return scores;
    }

    private static float[][] CountWeights(TopicRows rows, int[] indices, int[] chosen)
    {
        int labels = rows.Labels.Length;
        float[][] counts = new float[TopicFeatures.GramSlotCount][];
        foreach (int slot in chosen)
        {
            counts[slot] = new float[labels];
        }

        double[] totals = new double[labels];
        foreach (int i in indices)
        {
            (int[] slots, float[] values) = rows.GramsOf(i);
            for (int k = 0; k < slots.Length; k++)
            {
                if (counts[slots[k]] is { } ofSlot)
                {
                    ofSlot[rows.LabelIndices[i]] += values[k];
                    totals[rows.LabelIndices[i]] += values[k];
                }
            }
        }

        double total = totals.Sum();
        double added = Smoothing * chosen.Length;
        foreach (int slot in chosen)
        {
            double share = counts[slot].Sum() / total;
            double[] shares = [.. counts[slot].Select((count, label) => Math.Log((count + (added * share)) / (totals[label] + added)))];
            double mean = shares.Average(); // what all labels have in common makes no difference
            for (int label = 0; label < labels; label++)
            {
                counts[slot][label] = (float)(shares[label] - mean);
            }
        }

        return counts;
    }

    /// <summary>The mutual information of a text's label and whether it has an n-gram, in nats.</summary>
    private static double Information(float[] texts, double[] labelTexts, double all)
    {
        double with = texts.Sum();
        double information = 0;
        for (int label = 0; label < texts.Length; label++)
        {
            information += Part(texts[label], with, labelTexts[label]) + Part(labelTexts[label] - texts[label], all - with, labelTexts[label]);
        }

        return information;

        double Part(double both, double ofGram, double ofLabel) => both > 0 ? both / all * Math.Log(both * all / (ofGram * ofLabel)) : 0;
    }
}
