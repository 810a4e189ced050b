using System.Globalization;

namespace KazNlp;

/// <summary>Reads times of day: <c>сағат 14:30-да</c>, <c>кешкі сағат алтыда</c>, <c>түнгі 2-ден 5-ке дейін</c>.</summary>
internal static class TimeReader
{
    /// <summary>The time, or a length of time, or null.</summary>
    public static EntityValue? Read(List<ValueTerm> terms)
    {
        if (terms.Exists(term => term.Word == ValueWord.Vague))
        {
            return null;
        }

        return ReadPoint(terms) ?? (EntityValue?)DurationReader.Read(terms);
    }

    private static TimeValue? ReadPoint(List<ValueTerm> terms)
    {
        List<TimeOnly> times = [];
        DayPart? part = null;
        DayPart? afterNoonOnly = null;
        bool afterNoon = false;
        bool clock = false;
        for (int i = 0; i < terms.Count;)
        {
            ValueTerm term = terms[i];
            if (term.Word == ValueWord.DayPart)
            {
                part = (DayPart)(int)term.Argument;
                afterNoonOnly = part == DayPart.Noon && term.Endings.Length > 0 && i + 2 == terms.Count && terms[i + 1].Word is ValueWord.After or ValueWord.Until ? part : null;
                afterNoon = part == DayPart.Noon && ValueEndings.AreAblative(term.Endings);
                part = part == DayPart.Noon && term.Endings.Length > 0 ? null : part;
                i++;
            }
            else if (term.IsUnit(TimeUnit.Hour))
            {
                clock = true;
                i++;
            }
            else if (TryReadClock(terms, i, clock || part is not null || afterNoon, out TimeOnly time, out TimeOnly? to, out int next))
            {
                times.Add(Adjust(time, part, afterNoon));
                if (to is { } until)
                {
                    times.Add(Adjust(until, part, afterNoon));
                }

                i = next;
            }
            else if (term.Word is ValueWord.Numeral or ValueWord.Scale or ValueWord.None && term.Text is not ("gmt" or "utc"))
            {
                return null;
            }
            else
            {
                i++;
            }
        }

        if (times.Count == 0 && afterNoonOnly is not null)
        {
            times.Add(new TimeOnly(12, 0));
        }

        return times.Count is 1 or 2 ? ToValue(times, terms) : null;
    }

    private static TimeValue ToValue(List<TimeOnly> times, List<ValueTerm> terms)
    {
        string first = Format(times[0]);
        if (times.Count == 2)
        {
            return new TimeValue { Iso = $"{first}/{Format(times[1])}", Start = times[0], End = times[1] };
        }

        return terms.Exists(term => term.Word == ValueWord.Until) ? new TimeValue { Iso = "../" + first, End = times[0] }
            : terms.Exists(term => term.Word == ValueWord.Since) || (terms[^1].Word == ValueWord.After && (terms.Count == 2 || !terms.Exists(term => term.Word == ValueWord.DayPart && term.Endings.Length > 0))) ? new TimeValue { Iso = first + "/..", Start = times[0] }
            : new TimeValue { Iso = first, Start = times[0], End = times[0] };
    }

    private static string Format(TimeOnly time) => time.ToString(time.Second == 0 ? "'T'HH:mm" : "'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool TryReadClock(List<ValueTerm> terms, int start, bool isClock, out TimeOnly time, out TimeOnly? to, out int next)
    {
        (time, to, next) = (default, null, start + 1);
        ValueTerm term = terms[start];
        if (term is { Word: ValueWord.Numeral, Shape: ValueTermShape.Separated or ValueTermShape.Digits } && term.Text.AsSpan().ContainsAny(":."))
        {
            // 14.30 is a clock time unless a unit counts it: 2.30 сағат.
            bool isCounted = start + 1 < terms.Count && terms[start + 1].Word == ValueWord.Unit;
            return (isClock || !isCounted || term.Text.Contains(':', StringComparison.Ordinal))
                && TimeOnly.TryParseExact(term.Text.Replace('.', ':'), ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
        }

        if (!isClock || !Numerals.TryReadRange(terms, start, out NumeralTerms numeral) || !TryGetTime(numeral.Value, out time))
        {
            return false;
        }

        next = numeral.Next;
        if (numeral.To is { } upper)
        {
            // сағат 14-30 is half past two, 9-18 from nine to six.
            to = TryGetTime(upper, out TimeOnly end) ? end : null;
            if (to is null && upper is > 24 and < 60)
            {
                time = time.AddMinutes((double)upper);
                return true;
            }

            return to is not null;
        }

        // сағат алтыдан он минут өткенде, алтыға он минут қалғанда, 14 сағат 30 минутта
        int at = next < terms.Count && terms[next].IsUnit(TimeUnit.Hour) ? next + 1 : next;
        if (at > next && !terms.Exists(t => t.Word == ValueWord.DayPart))
        {
            return false;
        }

        next = at;
        if (Numerals.TryRead(terms, at, out NumeralTerms minutes) && minutes.Next < terms.Count && terms[minutes.Next].IsUnit(TimeUnit.Minute) && minutes.Value is > 0 and < 60)
        {
            next = minutes.Next + 1;
            bool left = next < terms.Count && (terms[next].Text.StartsWith("қал", StringComparison.Ordinal) || terms[next].Text.StartsWith("бар", StringComparison.Ordinal));
            next += next < terms.Count && terms[next].Word is ValueWord.None or ValueWord.Choice ? 1 : 0;
            time = time.AddMinutes((double)(left ? -minutes.Value : minutes.Value));
        }

        return true;
    }

    private static bool TryGetTime(decimal hours, out TimeOnly time)
    {
        time = default;
        if (hours is < 0 or > 24 || hours * 2 != Math.Truncate(hours * 2))
        {
            return false;
        }

        time = TimeOnly.FromTimeSpan(TimeSpan.FromMinutes((double)(hours % 24 * 60)));
        return true;
    }

    // An hour up to twelve is told apart by the part of the day.
    private static TimeOnly Adjust(TimeOnly time, DayPart? part, bool afterNoon)
    {
        int hour = time.Hour;
        bool isLater = (part, hour) switch
        {
            (DayPart.Evening, >= 3 and < 12) => true,
            (DayPart.Night, >= 8 and < 12) => true,
            (DayPart.Noon or DayPart.Day, >= 1 and < 7) => true,
            (_, >= 1 and < 12) => afterNoon,
            _ => false,
        };
        bool isMidnight = hour == 12 && part is DayPart.Night or DayPart.Evening;
        return isLater ? time.AddHours(12) : isMidnight && hour == 12 ? time.AddHours(-12) : time;
    }
}
