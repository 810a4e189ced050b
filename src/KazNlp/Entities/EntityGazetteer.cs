namespace KazNlp;

/// <summary>
/// A list of names of one's own, from ten to some millions, that a pipeline finds in every inflected form: <c>PipelineOptions.Gazetteers</c>.
/// Immutable and thread-safe: make one and share it.
/// </summary>
/// <remarks>
/// <para><b>What matches.</b> Names of one word or many, from token to token. The last word may carry any inflection of nouns that its sound and
/// vowel harmony allow, behind a hyphen or an apostrophe too: <c>Айбек</c> is found in <c>Айбегіміздің</c>, <c>Boeing</c> in <c>Boeing-тің</c>. Derived words are
/// other words: <c>қазақстандық</c> is not <c>Қазақстан</c>. Hyphens, quotes and full stops inside a name may be there or not; other marks must be
/// the same (<c>C++</c> is not <c>C</c>). Look-alike letters of Latin and Cyrillic are one. An ending that is more likely part of another name
/// is left alone: <c>Канада</c> is not <c>Кана</c> in the locative.</para>
/// <para><b>Capitals.</b> Case makes no difference (<c>ТОҚАЕВ</c>, <c>тоқаев</c>), with one exception: a name that is made of ordinary Kazakh words alone
/// (<c>Арман</c>, <c>Ақ жол</c>), or is shorter than three characters, is found only where each of its capitals is a capital in the text. So <c>арман</c> stays a dream.
/// A name that is given in small letters is found in any case.</para>
/// <para><b>Which one.</b> From the left, the longest match of all gazetteers and rules of the pipeline; of equally long ones that of the earlier gazetteer, and in a
/// gazetteer that of the earlier entry; gazetteers before rules. The model's entities that overlap it are left out.</para>
/// <para><b>Size.</b> About 130 bytes a name in memory (of 17 characters, with an identifier of 8); the time to look names up does not grow with their number.</para>
/// </remarks>
public sealed class EntityGazetteer
{
    private EntityGazetteer(Gazetteer names, bool hasMarks)
    {
        Names = names;
        HasMarks = hasMarks;
    }

    /// <summary>Number of entries.</summary>
    public int Count => Names.Count;

    /// <summary>The names.</summary>
    internal Gazetteer Names { get; }

    /// <summary>Whether some name holds a mark that is part of it, as <c>C++</c> does.</summary>
    internal bool HasMarks { get; }

    /// <summary>Makes a gazetteer.</summary>
    /// <param name="entries">The names; read once, one by one, so a long list may come straight from a file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An entry is null or has no class; a name or alias holds no letter or digit, or more than 65,535 characters; there are more than 256 classes.
    /// The message has the number of the entry, from 1.
    /// </exception>
    public static EntityGazetteer Create(IEnumerable<GazetteerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var builder = new GazetteerBuilder(shareText: false);
        bool hasMarks = false;
        int number = 0;
        foreach (GazetteerEntry entry in entries)
        {
            number++;
            try
            {
                Add(builder, entry);
            }
            catch (ArgumentException fault)
            {
                throw new ArgumentException($"Entry {number}: {fault.Message}", nameof(entries), fault);
            }

            hasMarks |= NameMarks.Has(entry.Name);
            foreach (string alias in entry.Aliases.IsDefault ? [] : entry.Aliases)
            {
                hasMarks |= NameMarks.Has(alias);
            }
        }

        return new EntityGazetteer(builder.Build(), hasMarks);
    }

    private static void Add(GazetteerBuilder builder, GazetteerEntry? entry)
    {
        if (entry?.Name is null)
        {
            throw new ArgumentException("there is no name.");
        }

        if (entry.Type == default)
        {
            throw new ArgumentException($"'{entry.Name}' has no class.");
        }

        builder.Add(entry.Name, entry.Aliases.IsDefault ? [] : entry.Aliases, entry.Type, GazetteerKind.Other, code: entry.Id);
    }
}
