namespace KazNlp;

/// <summary>How <see cref="LanguageTrainer"/> learns.</summary>
public sealed record LanguageTrainerOptions
{
    /// <summary>Rows of weights, a power of two; features whose hashes agree share one.</summary>
    public int SlotCount { get; init; } = 1 << 15;

    /// <summary>Bits of the table of runs of letters that have been met, a power of two.</summary>
    public int KnownBits { get; init; } = 1 << 21;

    /// <summary>Number of examples to learn from: pieces of random lines, from one word to the whole line, as many of each language, and twice as many of Kazakh, for which an unclear word is rather taken.</summary>
    public int Examples { get; init; } = 400_000;

    /// <summary>The last part of each language's lines, 0 to below 1, on which the model is measured and its probabilities are calibrated; nothing is learned from it.</summary>
    public double HeldOut { get; init; } = 0.1;

    /// <summary>Step size of AdaGrad.</summary>
    public double LearningRate { get; init; } = 0.5;

    /// <summary>Seed of the choice of examples.</summary>
    public int Seed { get; init; } = 1;
}
