namespace KazNlp;

/// <summary>A number or a range that terms say.</summary>
/// <param name="Value">The number, or the lower one.</param>
/// <param name="To">The upper one of a range, or null.</param>
/// <param name="Multiplier">The scale that its last word multiplied by, or one.</param>
/// <param name="IsOrdinal">Whether the last word is an ordinal.</param>
/// <param name="Endings">The endings of the last word.</param>
/// <param name="Next">Index of the term behind it.</param>
internal readonly record struct NumeralTerms(decimal Value, decimal? To, decimal Multiplier, bool IsOrdinal, string Endings, int Next);
