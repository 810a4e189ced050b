namespace KazNlp;

/// <summary>How <see cref="KazakhTopicTrainer"/> trains. Immutable; change it with <c>o => o with { … }</c>.</summary>
public sealed record TopicTrainerOptions
{
    /// <summary>The optimiser.</summary>
    public TopicOptimizer Optimizer { get; init; } = TopicOptimizer.Lbfgs;

    /// <summary>Weight of the squared length of the weights in the loss, which is a sum over examples. Greater is smoother.</summary>
    public float L2Regularization { get; init; } = 0.15f;

    /// <summary>The optimiser stops after this many passes at the latest.</summary>
    public int MaxIterations { get; init; } = 30;

    /// <summary>A hashed feature takes part when it occurs in at least this many examples.</summary>
    public int MinFeatureCount { get; init; } = 2;

    /// <summary>
    /// Character n-grams of lemmas (three to five letters) that take part, those that tell most about the labels; 0 leaves them out. They have a model of their
    /// own, whose weight beside the one over lemmas is learned from held-out scores.
    /// </summary>
    public int MaxGrams { get; init; } = 12_000;

    /// <summary>
    /// How much is taken from the logit of a frequent label: this times the logarithm of its share of the examples, 0 to 1. Rare labels are found more often, at
    /// hardly any cost to the frequent ones. Menon et al., "Long-Tail Learning via Logit Adjustment", ICLR 2021.
    /// </summary>
    public float LogitAdjustment { get; init; } = 0.15f;

    /// <summary>The share of an example that goes to its second label, 0 to 1.</summary>
    public float SecondLabelWeight { get; init; } = 0.2f;

    /// <summary>Folds of the cross-validation that fits the temperature and the weight of n-grams and gives the report's figures; 0 leaves both out.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Seed of the folds and of the optimiser.</summary>
    public int Seed { get; init; } = 1;
}
