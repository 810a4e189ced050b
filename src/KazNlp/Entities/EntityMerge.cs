namespace KazNlp;

/// <summary>Puts entities in the place of others.</summary>
internal static class EntityMerge
{
    /// <summary>Adds entities, and takes out those that overlap one of them.</summary>
    /// <param name="entities">The entities so far, in order and without overlap; replaced by the entities of both, in order.</param>
    /// <param name="better">Those that come before them, in order and without overlap.</param>
    public static void Replace(List<Entity> entities, List<Entity> better)
    {
        if (better.Count == 0)
        {
            return;
        }

        List<Entity> merged = new(better.Count + entities.Count);
        int next = 0;
        foreach (Entity entity in entities)
        {
            while (next < better.Count && better[next].End <= entity.Start)
            {
                merged.Add(better[next++]);
            }

            if (next == better.Count || better[next].Start >= entity.End)
            {
                merged.Add(entity);
            }
        }

        merged.AddRange(better[next..]);
        entities.Clear();
        entities.AddRange(merged);
    }
}
