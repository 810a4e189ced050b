namespace KazNlp;

/// <summary>
/// Keeps what was computed for hashes, within a fixed number of entries: each hash has a set of a few places, and a new entry pushes out the one of its set
/// that was asked for longest ago. Thread-safe without locks while the entries are immutable: references are replaced whole, and all that threads can do to
/// one another is to lose an entry, which is then computed again.
/// </summary>
/// <param name="bits">The logarithm of the number of entries, to base 2.</param>
/// <param name="ways">Entries in a set: a power of two.</param>
internal sealed class SetAssociativeCache<T>(int bits, int ways)
    where T : CacheEntry
{
    private readonly Place[] _places = new Place[1 << bits];

    /// <summary>The entry of a hash, or null.</summary>
    public T? Find(ulong key)
    {
        Span<Place> set = SetOf(key);
        for (int way = 0; way < set.Length; way++)
        {
            // Another thread may have replaced one of the two and not yet the other.
            if (set[way].Key == key && Volatile.Read(ref set[way].Entry) is { } entry && entry.Key == key)
            {
                if (way > 0)
                {
                    MoveToFront(entry, set[..(way + 1)]);
                }

                return entry;
            }
        }

        return null;
    }

    /// <summary>Adds an entry whose hash has none.</summary>
    /// <returns>The entry that it pushed out, or null.</returns>
    public T? Add(T entry) => MoveToFront(entry, SetOf(entry.Key));

    private static T? MoveToFront(T entry, Span<Place> places)
    {
        T? last = places[^1].Entry;
        for (int way = places.Length - 1; way > 0; way--)
        {
            Volatile.Write(ref places[way].Entry, places[way - 1].Entry);
            places[way].Key = places[way - 1].Key;
        }

        Volatile.Write(ref places[0].Entry, entry);
        places[0].Key = entry.Key;
        return last;
    }

    private Span<Place> SetOf(ulong key) => _places.AsSpan((int)(key >> 24) & ((1 << bits) - ways), ways);

    // The key stands here too, so that a set is looked through without a visit to its entries.
    private struct Place
    {
        public ulong Key;
        public T? Entry;
    }
}
