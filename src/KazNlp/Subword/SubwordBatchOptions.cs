namespace KazNlp;

/// <summary>How <see cref="KazakhSubwordTokenizer.EncodeBatch"/> and <see cref="KazakhSubwordTokenizer.EncodePadded"/> make rows of one length. Immutable.</summary>
public sealed record SubwordBatchOptions
{
    /// <summary>The most ids of a row, those of <see cref="BeginningToken"/> and <see cref="EndToken"/> included; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Where ids are left out when a text has too many.</summary>
    public SequenceSide TruncationSide { get; init; } = SequenceSide.Right;

    /// <summary>Where padding stands. Models that generate text want <see cref="SequenceSide.Left"/>.</summary>
    public SequenceSide PaddingSide { get; init; } = SequenceSide.Right;

    /// <summary>The special token that fills rows up.</summary>
    public string PaddingToken { get; init; } = "<|padding|>";

    /// <summary>The special token before each text, never truncated; null for none.</summary>
    public string? BeginningToken { get; init; }

    /// <summary>The special token after each text, never truncated; null for none.</summary>
    public string? EndToken { get; init; }

    /// <summary>Whether rows have <see cref="MaxLength"/> ids even where the longest text needs fewer.</summary>
    public bool PadToMaxLength { get; init; }

    /// <summary>The length of rows is a multiple of this, as some hardware likes it.</summary>
    public int PadToMultipleOf { get; init; } = 1;
}
