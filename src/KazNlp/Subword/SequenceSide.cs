namespace KazNlp;

/// <summary>One of the two ends of a sequence of ids, named as in Hugging Face's tokenizers.</summary>
public enum SequenceSide
{
    /// <summary>Where the sequence begins.</summary>
    Left,

    /// <summary>Where the sequence ends.</summary>
    Right,
}
