namespace KazNlp;

/// <summary>What topic features know of a word, kept by the hash of the word as it is written: the lemma that it shares with its other forms. Immutable.</summary>
internal sealed class TopicWord : CacheEntry
{
    private const int StemLength = 4;
    private const ulong Seed = 0x6D657473; // any number will do; vectors and models are trained with it

    private TopicWord(ulong surfaceHash, ReadOnlySpan<char> lemma)
    {
        Key = surfaceHash;
        Lemma = lemma.ToString();
        Hash = HashOf(lemma);
        StemHash = FeatureHash.Combine(HashOf(lemma[..Math.Min(lemma.Length, StemLength)]), StemLength);
    }

    /// <summary>The lemma, folded, or the word itself where it has none; its first <see cref="TopicFeatures.MaxWordLength"/> letters.</summary>
    public string Lemma { get; }

    /// <summary>The hash of the lemma.</summary>
    public ulong Hash { get; }

    /// <summary>The hash of the lemma's first letters, which it shares with its kin: <c>мұға</c> for <c>мұғалім</c> and <c>мұғалімдік</c>.</summary>
    public ulong StemHash { get; }

    /// <summary>Analyses a part of a word. What stands after its first <see cref="TopicFeatures.MaxWordLength"/> letters is not looked at.</summary>
    /// <param name="part">The part, as it is written; not empty.</param>
    public static TopicWord Of(ReadOnlySpan<char> part)
    {
        Span<char> folded = stackalloc char[TopicFeatures.MaxWordLength];
        Span<char> lemma = stackalloc char[TopicFeatures.MaxWordLength + 16];
        ReadOnlySpan<char> word = WordFolding.Fold(part, folded);
        if (!KazakhMorphology.Default.TryLemmatize(word, lemma, out int length) || length == 0)
        {
            return new TopicWord(HashOf(part), word);
        }

        return new TopicWord(HashOf(part), WordFolding.Fold(lemma[..length], folded));
    }

    /// <summary>A hash of letters, as they are.</summary>
    public static ulong HashOf(ReadOnlySpan<char> letters)
    {
        ulong hash = Seed;
        while (!letters.IsEmpty)
        {
            ulong four = 0;
            for (int i = 0; i < letters.Length && i < 4; i++)
            {
                four |= (ulong)letters[i] << (16 * i);
            }

            hash = FeatureHash.Combine(hash, four);
            letters = letters[Math.Min(4, letters.Length)..];
        }

        return hash;
    }
}
