namespace KazNlp;

/// <summary>A percentage: 38 for <c>38%-ға</c>, 2.5 for <c>2,5 пайыздық тармақ</c>, 0.5 for <c>5 ‰</c>.</summary>
public sealed record PercentageValue : NumericValue
{
    /// <summary>Whether percentage points are meant: <c>пайыздық тармақ</c>.</summary>
    public bool IsPoints { get; init; }

    /// <summary><c>38%</c>; percentage points: <c>2.5%p</c>.</summary>
    public override string ToString() => IsPoints ? NumberText + "%p" : NumberText + "%";
}
