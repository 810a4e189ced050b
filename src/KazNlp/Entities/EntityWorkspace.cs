namespace KazNlp;

/// <summary>The buffers that one tagging run needs; kept from run to run. Not thread-safe.</summary>
internal sealed class EntityWorkspace(LinearChain chain)
{
    /// <summary>The pieces at hand.</summary>
    public EntityWindow Window { get; } = new();

    /// <summary>The features of one piece.</summary>
    public ulong[] Features { get; } = new ulong[EntityFeatures.MaxCount];

    /// <summary>Integer sums of one piece.</summary>
    public int[] Sums { get; } = new int[FeatureWeights.SumCount];

    /// <summary>What the pieces of the sentence at hand have in common of their sums.</summary>
    public int[] SentenceSums { get; } = new int[FeatureWeights.SumCount];

    /// <summary>What words add to the sums by themselves: a row for each distance at which a neighbour counts.</summary>
    public ScoreCache Words { get; } = new(bits: 13, rows: (2 * EntityFeatures.Reach) + 1);

    /// <summary>What the shapes around a piece add.</summary>
    public ScoreCache Shapes { get; } = new(bits: 11, rows: 1);

    /// <summary>Label scores, a row a piece.</summary>
    public float[] Scores { get; } = new float[EntityWindow.Capacity * chain.Stride];

    /// <summary>A second copy of the scores: Viterbi and forward–backward each overwrite theirs.</summary>
    public float[] ScoresCopy { get; } = new float[EntityWindow.Capacity * chain.Stride];

    /// <summary>Forward sums.</summary>
    public float[] Forward { get; } = new float[EntityWindow.Capacity * chain.Stride];

    /// <summary>Backward sums.</summary>
    public float[] Backward { get; } = new float[EntityWindow.Capacity * chain.Stride];

    /// <summary>Scales of the forward rows.</summary>
    public float[] Scales { get; } = new float[EntityWindow.Capacity];

    /// <summary>The best labelling.</summary>
    public byte[] Labels { get; } = new byte[EntityWindow.Capacity];
}
