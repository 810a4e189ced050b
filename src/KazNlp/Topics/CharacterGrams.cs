namespace KazNlp;

/// <summary>The character n-grams of a word, of three to five letters, with a mark before its first and behind its last letter: <c>‹мек</c>, <c>екте</c>, <c>тебі›</c>.</summary>
internal static class CharacterGrams
{
    /// <summary>A word has no more of them: its letters are counted up to <see cref="TopicFeatures.MaxWordLength"/>.</summary>
    public const int MaxCount = (Longest - Shortest + 1) * TopicFeatures.MaxWordLength;

    private const int Shortest = 3;
    private const int Longest = 5;
    private const char Start = '‹';
    private const char End = '›';

    /// <summary>Writes the slots of a word's n-grams.</summary>
    /// <param name="word">The word, of at most <see cref="TopicFeatures.MaxWordLength"/> letters.</param>
    /// <param name="slots">Takes at most <see cref="MaxCount"/> slots, from 0 to <see cref="TopicFeatures.GramSlotCount"/>; one that occurs twice stands there twice.</param>
    /// <returns>Their number.</returns>
    public static int Slots(ReadOnlySpan<char> word, Span<int> slots)
    {
        Span<char> marked = stackalloc char[TopicFeatures.MaxWordLength + 2];
        marked = marked[..(word.Length + 2)];
        marked[0] = Start;
        word.CopyTo(marked[1..]);
        marked[^1] = End;
        int count = 0;
        for (int length = Shortest; length <= Longest; length++)
        {
            for (int start = 0; start + length <= marked.Length; start++)
            {
                slots[count++] = (int)(FeatureHash.Of(marked.Slice(start, length)) >> (64 - TopicFeatures.GramSlotBits));
            }
        }

        return count;
    }
}
