namespace KazNlp;

/// <summary>Something that was computed for a hash, for <see cref="SetAssociativeCache{T}"/> to keep.</summary>
internal abstract class CacheEntry
{
    /// <summary>The hash; of good quality, as places are chosen by some of its bits.</summary>
    public ulong Key { get; protected set; }
}
