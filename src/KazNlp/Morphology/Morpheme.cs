namespace KazNlp;

/// <summary>A stem or a suffix of an analysed word.</summary>
/// <param name="Start">Offset of its first code unit in the word, in UTF-16 code units.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Id">The suffix's name in the inventory (<c>GEN</c>, <c>P3</c>, <c>PTP.PAST</c>), or <c>STEM</c>.</param>
/// <param name="Gloss">What it means, in English.</param>
public readonly record struct Morpheme(int Start, int Length, string Id, string Gloss);
