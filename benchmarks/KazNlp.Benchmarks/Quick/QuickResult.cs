namespace KazNlp.Benchmarks.Quick;

/// <summary>One row of the quick comparison.</summary>
/// <param name="Group">The table that it stands in.</param>
/// <param name="Name">The contender.</param>
/// <param name="MegabytesPerSecond">Median speed, in 10⁶ bytes of the corpus's UTF-8 form a second, whatever encoding was read.</param>
/// <param name="RatioToReference">Median over the rounds of the reference's time divided by this contender's in the same round.</param>
/// <param name="Spread">Half the distance between the quartiles of the time, as a share of its median.</param>
/// <param name="AllocatedBytes">Bytes that one run allocates.</param>
/// <param name="Count">What the run counted: tokens, sentences or units.</param>
/// <param name="IsReference">Whether the ratios are taken against this row.</param>
public sealed record QuickResult(
    string Group, string Name, double MegabytesPerSecond, double RatioToReference, double Spread, long AllocatedBytes, long Count, bool IsReference);
