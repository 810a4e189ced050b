namespace KazNlp;

/// <summary>
/// A bounded cache from words to what is known of them: a table of fixed size, two places for each hash, in which a newer word takes the place of the
/// older of the two. Thread-safe without locks, as an entry never changes and references are replaced whole.
/// </summary>
/// <typeparam name="T">What is known of a word; immutable.</typeparam>
/// <param name="bits">The logarithm of the number of words, to base 2.</param>
internal sealed class WordCache<T>(int bits)
{
    /// <summary>Longer words are not worth a place.</summary>
    public const int MaxWord = 40;

    private readonly Entry?[] _entries = new Entry?[1 << bits];

    /// <summary>What is known of a word.</summary>
    internal sealed record Entry(string Word, T Value);

    /// <summary>Where a word may stand.</summary>
    public uint SlotOf(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length;
        foreach (char c in word[..Math.Min(word.Length, MaxWord)])
        {
            hash = ((hash << 5) | (hash >> 27)) ^ c;
            hash *= 0x9E3779B1;
        }

        return (hash >> (32 - bits)) & ~1u;
    }

    /// <summary>The entry of a word, or null.</summary>
    public Entry? Find(ReadOnlySpan<char> word, uint slot)
    {
        Entry? entry = Volatile.Read(ref _entries[slot]);
        if (entry is not null && word.SequenceEqual(entry.Word))
        {
            return entry;
        }

        entry = Volatile.Read(ref _entries[slot + 1]);
        return entry is not null && word.SequenceEqual(entry.Word) ? entry : null;
    }

    /// <summary>Keeps an entry, unless its word is too long.</summary>
    public void Set(Entry entry, uint slot)
    {
        if (entry.Word.Length <= MaxWord)
        {
            Volatile.Write(ref _entries[slot + 1], Volatile.Read(ref _entries[slot]));
            Volatile.Write(ref _entries[slot], entry);
        }
    }
}
