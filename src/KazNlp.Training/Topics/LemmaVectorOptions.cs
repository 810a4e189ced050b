namespace KazNlp;

/// <summary>How <see cref="LemmaVectorTrainer"/> learns. Immutable; change it with <c>o => o with { … }</c>.</summary>
public sealed record LemmaVectorOptions
{
    /// <summary>The most frequent lemmas get vectors, this many at most; up to 65,535.</summary>
    public int MaxLemmas { get; init; } = 17_500;

    /// <summary>A lemma gets a vector when it occurs this often.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>How many words to each side count as neighbours.</summary>
    public int Window { get; init; } = 10;

    /// <summary>Seed of the random projection.</summary>
    public int Seed { get; init; } = 1;
}
