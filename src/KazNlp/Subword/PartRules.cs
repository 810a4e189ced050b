using System.Collections.Immutable;
using System.Text;

namespace KazNlp;

/// <summary>How a vocabulary wants text prepared and cut before merging.</summary>
/// <param name="Splits">Regular expressions, each of which cuts the parts of the one before it; with none, the whole text is one part.</param>
/// <param name="Form">The Unicode normalization form that text is brought to first, or null.</param>
/// <param name="AddsSpace">Whether a space is put before text that does not begin with one.</param>
internal sealed record PartRules(ImmutableArray<PartSplit> Splits, NormalizationForm? Form = null, bool AddsSpace = false)
{
    /// <summary>The rules of our own vocabularies.</summary>
    public static PartRules Own { get; } = new([new PartSplit(SubwordBoundaries.Pattern)]);

    /// <summary>Whether <see cref="SubwordBoundaries"/> does what the rules say.</summary>
    public bool IsOwn => Splits is [{ Pattern: SubwordBoundaries.Pattern }];
}

/// <summary>One regular expression that cuts text: its matches are parts.</summary>
/// <param name="Pattern">The expression; a surrogate pair is one character to it.</param>
/// <param name="DropsRest">Whether what lies between the matches has no tokens; otherwise it is a part too.</param>
internal readonly record struct PartSplit(string Pattern, bool DropsRest = false);
