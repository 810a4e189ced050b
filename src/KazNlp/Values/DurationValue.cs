namespace KazNlp;

/// <summary>A length of time, an age, or how often something happens: <c>алдағы бес жылда</c>, <c>29 жастағы</c>, <c>екі сағат</c>, <c>жыл сайын</c>.</summary>
public sealed record DurationValue : EntityValue
{
    /// <summary>The length by ISO 8601: <c>P5Y</c>, <c>P2Y6M</c>, <c>PT15M</c>; the shorter one of a range. What recurs is a repeating interval: <c>R/P1Y</c> for <c>жыл сайын</c>.</summary>
    public required string Iso { get; init; }

    /// <summary>The longer one of a range, <c>P7Y</c> in <c>6–7 жыл</c>; null when one length is named.</summary>
    public string? To { get; init; }

    /// <summary>Whether the text says more or less than the length, or about it.</summary>
    public ValueQualifier Qualifier { get; init; }

    /// <summary>The qualifier's sign, the length, and the end of a range behind two points: <c>&gt;P5Y</c>, <c>P6Y..P7Y</c>.</summary>
    public override string ToString() => To is null ? Qualifier.Sign() + Iso : $"{Qualifier.Sign()}{Iso}..{To}";
}
