namespace KazNlp;

/// <summary>
/// Lets a document's clear mentions speak for its unclear ones: a name that stands clearly once is the same name elsewhere. <c>Айгүл Қайдарова</c> makes
/// a lone <c>Қайдарова</c> a person, too, where the sentence leaves open what it is. For one document; not thread-safe.
/// </summary>
/// <remarks>Krishnan and Manning, "An effective two-stage model for exploiting non-local dependencies in named entity recognition", ACL 2006, with a vote in the place of the second model.</remarks>
internal sealed class DocumentNames
{
    private const double Clear = 0.85;
    private const double Unclear = 0.6;
    private const int ShortestName = 4;

    // Of what a name is worth elsewhere: the sentence itself did not see it, or saw something else.
    private const double Elsewhere = 0.8;

    private readonly Dictionary<string, ClearName?> _names = new(StringComparer.Ordinal);

    /// <summary>Takes up the clear mentions.</summary>
    /// <param name="entities">The document's entities.</param>
    public DocumentNames(IEnumerable<Entity> entities)
    {
        foreach (Entity entity in entities)
        {
            if (!(entity.Score >= Clear) || !IsSettled(entity.Type))
            {
                continue;
            }

            Add(entity.Canonical, entity);
            if (entity.Type == EntityType.Person && PersonName.Parse(entity.Canonical) is { GivenName: not null, Surname: { } surname })
            {
                Add(surname, entity);
            }
        }
    }

    /// <summary>Whether there is no clear name.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>What an unclear mention is by the other mentions of the name.</summary>
    /// <param name="entity">The mention.</param>
    /// <param name="type">The class of the clear ones, when it is another one.</param>
    /// <param name="score">Probability of it.</param>
    public bool TrySettle(Entity entity, out EntityType type, out double score) =>
        TryFind(entity.Canonical, out type, out score) && entity.Score < Unclear && IsSettled(entity.Type) && type != entity.Type;

    /// <summary>What a name is that the model passed over: a person or a geopolitical place that is clear elsewhere.</summary>
    /// <param name="canonical">The name's dictionary form.</param>
    /// <param name="type">The class of the clear mentions.</param>
    /// <param name="score">Probability of it.</param>
    public bool TryAdd(string canonical, out EntityType type, out double score) =>
        TryFind(canonical, out type, out score) && (type == EntityType.Person || type == EntityType.Gpe);

    private static bool IsSettled(EntityType type) =>
        type == EntityType.Person || type == EntityType.Gpe || type == EntityType.Location || type == EntityType.Organisation;

    private bool TryFind(string canonical, out EntityType type, out double score)
    {
        if (_names.TryGetValue(Key(canonical), out ClearName? found) && found is not null)
        {
            (type, score) = (found.Type, found.Score * Elsewhere);
            return true;
        }

        (type, score) = (default, 0);
        return false;
    }

    // A name that is clearly two things decides nothing.
    private void Add(string name, Entity entity)
    {
        if (name.Length < ShortestName)
        {
            return;
        }

        string key = Key(name);
        _names[key] = !_names.TryGetValue(key, out ClearName? known) ? new ClearName(entity.Type, entity.Score)
            : known is not null && known.Type == entity.Type ? new ClearName(entity.Type, Math.Max(known.Score, entity.Score))
            : null;
    }

    private static string Key(string name) => GazetteerFolding.Fold(name);

    private sealed record ClearName(EntityType Type, double Score);
}
