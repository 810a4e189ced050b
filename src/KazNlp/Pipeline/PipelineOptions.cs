namespace KazNlp;

/// <summary>What a <see cref="KazakhPipeline"/> computes. Immutable; change it with <c>o => o with { Topics = false }</c>.</summary>
public sealed record PipelineOptions
{
    /// <summary>Whether entities are found. On by default.</summary>
    public bool Entities { get; init; } = true;

    /// <summary>Whether topics are scored. On by default.</summary>
    public bool Topics { get; init; } = true;
}
