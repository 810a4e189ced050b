namespace KazNlp;

/// <summary>How <see cref="SubwordTrainer"/> trains. Immutable.</summary>
public sealed record SubwordTrainerOptions
{
    /// <summary>Number of ids: 256 bytes, characters, learned pieces and special tokens. At least 512.</summary>
    public int VocabularySize { get; init; } = 32768;

    /// <summary>Tokens outside the merges; they get the last ids, in this order.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = ["<|endoftext|>", "<|padding|>"];

    /// <summary>A character of several bytes becomes a piece where it occurs this often, weights included; otherwise it stays bytes.</summary>
    public int MinCharacterCount { get; init; } = 100;

    /// <summary>What a pair counts, in percent, where its halves stand on both sides of a morpheme boundary: 1 to 100, and 100 is plain byte-pair encoding.</summary>
    public int MorphemeCrossingPercent { get; init; } = 60;

    /// <summary>Number of threads.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;
}
