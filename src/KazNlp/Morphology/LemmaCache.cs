namespace KazNlp;

/// <summary>
/// A bounded cache from words to their lemmas: a table of fixed size in which a newer word takes an older one's place. Thread-safe without locks,
/// as an entry never changes and references are replaced whole.
/// </summary>
internal sealed class LemmaCache
{
    private const int Slots = 1 << 15;

    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>What is known of a word.</summary>
    internal sealed record Entry(string Word, string Lemma, PartOfSpeech PartOfSpeech);

    public static uint HashOf(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length;
        foreach (char c in word)
        {
            hash = ((hash << 5) | (hash >> 27)) ^ c;
            hash *= 0x9E3779B1;
        }

        return hash >> 17;
    }

    public Entry? Find(ReadOnlySpan<char> word, uint slot)
    {
        Entry? entry = Volatile.Read(ref _entries[slot]);
        return entry is not null && word.SequenceEqual(entry.Word) ? entry : null;
    }

    public void Set(Entry entry, uint slot) => Volatile.Write(ref _entries[slot], entry);
}
