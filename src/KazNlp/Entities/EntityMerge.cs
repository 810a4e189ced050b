namespace KazNlp;

/// <summary>Puts entities in the place of others.</summary>
internal static class EntityMerge
{
    /// <summary>Goes on to the first entity that does not end before an offset.</summary>
    /// <param name="entities">The entities, in order.</param>
    /// <param name="next">The index of the entity to begin with; afterwards of that one, or their number.</param>
    /// <param name="offset">The offset in the text, in UTF-16 code units.</param>
    public static void PassBefore(List<Entity> entities, ref int next, int offset)
    {
        while (next < entities.Count && entities[next].End <= offset)
        {
            next++;
        }
    }

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
