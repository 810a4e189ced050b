using System.Globalization;

namespace KazNlp;

/// <summary>A date of which only a part may be known.</summary>
internal record struct PartialDate
{
    // A day this far from the reference date is meant in the year beside it: 31 желтоқсан in January.
    private const int FarDays = 300;

    /// <summary>The year, in astronomical counting (0 is 1 BC); the number of the century or millennium, negative before our era, when the precision says so.</summary>
    public int? Year { get; set; }

    /// <summary>What <see cref="Year"/> counts.</summary>
    public YearPrecision Precision { get; set; }

    /// <summary>The month, season, quarter or half by its number; see <see cref="SubYear"/>.</summary>
    public int? Sub { get; set; }

    /// <summary>The day of the month.</summary>
    public int? Day { get; set; }

    /// <summary>The week by ISO 8601; <see cref="Year"/> is then the week's.</summary>
    public int? Week { get; set; }

    /// <summary>The day of the week, 1 for Monday.</summary>
    public int? Weekday { get; set; }

    /// <summary>Whether nothing is known.</summary>
    public readonly bool IsEmpty => Year is null && Sub is null && Day is null && Week is null && Weekday is null;

    /// <summary>Whether a day of the week is said, and neither day nor month.</summary>
    public readonly bool IsWeekdayAlone => Weekday is not null && Sub is null && Day is null;

    /// <summary>A day.</summary>
    public static PartialDate Of(DateOnly day) => new() { Year = day.Year, Sub = day.Month, Day = day.Day };

    /// <summary>The week of a day.</summary>
    public static PartialDate WeekOf(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return new() { Year = ISOWeek.GetYear(time), Week = ISOWeek.GetWeekOfYear(time) };
    }

    /// <summary>Whether the calendar has such a date, and ISO 8601 digits for it.</summary>
    public readonly bool IsValid()
    {
        int greatest = Precision switch
        {
            YearPrecision.Century => 100,
            YearPrecision.Millennium => 10,
            _ => 9999,
        };
        return (Year is not { } year || (year > -9999 && Math.Abs(year) <= greatest)) && (Day is not { } day || IsDay(day));
    }

    private readonly bool IsDay(int day)
    {
        const int LeapYear = 2024;
        int year = Year is > 0 and { } known ? known : LeapYear;
        return Precision == YearPrecision.Year && day is >= 1 and <= 31 && (Sub is not { } month || (month is >= 1 and <= SubYear.MonthsOfYear && day <= DateTime.DaysInMonth(year, month)));
    }

    /// <summary>Fills in the year, and the month of a lone day, that the reference date tells.</summary>
    public readonly PartialDate Complete(DateOnly? reference)
    {
        if (reference is not { } today || Year is not null || IsEmpty)
        {
            return this;
        }

        if (Weekday is { } weekday && IsWeekdayAlone)
        {
            int offset = weekday - IsoWeekday(today);
            offset += offset > 3 ? -7 : offset < -3 ? 7 : 0;
            return today.DayNumber + offset < 0 || today.DayNumber + offset > DateOnly.MaxValue.DayNumber ? this : Of(today.AddDays(offset));
        }

        PartialDate complete = this with { Year = today.Year, Sub = Sub ?? today.Month };
        if (Sub is >= 1 and <= 12)
        {
            int month = Sub.Value;
            int distance = ((month - today.Month) * 30) + (Day ?? 15) - today.Day;
            complete.Year += distance > FarDays && today.Year > 1 ? -1 : distance < -FarDays && today.Year < 9999 ? 1 : 0;
        }

        return complete;
    }

    /// <summary>The day of the week, 1 for Monday.</summary>
    public static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The date by ISO 8601 or 8601-2.</summary>
    public readonly string ToIso()
    {
        string year = (Year, Precision) switch
        {
            (null, _) => "XXXX",
            ({ } y, YearPrecision.Year) => y < 0 ? string.Create(CultureInfo.InvariantCulture, $"-{-y:0000}") : string.Create(CultureInfo.InvariantCulture, $"{y:0000}"),
            ({ } y, YearPrecision.Decade) => string.Create(CultureInfo.InvariantCulture, $"{y / 10:000}X"),
            ({ } y, YearPrecision.Century) => string.Create(CultureInfo.InvariantCulture, $"{(y < 0 ? "-" : "")}{Math.Abs(y) - 1:00}XX"),
            ({ } y, _) => string.Create(CultureInfo.InvariantCulture, $"{(y < 0 ? "-" : "")}{Math.Abs(y) - 1:0}XXX"),
        };
        if (Week is not null || IsWeekdayAlone)
        {
            string week = Week is { } w ? w.ToString("00", CultureInfo.InvariantCulture) : "XX";
            return Weekday is { } d ? string.Create(CultureInfo.InvariantCulture, $"{year}-W{week}-{d}") : $"{year}-W{week}";
        }

        string sub = Sub is { } s ? s.ToString("00", CultureInfo.InvariantCulture) : "XX";
        return Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{year}-{sub}-{day:00}") : Sub is null ? year : $"{year}-{sub}";
    }

    /// <summary>The first and last day, when they are known.</summary>
    public readonly (DateOnly? First, DateOnly? Last) Bounds()
    {
        if (Year is not { } year || year < 1 || !IsValid())
        {
            return default;
        }

        if (Precision != YearPrecision.Year)
        {
            int span = Precision switch
            {
                YearPrecision.Decade => 10,
                YearPrecision.Century => 100,
                _ => 1000,
            };
            int first = Precision == YearPrecision.Decade ? year : (year - 1) * span;
            return first + span > 9999 ? (null, null) : (new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + span - 1, 12, 31));
        }

        if (Week is { } week)
        {
            DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            return Weekday is { } weekday ? (monday.AddDays(weekday - 1), monday.AddDays(weekday - 1)) : (monday, monday.AddDays(6));
        }

        // No default in place of the nulls: the other arms make it the first day of the calendar.
        return (Sub, Day) switch
        {
            ({ } month, { } day) => (new DateOnly(year, month, day), new DateOnly(year, month, day)),
            (null, null) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            ({ } sub, null) when SubYear.LastMonth(sub) is <= SubYear.MonthsOfYear and int last => (new DateOnly(year, SubYear.FirstMonth(sub), 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last))),
            _ => (null, null),
        };
    }
}
