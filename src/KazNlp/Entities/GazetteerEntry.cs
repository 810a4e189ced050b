using System.Collections.Immutable;

namespace KazNlp;

/// <summary>A name of one's own for an <see cref="EntityGazetteer"/>: what it is, how it is identified, how else it is called. Immutable and thread-safe.</summary>
/// <param name="Name">The name in its dictionary form, of any number of words, with its own capitals: <c>Самұрық-Қазына</c>. Entities have it as their <see cref="Entity.Canonical"/>.</param>
/// <param name="Type">The class: one of <see cref="EntityType.All"/>, or a class of one's own.</param>
/// <param name="Id">Any identifier, which entities carry as <see cref="Entity.Id"/>; null for none.</param>
public sealed record GazetteerEntry(string Name, EntityType Type, string? Id = null)
{
    /// <summary>Other names of the same thing, each matched as the name is: abbreviations, former names, names in other languages.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];
}
