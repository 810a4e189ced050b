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

    /// <summary>What words add to the sums by themselves.</summary>
    public WordScoreCache Words { get; } = new();

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
