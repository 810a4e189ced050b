namespace KazNlp;

/// <summary>A learned conditional random field in full precision: the average of what was added to it. Not thread-safe.</summary>
internal sealed class LearnedChain(ulong[] features, int classes)
{
    private const int RowsPerBlock = 1 << 16;

    private readonly int _labels = 1 + (2 * classes);
    private readonly float[][] _blocks = Blocks(features.Length, 1 + (2 * classes));

    /// <summary>Feature hashes.</summary>
    public ulong[] Features => features;

    /// <summary>Transition weights, row by row.</summary>
    public float[] Transitions { get; } = new float[(1 + (2 * classes)) * (1 + (2 * classes))];

    /// <summary>Start weights.</summary>
    public float[] Starts { get; } = new float[1 + (2 * classes)];

    /// <summary>The weights of a feature.</summary>
    public ReadOnlySpan<float> Row(int feature) => Sum(feature);

    /// <summary>Adds weights to the sum.</summary>
    public void Add(EntityWeights weights, ReadOnlySpan<float> transitions, ReadOnlySpan<float> starts)
    {
        for (int feature = 0; feature < features.Length; feature++)
        {
            Add(Sum(feature), weights.Row(feature));
        }

        Add(Transitions, transitions);
        Add(Starts, starts);
    }

    /// <summary>Adds the weights of another chain over the same features to the sum.</summary>
    public void Add(LearnedChain other)
    {
        for (int feature = 0; feature < features.Length; feature++)
        {
            Add(Sum(feature), other.Row(feature));
        }

        Add(Transitions, other.Transitions);
        Add(Starts, other.Starts);
    }

    /// <summary>Divides the sums by the number of summands.</summary>
    public void Divide(int count)
    {
        float factor = 1f / count;
        for (int feature = 0; feature < features.Length; feature++)
        {
            Scale(Sum(feature), factor);
        }

        Scale(Transitions, factor);
        Scale(Starts, factor);
    }

    private static float[][] Blocks(int rows, int width) =>
        [.. Enumerable.Range(0, ((rows - 1) / RowsPerBlock) + 1).Select(block => new float[Math.Min(RowsPerBlock, rows - (block * RowsPerBlock)) * width])];

    private Span<float> Sum(int feature) => _blocks[feature / RowsPerBlock].AsSpan(feature % RowsPerBlock * _labels, _labels);

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
