namespace KazNlp;

/// <summary>The number that a CARDINAL or ORDINAL says: <c>жиырма бес</c>, <c>1 200 000</c>, <c>төрттен бір</c>, <c>29-шы</c>, <c>XXI</c>.</summary>
public sealed record NumberValue : NumericValue
{
    /// <summary>Whether it tells a place in an order: <c>бірінші</c>, <c>29-шы</c>.</summary>
    public bool IsOrdinal { get; init; }

    /// <summary><c>25</c>, <c>&gt;300</c>, <c>6..7</c>; an ordinal with a stop behind it: <c>29.</c>.</summary>
    public override string ToString() => IsOrdinal ? NumberText + "." : NumberText;
}
