namespace KazNlp;

/// <summary>A time of day: <c>сағат 14:30-да</c>, <c>кешкі сағат алтыда</c>.</summary>
public sealed record TimeValue : EntityValue
{
    /// <summary>The local time by ISO 8601: <c>T14:30</c>, an interval <c>T09:00/T18:00</c>; open intervals by ISO 8601-2: <c>../T20:00</c>, <c>T20:00/..</c>.</summary>
    public required string Iso { get; init; }

    /// <summary>The time, or the first of an interval; null when it is open.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>The time, or the last of an interval; null when it is open.</summary>
    public TimeOnly? End { get; init; }

    /// <summary><see cref="Iso"/>.</summary>
    public override string ToString() => Iso;
}
