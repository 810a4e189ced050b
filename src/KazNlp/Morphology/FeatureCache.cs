namespace KazNlp;

/// <summary>
/// The features of readings as strings, so that a frequent combination of suffixes is spelled out once. Bounded: a newer combination takes an older one's
/// place. Thread-safe without locks, as an entry never changes and references are replaced whole.
/// </summary>
internal sealed class FeatureCache
{
    private const int Slots = 1 << 12;

    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>The features of a reading whose stem brings these whole-word features, from the cache or as made now.</summary>
    /// <param name="reading">The word.</param>
    /// <param name="candidate">The reading.</param>
    /// <param name="stemFeatures">The number of the features that its stem brings.</param>
    public string Of(in Reading reading, in MorphSearch.Candidate candidate, int stemFeatures)
    {
        uint hash = ((uint)stemFeatures * 31) + (uint)candidate.Final;
        ReadOnlySpan<ushort> path = ((ReadOnlySpan<ushort>)candidate.Path)[..candidate.Depth];
        foreach (ushort step in path)
        {
            hash = (((hash << 7) | (hash >> 25)) ^ step) * 0x9E3779B1;
        }

        ref Entry? slot = ref _entries[(hash ^ (hash >> 15)) & (Slots - 1)];
        Entry? known = Volatile.Read(ref slot);
        if (known is not null && known.StemFeatures == stemFeatures && known.Final == candidate.Final && path.SequenceEqual(known.Path))
        {
            return known.Features;
        }

        string features = reading.MakeFeatures(candidate);
        Volatile.Write(ref slot, new Entry(path.ToArray(), candidate.Final, stemFeatures, features));
        return features;
    }

    private sealed record Entry(ushort[] Path, int Final, int StemFeatures, string Features);
}
