namespace KazNlp;

/// <summary>
/// The suffixes from their right end: for each state, the surfaces that lead into it, by their last letter. Built once from the rules.
/// </summary>
internal sealed class SuffixIndex
{
    private const int Letters = 64;

    // All Kazakh letters lie in two stretches of the Cyrillic block; everything else shares bucket 0.
    private readonly int[] _starts;
    private readonly ushort[] _order;
    private readonly int[] _endStarts;
    private readonly ushort[] _endOrder;

    public SuffixIndex(MorphologyRules rules)
    {
        var entries = new List<Entry>();
        for (int arcIndex = 0; arcIndex < rules.Arcs.Length; arcIndex++)
        {
            MorphologyRules.Arc arc = rules.Arcs[arcIndex];
            foreach (MorphologyRules.Allomorph allomorph in rules.Morphemes[arc.Morpheme].Allomorphs)
            {
                SoundClass after = allomorph.After & arc.After;
                if (after == SoundClass.None)
                {
                    continue;
                }

                bool alternates = allomorph.BeforeVowel != allomorph.Surface;
                entries.Add(new Entry(allomorph.Surface, (ushort)arcIndex, alternates ? StemForms.Plain : StemForms.Plain | StemForms.BeforeVowel | StemForms.Converb, allomorph, after));
                if (alternates)
                {
                    entries.Add(new Entry(allomorph.BeforeVowel, (ushort)arcIndex, StemForms.BeforeVowel | StemForms.Converb, allomorph, after));
                }
            }
        }

        Entries = [.. entries];
        int states = rules.States.Length;
        (_starts, _order) = Bucket(states * Letters, i => (rules.Arcs[Entries[i].Arc].To * Letters) + LetterOf(Entries[i].Surface[^1]), _ => true);
        (_endStarts, _endOrder) = BucketEnds(rules);
    }

    public Entry[] Entries { get; }

    /// <summary>The surfaces that lead into a state and end in this letter (or in one that shares its bucket).</summary>
    public ReadOnlySpan<ushort> Into(int state, char last)
    {
        int bucket = (state * Letters) + LetterOf(last);
        return _order.AsSpan(_starts[bucket].._starts[bucket + 1]);
    }

    /// <summary>The surfaces with which a word may end, by the last two letters; those of one letter stand under every second letter.</summary>
    public ReadOnlySpan<ushort> AtEnd(char last, char second)
    {
        int bucket = (LetterOf(last) * Letters) + LetterOf(second);
        return _endOrder.AsSpan(_endStarts[bucket].._endStarts[bucket + 1]);
    }

    private static int LetterOf(char c) => c is >= 'а' and <= 'я' ? c - 'а' + 1 : c is >= '\u0450' and < '\u04FF' ? 33 + (c % 31) : 0;

    private (int[] Starts, ushort[] Order) BucketEnds(MorphologyRules rules)
    {
        var buckets = new List<ushort>[Letters * Letters];
        for (int i = 0; i < Entries.Length; i++)
        {
            string surface = Entries[i].Surface;
            if (rules.FinalsOf[rules.Arcs[Entries[i].Arc].To].Length == 0 || (Entries[i].Forms & StemForms.Plain) == 0)
            {
                continue;
            }

            int last = LetterOf(surface[^1]) * Letters;
            for (int second = 0; second < Letters; second++)
            {
                if (surface.Length == 1 || LetterOf(surface[^2]) == second)
                {
                    (buckets[last + second] ??= []).Add((ushort)i);
                }
            }
        }

        int[] starts = new int[buckets.Length + 1];
        for (int i = 0; i < buckets.Length; i++)
        {
            starts[i + 1] = starts[i] + (buckets[i]?.Count ?? 0);
        }

        return (starts, [.. buckets.SelectMany(b => b ?? [])]);
    }

    private (int[] Starts, ushort[] Order) Bucket(int buckets, Func<int, int> bucketOf, Func<int, bool> include)
    {
        int[] starts = new int[buckets + 1];
        int[] chosen = [.. Enumerable.Range(0, Entries.Length).Where(include).OrderBy(bucketOf)];
        foreach (int entry in chosen)
        {
            starts[bucketOf(entry) + 1]++;
        }

        for (int i = 0; i < buckets; i++)
        {
            starts[i + 1] += starts[i];
        }

        return (starts, [.. chosen.Select(entry => (ushort)entry)]);
    }

    /// <summary>A surface of a suffix on one arc.</summary>
    /// <param name="Surface">Its letters.</param>
    /// <param name="Arc">The arc.</param>
    /// <param name="Forms">What may follow it: nothing or a consonant, or a vowel.</param>
    /// <param name="Allomorph">The allomorph.</param>
    /// <param name="After">The classes of last sounds before it.</param>
    internal readonly record struct Entry(string Surface, ushort Arc, StemForms Forms, MorphologyRules.Allomorph Allomorph, SoundClass After);
}
