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

    /// <summary>What a pair that joins a stem with its endings counts while the first half of the pieces is learned, in percent: below 100, stems and endings become pieces before whole words do.</summary>
    public int StemCrossingPercent { get; init; } = 50;

    /// <summary>Number of threads that count.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;
}
