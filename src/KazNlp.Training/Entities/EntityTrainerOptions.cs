namespace KazNlp;

/// <summary>How an entity model is trained. Immutable; change it with <c>o => o with { Epochs = 5 }</c>. The defaults are those of the embedded model.</summary>
public sealed record EntityTrainerOptions
{
    /// <summary>Passes over the training sentences.</summary>
    public int Epochs { get; init; } = 7;

    /// <summary>AdaGrad's step; it falls to a tenth over the second half of the epochs.</summary>
    public double LearningRate { get; init; } = 0.12;

    /// <summary>The part of the features that each sentence does without while it is learned from, 0 to below 1.</summary>
    public double FeatureDropout { get; init; } = 0.6;

    /// <summary>L2 regularisation of the weights.</summary>
    public double L2 { get; init; } = 1e-5;

    /// <summary>What is taken off the score of O when the model tags: it finds more, at the price of precision.</summary>
    public double OutsideBias { get; init; }

    /// <summary>A feature seen less often is left out.</summary>
    public int MinFeatureCount { get; init; } = 3;

    /// <summary>Epochs of a first training that only chooses the features worth their place in the model; 0 keeps all.</summary>
    public int SelectionEpochs { get; init; } = 2;

    /// <summary>The part of the sentences that is also learned without capitals, or in capitals throughout, so that the model can do without case.</summary>
    public double CaselessShare { get; init; } = 0.04;

    /// <summary>The greatest size of the model in bytes; the smallest weights go until it fits.</summary>
    public int MaxModelBytes { get; init; } = 8_000_000;

    /// <summary>Weights below this are left out even where there is room.</summary>
    public double PruneThreshold { get; init; } = 0.03;

    /// <summary>Seed of the order of sentences and of dropout. The same data, options and seed give the same bytes.</summary>
    public int Seed { get; init; } = 1;
}
