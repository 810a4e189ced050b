using System.Collections.Immutable;

namespace KazNlp;

/// <summary>The mentions of one thing in a document. Immutable and thread-safe.</summary>
public sealed record EntityGroup
{
    /// <summary>Number of the group, from zero, in the order of first mention: <see cref="Entity.GroupId"/> of its mentions.</summary>
    public required int Id { get; init; }

    /// <summary>The class.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The fullest name that the document has for it, in its dictionary form.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country that it is or lies in; null when it is not known.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The parts of the name when it is a person; otherwise null.</summary>
    public PersonName? Person { get; init; }

    /// <summary>The mentions, in order.</summary>
    public required ImmutableArray<Entity> Mentions { get; init; }
}
