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

    /// <summary>
    /// The day that <c>кеше</c>, <c>биыл</c> and <c>22 тамыз</c> count from, for <see cref="Entity.Value"/>; null, the default, when it is not known: relative dates then
    /// have no value and dates without a year an unknown one, <c>XXXX-08-22</c>. A date given with a text comes before it.
    /// </summary>
    public DateOnly? ReferenceDate { get; init; }

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
