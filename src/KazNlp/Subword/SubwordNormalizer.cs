using System.Text;
using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>What the file of a foreign vocabulary wants done to text before it is cut, between added tokens. Immutable and thread-safe.</summary>
/// <remarks>The runtime normalises, where it has ICU. In invariant mode form C is that of <see cref="CanonicalCompositions"/>: Latin, Greek and Cyrillic letters; the other forms are not to be had.</remarks>
internal sealed class SubwordNormalizer(PartCutter cutter, PartRules rules) : Normalizer
{
    // In invariant mode the runtime returns every text as it is.
    private static readonly bool RuntimeNormalizes = "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>Whether text can be brought to a form here.</summary>
    public static bool CanNormalizeTo(NormalizationForm form) => RuntimeNormalizes || form == NormalizationForm.FormC;

    public override string Normalize(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        string normalized = Normalize(original.AsSpan());
        return normalized == original ? original : normalized;
    }

    public override string Normalize(ReadOnlySpan<char> original)
    {
        var text = new StringBuilder(original.Length + 1);
        var position = default(PartCutter.Position);
        while (cutter.TryNextSegment(original, ref position))
        {
            ReadOnlySpan<char> segment = original[position.SegmentStart..position.SegmentEnd];
            if (position.AddedId >= 0)
            {
                text.Append(segment);
                continue;
            }

            string normalized = rules.Form is not { } form ? segment.ToString() : RuntimeNormalizes ? WellFormed(segment).Normalize(form) : CanonicalCompositions.Compose(WellFormed(segment));
            text.Append(rules.AddsSpace && normalized is not [' ', ..] ? " " : string.Empty).Append(normalized);
        }

        return text.ToString();
    }

    // Normalising refuses lone surrogates.
    private static string WellFormed(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text.ToString();
        }

        var runes = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (Rune rune in text.EnumerateRunes())
        {
            runes.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return runes.ToString();
    }
}
