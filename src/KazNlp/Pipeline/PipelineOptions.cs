using System.Collections.Immutable;

namespace KazNlp;

/// <summary>What a <see cref="KazakhPipeline"/> computes and with which models. Immutable; change it with <c>o => o with { Topics = false }</c>.</summary>
/// <remarks>Tokens and sentences are always there: every other stage reads them.</remarks>
public sealed record PipelineOptions
{
    /// <summary>Whether entities are found. On by default.</summary>
    public bool Entities { get; init; } = true;

    /// <summary>Whether topics are scored. On by default.</summary>
    public bool Topics { get; init; } = true;

    /// <summary>Whether every token gets its lemma, part of speech and features. On by default.</summary>
    public bool Morphology { get; init; } = true;

    /// <summary>The entity model; null for the embedded one.</summary>
    public EntityModel? EntityModel { get; init; }

    /// <summary>The topic model; null for the embedded one.</summary>
    public TopicModel? TopicModel { get; init; }

    /// <summary>
    /// Names of one's own, which are found beside and before those of the entity model; of two that give one name the earlier counts. None by default.
    /// What matches and what wins: <see cref="EntityGazetteer"/>. Used when <see cref="Entities"/> is on.
    /// </summary>
    public ImmutableArray<EntityGazetteer> Gazetteers { get; init; } = [];

    /// <summary>Patterns of one's own, which are found before what the entity model finds. None by default. Used when <see cref="Entities"/> is on.</summary>
    public ImmutableArray<EntityRule> Rules { get; init; } = [];
}
