namespace KazNlp;

/// <summary>The sections of a gazetteer; see <see cref="GazetteerLayout"/>.</summary>
internal readonly struct GazetteerTables
{
    /// <summary>The labels of the classes, UTF-8, one a line.</summary>
    public required ReadOnlyMemory<byte> Types { get; init; }

    /// <summary>A <see cref="GazetteerLayout.EntryRecord"/> for each thing.</summary>
    public required ReadOnlyMemory<byte> Entries { get; init; }

    /// <summary>A <see cref="GazetteerLayout.NameRecord"/> for each name of a thing.</summary>
    public required ReadOnlyMemory<byte> Names { get; init; }

    /// <summary>A <see cref="GazetteerLayout.KeyRecord"/> for each word sequence that is or starts a name.</summary>
    public required ReadOnlyMemory<byte> Keys { get; init; }

    /// <summary>The table of <see cref="GazetteerLayout.SlotRecord"/>.</summary>
    public required ReadOnlyMemory<byte> Slots { get; init; }

    /// <summary>The names, UTF-16.</summary>
    public required ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>The table of countries; may be empty.</summary>
    public required ReadOnlyMemory<byte> Countries { get; init; }
}
