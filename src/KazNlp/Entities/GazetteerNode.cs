namespace KazNlp;

/// <summary>Where a walk over words has come to in a <see cref="Gazetteer"/>: these words start one of its names, are a whole name, or both. The default value is the start.</summary>
internal readonly record struct GazetteerNode
{
    internal GazetteerNode(ulong hash, int key, GazetteerKinds kinds, bool hasLonger)
    {
        Hash = hash;
        Key = key;
        Kinds = kinds;
        HasLonger = hasLonger;
    }

    /// <summary>Hash of the folded words read so far.</summary>
    internal ulong Hash { get; }

    /// <summary>Number of the key in the gazetteer.</summary>
    internal int Key { get; }

    /// <summary>What the words name when they are a whole name; empty when they only start one.</summary>
    public GazetteerKinds Kinds { get; }

    /// <summary>Whether the words are a whole name.</summary>
    public bool IsName => !Kinds.IsEmpty;

    /// <summary>Whether a longer name starts with these words.</summary>
    public bool HasLonger { get; }
}
