using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>A corpus as a sequence of stem numbers, the most frequent stem first, with counts of how many paragraphs hold a stem or a hashed slot.</summary>
internal sealed class StemCorpus
{
    /// <summary>Stands between paragraphs and for stems that are too rare.</summary>
    public const int Gap = -1;

    private StemCorpus(List<int> stems, ulong[] hashes, int[] paragraphsWithStem, int[] paragraphsWithSlot, int paragraphCount)
    {
        Stems = stems;
        Hashes = hashes;
        ParagraphsWithStem = paragraphsWithStem;
        ParagraphsWithSlot = paragraphsWithSlot;
        ParagraphCount = paragraphCount;
    }

    /// <summary>The stems in running order, or <see cref="Gap"/>.</summary>
    public List<int> Stems { get; }

    /// <summary>The hash of each stem.</summary>
    public ulong[] Hashes { get; }

    public int[] ParagraphsWithStem { get; }

    public int[] ParagraphsWithSlot { get; }

    public int ParagraphCount { get; }

    public int StemCount => Hashes.Length;

    public static StemCorpus Read(IEnumerable<string> paragraphs, int maxStems, int minCount)
    {
        var stems = new List<int>(); // numbers in order of first sight, renumbered at the end
        var numbers = new Dictionary<ulong, int>();
        var counts = new List<(int Words, int Paragraphs, int LastParagraph)>();
        int[] withSlot = new int[TopicFeatures.SlotCount];
        int[] lastParagraphOfSlot = new int[TopicFeatures.SlotCount];
        int paragraph = 0;
        foreach (string text in paragraphs)
        {
            paragraph++;
            stems.Add(Gap);
            foreach (Token token in KazakhTokenizer.Default.Tokenize(text))
            {
                if (token.Kind != TokenKind.Word)
                {
                    continue;
                }

                foreach (WordStem stem in new WordStems(token.Of(text)))
                {
                    ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, stem.LongHash, out bool known);
                    if (!known)
                    {
                        number = counts.Count;
                        counts.Add(default);
                    }

                    (int words, int with, int last) = counts[number];
                    counts[number] = (words + 1, last == paragraph ? with : with + 1, paragraph);
                    stems.Add(number);
                    CountSlot(TopicFeatures.SlotOf(stem.LongHash));
                    if (stem.HasShort)
                    {
                        CountSlot(TopicFeatures.SlotOf(stem.ShortHash));
                    }
                }
            }
        }

        return Renumber(stems, numbers, counts, withSlot, paragraph, maxStems, minCount);

        void CountSlot(int slot)
        {
            if (lastParagraphOfSlot[slot] != paragraph)
            {
                lastParagraphOfSlot[slot] = paragraph;
                withSlot[slot]++;
            }
        }
    }

    private static StemCorpus Renumber(List<int> stems, Dictionary<ulong, int> numbers, List<(int Words, int Paragraphs, int LastParagraph)> counts, int[] withSlot, int paragraphCount, int maxStems, int minCount)
    {
        ulong[] hashOf = new ulong[counts.Count];
        foreach ((ulong hash, int number) in numbers)
        {
            hashOf[number] = hash;
        }

        int[] frequent = [.. Enumerable.Range(0, counts.Count).Where(number => counts[number].Words >= minCount).OrderByDescending(number => counts[number].Words).ThenBy(number => hashOf[number]).Take(maxStems)];
        int[] renumbered = new int[counts.Count];
        Array.Fill(renumbered, Gap);
        for (int i = 0; i < frequent.Length; i++)
        {
            renumbered[frequent[i]] = i;
        }

        foreach (ref int stem in CollectionsMarshal.AsSpan(stems))
        {
            stem = stem == Gap ? Gap : renumbered[stem];
        }

        return new StemCorpus(stems, [.. frequent.Select(number => hashOf[number])], [.. frequent.Select(number => counts[number].Paragraphs)], withSlot, paragraphCount);
    }
}
