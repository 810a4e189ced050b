namespace KazNlp;

/// <summary>How an entity model is trained. Immutable; change it with <c>o => o with { Epochs = 5 }</c>. The defaults are those of the embedded model, which averages <see cref="Seeds"/> of two.</summary>
public sealed record EntityTrainerOptions
{
    /// <summary>Passes over the training sentences.</summary>
    public int Epochs { get; init; } = 6;

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

    /// <summary>A feature seen less often in sets with conventions of their own (<see cref="EntityTrainingSet.HasOwnConventions"/>) has no weights of theirs.</summary>
    public int MinOwnFeatureCount { get; init; } = 10;

    /// <summary>
    /// Epochs of a first training that only chooses the features worth their place in the model; 0 keeps all, and leaves it to the size of the weights. Worth
    /// its time where far more features are learned than the model has room for.
    /// </summary>
    public int SelectionEpochs { get; init; }

    /// <summary>The part of the sentences that is also learned without capitals, or in capitals throughout, so that the model can do without case.</summary>
    public double CaselessShare { get; init; } = 0.04;

    /// <summary>The greatest size of the model in bytes; the smallest weights go until it fits.</summary>
    public int MaxModelBytes { get; init; } = 8_000_000;

    /// <summary>Weights below this are left out even where there is room.</summary>
    public double PruneThreshold { get; init; } = 0.03;

    /// <summary>
    /// How often the model is learned, each time from sentences in another order and with another dropout, from <see cref="Seed"/> on. The weights are
    /// averaged: the model is as large and as fast as one of them, and what it finds depends less on chance. As many as there are processors run at once.
    /// </summary>
    public int Seeds { get; init; } = 1;

    /// <summary>How much a sentence of raw text that the model labelled itself counts beside one of weight 1.</summary>
    public double SelfLabelledWeight { get; init; } = 0.3;

    /// <summary>How probable the least probable label of such a sentence is, at least.</summary>
    public double SelfLabelledSureness { get; init; } = 0.8;

    /// <summary>The greatest number of such sentences.</summary>
    public int SelfLabelledCount { get; init; } = 12_000;

    /// <summary>The greatest number of such sentences that are taken for the same name.</summary>
    public int SelfLabelledUses { get; init; } = 3;

    /// <summary>Seed of the order of sentences and of dropout. The same data, options and seed give the same bytes.</summary>
    public int Seed { get; init; } = 1;
}
