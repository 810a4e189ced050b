namespace KazNlp;

/// <summary>One way to read a token: a reading of the search, perhaps under a neighbouring part of speech.</summary>
internal struct TaggerOption
{
    /// <summary>Index of the token's reading, or -1 for a token that is not searched.</summary>
    public int Candidate;

    /// <summary>The part of speech.</summary>
    public PartOfSpeech PartOfSpeech;

    /// <summary>The part of speech of the reading, from which this one may differ: жас as adjective and as noun.</summary>
    public PartOfSpeech Listed;

    /// <summary>The last suffix's number plus one, or 0, with the number of the final behind it.</summary>
    public ushort Ending;

    /// <summary>A hash of the lemma of a frequent stem, or 0.</summary>
    public uint Lemma;

    /// <summary>Whether a derivation or guess stands behind the reading.</summary>
    public byte Origin;

    /// <summary>Logarithmic score of the reading without context, below that of the best, in nats.</summary>
    public float Gap;
}
