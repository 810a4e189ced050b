namespace KazNlp;

/// <summary>How word clusters and stem counts are learned. Immutable; change it with <c>o => o with { Epochs = 3 }</c>. The defaults are those of the embedded model.</summary>
public sealed record WordKnowledgeOptions
{
    /// <summary>Number of words that get a cluster, the most frequent first.</summary>
    public int ClusteredWords { get; init; } = 100_000;

    /// <summary>Number of stems that are kept, those with the most forms first.</summary>
    public int Stems { get; init; } = 52_000;

    /// <summary>A word seen less often gets no vector.</summary>
    public int MinCount { get; init; } = 4;

    /// <summary>Length of the word vectors; a multiple of eight.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Number of neighbours on each side that a word is to predict, at most.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Passes over the text.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Numbers of clusters, finest first; three levels.</summary>
    public IReadOnlyList<int> Clusters { get; init; } = [1000, 200, 50];

    /// <summary>Seed of vectors, samples and first centres. The same text, options and seed give the same bytes.</summary>
    public int Seed { get; init; } = 1;
}
