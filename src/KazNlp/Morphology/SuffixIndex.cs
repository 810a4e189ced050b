namespace KazNlp;

/// <summary>
/// The suffixes from their right end: for each state, the surfaces that lead into it, by their last letter. Surfaces that are spelled alike stand in one group,
/// so that a word is compared with each spelling once. Built once from the rules.
/// </summary>
internal sealed class SuffixIndex
{
    private const int Letters = 64;
    private const int PackedLetters = 4;

    private readonly ushort[] _order;
    private readonly Group[] _groups;
    private readonly int[] _starts;
    private readonly Group[] _endGroups;
    private readonly int[] _endStarts;

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
                bool isDerivation = rules.Morphemes[arc.Morpheme].IsDerivation;
                var entry = new Entry(allomorph.Surface, (ushort)arcIndex, alternates ? StemForms.Plain : StemForms.Plain | StemForms.BeforeVowel | StemForms.Converb, allomorph, after)
                {
                    From = arc.From,
                    To = arc.To,
                    Cost = arc.Cost,
                    IsDerivation = isDerivation,
                    LastClass = allomorph.LastClass,
                    OwnHarmony = allomorph.OwnHarmony,
                    Harmony = allomorph.Harmony,
                    StemForm = allomorph.StemForm,
                };
                entries.Add(entry);
                if (alternates)
                {
                    entries.Add(entry with { Surface = allomorph.BeforeVowel, Forms = StemForms.BeforeVowel | StemForms.Converb });
                }
            }
        }

        Entries = [.. entries];
        var order = new List<ushort>(8 * Entries.Length);
        var into = new List<ushort>?[rules.States.Length * Letters];
        var atEnd = new List<ushort>?[Letters * Letters];
        for (int i = 0; i < Entries.Length; i++)
        {
            ref readonly Entry entry = ref Entries[i];
            string surface = entry.Surface;
            int last = LetterOf(surface[^1]) * Letters;
            (into[(entry.To * Letters) + LetterOf(surface[^1])] ??= []).Add((ushort)i);
            if (rules.FinalsOf[entry.To].Length == 0 || (entry.Forms & StemForms.Plain) == 0)
            {
                continue;
            }

            // One letter alone stands behind every second one.
            int first = surface.Length > 1 ? LetterOf(surface[^2]) : 0;
            int count = surface.Length > 1 ? 1 : Letters;
            for (int second = first; second < first + count; second++)
            {
                (atEnd[last + second] ??= []).Add((ushort)i);
            }
        }

        (_starts, _groups) = GroupBySpelling(into, order);
        (_endStarts, _endGroups) = GroupBySpelling(atEnd, order);
        _order = [.. order];
    }

    public Entry[] Entries { get; }

    /// <summary>The spellings that lead into a state and end in this letter (or in one that shares its bucket).</summary>
    public ReadOnlySpan<Group> Into(int state, char last)
    {
        int bucket = (state * Letters) + LetterOf(last);
        return _groups.AsSpan(_starts[bucket].._starts[bucket + 1]);
    }

    /// <summary>The spellings with which a word may end, by the last two letters; those of one letter stand under every second letter.</summary>
    public ReadOnlySpan<Group> AtEnd(char last, char second)
    {
        int bucket = (LetterOf(last) * Letters) + LetterOf(second);
        return _endGroups.AsSpan(_endStarts[bucket].._endStarts[bucket + 1]);
    }

    /// <summary>The indices of the entries of a group.</summary>
    public ReadOnlySpan<ushort> EntriesOf(in Group group) => _order.AsSpan(group.First, group.Count);

    /// <summary>The last four letters of a text, the last one lowest.</summary>
    public static ulong Pack(ReadOnlySpan<char> text)
    {
        ulong packed = 0;
        for (int i = Math.Max(0, text.Length - PackedLetters); i < text.Length; i++)
        {
            packed |= (ulong)text[i] << (16 * (text.Length - 1 - i));
        }

        return packed;
    }

    // All Kazakh letters lie in two stretches of the Cyrillic block; everything else shares bucket 0.
    private static int LetterOf(char c) => c is >= 'а' and <= 'я' ? c - 'а' + 1 : c is >= '\u0450' and < '\u04FF' ? 33 + (c % 31) : 0;

    // Within a bucket the spellings come in the order of their first entries, and so do the entries of a spelling.
    private (int[] Starts, Group[] Groups) GroupBySpelling(List<ushort>?[] buckets, List<ushort> order)
    {
        int[] starts = new int[buckets.Length + 1];
        var groups = new List<Group>();
        for (int bucket = 0; bucket < buckets.Length; bucket++)
        {
            starts[bucket] = groups.Count;
            if (buckets[bucket] is not { } entries)
            {
                continue;
            }

            for (int i = 0; i < entries.Count; i++)
            {
                string surface = Entries[entries[i]].Surface;
                if (IsIn(entries, i, surface))
                {
                    continue;
                }

                int first = order.Count;
                for (int k = i; k < entries.Count; k++)
                {
                    if (Entries[entries[k]].Surface == surface)
                    {
                        order.Add(entries[k]);
                    }
                }

                int letters = Math.Min(surface.Length, PackedLetters);
                groups.Add(new Group(Pack(surface), ulong.MaxValue >> (64 - (16 * letters)), (byte)surface.Length, first, (ushort)(order.Count - first)));
            }
        }

        starts[buckets.Length] = groups.Count;
        return (starts, [.. groups]);

        bool IsIn(List<ushort> entries, int count, string surface)
        {
            for (int i = 0; i < count; i++)
            {
                if (Entries[entries[i]].Surface == surface)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Entries that are spelled alike.</summary>
    /// <param name="Packed">The last four letters of the spelling, or all of them; see <see cref="Pack"/>.</param>
    /// <param name="Mask">Which bits of <paramref name="Packed"/> count.</param>
    /// <param name="Length">Number of letters.</param>
    /// <param name="First">Where the entries start in the order.</param>
    /// <param name="Count">How many there are.</param>
    internal readonly record struct Group(ulong Packed, ulong Mask, byte Length, int First, ushort Count)
    {
        /// <summary>Whether the last four letters fit; a longer spelling must be compared in full.</summary>
        public bool MayEnd(ulong packed) => (packed & Mask) == Packed;

        public bool IsLong => Length > PackedLetters;
    }

    /// <summary>A surface of a suffix on one arc.</summary>
    /// <param name="Surface">Its letters.</param>
    /// <param name="Arc">The arc.</param>
    /// <param name="Forms">What may follow it: nothing or a consonant, or a vowel.</param>
    /// <param name="Allomorph">The allomorph.</param>
    /// <param name="After">The classes of last sounds before it.</param>
    /// <remarks>The search touches entries by the hundred for each word, so what it asks of arc and allomorph stands here too.</remarks>
    internal readonly record struct Entry(string Surface, ushort Arc, StemForms Forms, MorphologyRules.Allomorph Allomorph, SoundClass After)
    {
        public SoundClass LastClass { get; init; }

        public short Cost { get; init; }

        public byte From { get; init; }

        public byte To { get; init; }

        public StemForms StemForm { get; init; }

        public Harmony OwnHarmony { get; init; }

        public Harmony Harmony { get; init; }

        public bool IsDerivation { get; init; }
    }
}
