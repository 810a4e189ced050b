namespace KazNlp.Benchmarks;

/// <summary>Something that is timed on a corpus.</summary>
/// <param name="Group">The table that it stands in.</param>
/// <param name="Name">Its row.</param>
/// <param name="Run">Goes once over the whole corpus and returns how many tokens, sentences or units it saw, so that no work can be left out.</param>
public sealed record Contender(string Group, string Name, Func<long> Run)
{
    /// <summary>What the ratios of a group are taken against.</summary>
    public bool IsReference { get; init; }

    /// <summary>Bytes of UTF-8 that one run stands for; 0 for all of the corpus. Speeds and ratios are per byte.</summary>
    public long Utf8Bytes { get; init; }
}
