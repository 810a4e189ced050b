using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>A corpus as a sequence of lemma numbers, the most frequent lemma first, with counts of how many paragraphs hold a lemma or a hashed slot.</summary>
internal sealed class LemmaCorpus
{
    /// <summary>Stands between paragraphs and for lemmas that are too rare.</summary>
    public const int Gap = -1;

    private LemmaCorpus(List<int> lemmas, ulong[] hashes, int[] paragraphsWithStem, int[] paragraphsWithSlot, int paragraphCount)
    {
        Lemmas = lemmas;
        Hashes = hashes;
        ParagraphsWithLemma = paragraphsWithStem;
        ParagraphsWithSlot = paragraphsWithSlot;
        ParagraphCount = paragraphCount;
    }

    /// <summary>The lemmas in running order, or <see cref="Gap"/>.</summary>
    public List<int> Lemmas { get; }

    /// <summary>The hash of each lemma.</summary>
    public ulong[] Hashes { get; }

    public int[] ParagraphsWithLemma { get; }

    public int[] ParagraphsWithSlot { get; }

    public int ParagraphCount { get; }

    public int LemmaCount => Hashes.Length;

    public static LemmaCorpus Read(IEnumerable<string> paragraphs, int maxLemmas, int minCount)
    {
        var lemmas = new List<int>(); // numbers in order of first sight, renumbered at the end
        var words = new Dictionary<string, ulong>(StringComparer.Ordinal);
        Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> wordsBySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbers = new Dictionary<ulong, int>();
        var counts = new List<(int Words, int Paragraphs, int LastParagraph)>();
        int[] withSlot = new int[TopicFeatures.SlotCount];
        int[] lastParagraphOfSlot = new int[TopicFeatures.SlotCount];
        int paragraph = 0;
        foreach (string text in paragraphs)
        {
            paragraph++;
            lemmas.Add(Gap);
            foreach (Token token in KazakhTokenizer.Default.Tokenize(text))
            {
                if (token.Kind != TokenKind.Word)
                {
                    continue;
                }

                foreach (ReadOnlySpan<char> part in new WordParts(token.Of(text)))
                {
                    ref ulong hash = ref CollectionsMarshal.GetValueRefOrAddDefault(wordsBySpan, part[..Math.Min(part.Length, TopicFeatures.MaxWordLength)], out bool isAnalysed);
                    if (!isAnalysed)
                    {
                        hash = TopicWord.Of(part).Hash;
                    }

                    ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, hash, out bool isNumbered);
                    if (!isNumbered)
                    {
                        number = counts.Count;
                        counts.Add(default);
                    }

                    (int occurrences, int with, int last) = counts[number];
                    counts[number] = (occurrences + 1, last == paragraph ? with : with + 1, paragraph);
                    lemmas.Add(number);
                    CountSlot(TopicFeatures.SlotOf(hash));
                }
            }
        }

        return Renumber(lemmas, numbers, counts, withSlot, paragraph, maxLemmas, minCount);

        void CountSlot(int slot)
        {
            if (lastParagraphOfSlot[slot] != paragraph)
            {
                lastParagraphOfSlot[slot] = paragraph;
                withSlot[slot]++;
            }
        }
    }

    private static LemmaCorpus Renumber(List<int> lemmas, Dictionary<ulong, int> numbers, List<(int Words, int Paragraphs, int LastParagraph)> counts, int[] withSlot, int paragraphCount, int maxLemmas, int minCount)
    {
        ulong[] hashOf = new ulong[counts.Count];
        foreach ((ulong hash, int number) in numbers)
        {
            hashOf[number] = hash;
        }

        int[] frequent = [.. Enumerable.Range(0, counts.Count).Where(number => counts[number].Words >= minCount).OrderByDescending(number => counts[number].Words).ThenBy(number => hashOf[number]).Take(maxLemmas)];
        int[] renumbered = new int[counts.Count];
        Array.Fill(renumbered, Gap);
        for (int i = 0; i < frequent.Length; i++)
        {
            renumbered[frequent[i]] = i;
        }

        foreach (ref int lemma in CollectionsMarshal.AsSpan(lemmas))
        {
            lemma = lemma == Gap ? Gap : renumbered[lemma];
        }

        return new LemmaCorpus(lemmas, [.. frequent.Select(number => hashOf[number])], [.. frequent.Select(number => counts[number].Paragraphs)], withSlot, paragraphCount);
    }
}
