namespace KazNlp;

/// <summary>A unit of time.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,

    /// <summary>Ten days.</summary>
    TenDays,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}
