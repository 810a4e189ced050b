namespace KazNlp;

/// <summary>
/// A fast 64-bit hash for feature names. Its values are part of the models' formats: changing it makes every trained pack useless.
/// Not for identity: two features may share a value, and a model lives with that.
/// </summary>
internal static class FeatureHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    /// <summary>The hash of a string's code units.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Seed ^ ((ulong)text.Length * Multiplier);
        foreach (char c in text)
        {
            hash = Combine(hash, c);
        }

        return hash;
    }

    /// <summary>The hash of a pair, in this order.</summary>
    public static ulong Combine(ulong hash, ulong value)
    {
        ulong high = Math.BigMul(hash ^ Seed, value ^ Multiplier, out ulong low);
        return high ^ low ^ (hash * Multiplier);
    }
}
