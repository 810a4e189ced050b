namespace KazNlp;

/// <summary>The unit of an amount, as terms name it.</summary>
/// <param name="Symbol">ISO 4217 code, a unit's symbol, or <c>%</c>.</param>
/// <param name="Factor">How many of <paramref name="Symbol"/> one is: 0.01 for <c>тиын</c>.</param>
/// <param name="Next">Index of the term behind it.</param>
/// <param name="Endings">The endings of its last word.</param>
internal readonly record struct AmountUnit(string Symbol, decimal Factor, int Next, string Endings);
