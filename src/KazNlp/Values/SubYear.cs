namespace KazNlp;

/// <summary>Months, and the numbers that ISO 8601-2 (sub-year groupings) puts in their place for seasons, quarters and halves of a year.</summary>
internal static class SubYear
{
    /// <summary>The seasons of the northern hemisphere.</summary>
    public const int Spring = 21, Summer = 22, Autumn = 23, Winter = 24;

    /// <summary>How many months a year has.</summary>
    public const int MonthsOfYear = 12;

    private const int FirstQuarter = 33;
    private const int FirstHalf = 40;
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfHalf = 6;
    private const int FirstMonthOfSpring = 3;

    /// <summary>The number of a quarter.</summary>
    /// <param name="quarter">1 to 4.</param>
    public static int Quarter(int quarter) => FirstQuarter + quarter - 1;

    /// <summary>The number of the quarter in which a month lies.</summary>
    /// <param name="month">1 to 12.</param>
    public static int QuarterOf(int month) => Quarter(((month - 1) / MonthsOfQuarter) + 1);

    /// <summary>The number of a half.</summary>
    /// <param name="half">1 or 2.</param>
    public static int Half(int half) => FirstHalf + half - 1;

    /// <summary>The number of the half in which a month lies.</summary>
    /// <param name="month">1 to 12.</param>
    public static int HalfOf(int month) => Half(((month - 1) / MonthsOfHalf) + 1);

    /// <summary>The month with which a part of the year begins.</summary>
    /// <param name="sub">A month, season, quarter or half.</param>
    public static int FirstMonth(int sub) => sub switch
    {
        <= MonthsOfYear => sub,
        <= Winter => ((sub - Spring) * MonthsOfQuarter) + FirstMonthOfSpring,
        < FirstHalf => ((sub - FirstQuarter) * MonthsOfQuarter) + 1,
        _ => ((sub - FirstHalf) * MonthsOfHalf) + 1,
    };

    /// <summary>The month with which a part of the year ends; over 12 for winter, which ends in the next year.</summary>
    /// <param name="sub">A month, season, quarter or half.</param>
    public static int LastMonth(int sub) => FirstMonth(sub) - 1 + sub switch
    {
        <= MonthsOfYear => 1,
        < FirstHalf => MonthsOfQuarter,
        _ => MonthsOfHalf,
    };
}
