namespace KazNlp;

/// <summary>A learned conditional random field in full precision: the average of what was added to it. Not thread-safe.</summary>
internal sealed class LearnedChain(ulong[] features, int classes, int stride)
{
    private readonly EntityWeights _sum = new(features.Length, stride);

    /// <summary>Feature hashes.</summary>
    public ulong[] Features => features;

    /// <summary>Transition weights, row by row.</summary>
    public float[] Transitions { get; } = new float[(1 + (2 * classes)) * (1 + (2 * classes))];

    /// <summary>Start weights.</summary>
    public float[] Starts { get; } = new float[1 + (2 * classes)];

    /// <summary>The weights of a feature.</summary>
    public ReadOnlySpan<float> Row(int feature) => _sum.Row(feature)[..Starts.Length];

    /// <summary>Adds weights to the sum.</summary>
    public void Add(EntityWeights weights, ReadOnlySpan<float> transitions, ReadOnlySpan<float> starts)
    {
        for (int feature = 0; feature < features.Length; feature++)
        {
            Add(_sum.Row(feature), weights.Row(feature));
        }

        Add(Transitions, transitions);
        Add(Starts, starts);
    }

    /// <summary>Divides the sums by the number of summands.</summary>
    public void Divide(int count)
    {
        float factor = 1f / count;
        for (int feature = 0; feature < features.Length; feature++)
        {
            Scale(_sum.Row(feature), factor);
        }

        Scale(Transitions, factor);
        Scale(Starts, factor);
    }

    private static void Add(Span<float> sum, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value *= factor;
        }
    }
}
