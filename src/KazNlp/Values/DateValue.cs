namespace KazNlp;

/// <summary>A day, month, year or other stretch of the calendar, as exact as the text is: <c>2024 жылғы 5 наурызда</c>, <c>22 тамыз</c>, <c>биыл</c>, <c>90-жылдары</c>.</summary>
public sealed record DateValue : EntityValue
{
    /// <summary>
    /// The date by ISO 8601: <c>2024-03-05</c>, <c>2024-03</c>, <c>2024</c>, a week <c>2025-W33</c>, an interval <c>2019/2024</c>.
    /// What ISO 8601 cannot say is said by ISO 8601-2 (EDTF): unknown digits are <c>X</c> (<c>XXXX-08-22</c> without a year, <c>199X</c> for the nineties,
    /// <c>20XX</c> for a century), open intervals have two points (<c>../2022</c> until, <c>2015/..</c> since), <c>2024-21</c> to <c>2024-24</c> are spring to winter,
    /// <c>2024-33</c> to <c>2024-36</c> quarters, <c>2024-40</c> and <c>2024-41</c> halves, years before our era are <c>-0208</c>, <c>~</c> behind means about.
    /// A weekday without a reference date is <c>XXXX-WXX-1</c>.
    /// </summary>
    public required string Iso { get; init; }

    /// <summary>The first day; null when it is open or not known.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, included; null when it is open or not known.</summary>
    public DateOnly? End { get; init; }

    /// <summary><see cref="Iso"/>.</summary>
    public override string ToString() => Iso;
}
