using System.Globalization;

namespace KazNlp;

/// <content>The parts that a date is said with.</content>
internal sealed partial class DateReader
{
    // Years of two digits belong to this century up to here: 22-нші жылы, but 37-жылы.
    private const int LastShortYear = 35;

    /// <summary>Reads on to the end of the phrase or a word that joins two dates.</summary>
    /// <param name="date">What is said.</param>
    /// <param name="upper">The other end when one part is a range of numbers: <c>5-7 мамыр</c>.</param>
    private bool TryReadPart(out PartialDate date, out PartialDate? upper)
    {
        date = default;
        upper = null;
        int? upperNumber = null;
        while (!IsDone)
        {
            ValueTerm term = Term;
            bool isRead = term.Word switch
            {
                ValueWord.Numeral when term.Shape == ValueTermShape.Separated => TryReadSeparated(ref date),
                ValueWord.Numeral or ValueWord.Scale => TryReadNumber(ref date, ref upperNumber),
                ValueWord.Month => TryReadMonth(ref date),
                ValueWord.Weekday => TryReadWeekday(ref date),
                ValueWord.Season => TryReadSub(ref date, (int)term.Argument),
                ValueWord.RelativeDay => TryReadRelativeDay(ref date, (int)term.Argument),
                ValueWord.RelativeYear => TryReadRelativeYear(ref date, (int)term.Argument),
                ValueWord.Choice => TryReadChoice(ref date, (int)term.Argument),
                ValueWord.Unit => TryReadUnit(ref date),
                ValueWord.Part or ValueWord.Filler or ValueWord.During => Skip(),
                ValueWord.Qualifier when (int)term.Argument == (int)ValueQualifier.About => Skip(),
                ValueWord.Mark when term.Text is "," or "(" or ")" or "«" or "»" => Skip(),
                ValueWord.Last when !date.IsEmpty => Skip(),
                _ => false,
            };
            if (!isRead)
            {
                break;
            }

            if (IsEndOfFrom(date))
            {
                break;
            }
        }

        if (_beforeChrist && date.Year is > 0)
        {
            upperNumber = date.Precision == YearPrecision.Year ? 1 - upperNumber : -upperNumber;
            date.Year = date.Precision == YearPrecision.Year ? 1 - date.Year : -date.Year;
        }

        if (upperNumber is { } number)
        {
            upper = date.Day is not null && date.Precision == YearPrecision.Year && number is >= 1 and <= 31 && _rangeIsDay ? date with { Day = number }
                : _rangeIsSub ? date with { Sub = number }
                : date with { Year = number };
        }

        return !date.IsEmpty || _isUnresolved;
    }

    // 5 мамырдан 7 мамырға дейін: an ablative ends the first date when дейін comes later.
    private bool IsEndOfFrom(PartialDate date)
    {
        if (IsDone || date.IsEmpty || !ValueEndings.AreAblative(_terms[_at - 1].Endings) || Term.Word is ValueWord.Until or ValueWord.Part)
        {
            return false;
        }

        for (int i = _at + 1; i < _terms.Count; i++)
        {
            if (_terms[i].Word == ValueWord.Until)
            {
                return true;
            }
        }

        return false;
    }

    private bool Skip()
    {
        _at++;
        return true;
    }

    private bool Unresolved()
    {
        _isUnresolved = true;
        return Skip();
    }

    private bool TryReadMonth(ref PartialDate date)
    {
        if (date.Sub is not null)
        {
            return false;
        }

        date.Sub = (int)Term.Argument;
        _at++;
        if (!IsDone && Term.IsUnit(TimeUnit.Month))
        {
            _at++;
        }

        return true;
    }

    private bool TryReadWeekday(ref PartialDate date)
    {
        date.Weekday ??= (int)Term.Argument;
        return Skip();
    }

    private bool TryReadSub(ref PartialDate date, int sub)
    {
        if (date.Sub is not null)
        {
            return false;
        }

        date.Sub = sub;
        _at++;
        if (!IsDone && Term.IsUnit(TimeUnit.Month) || (!IsDone && Term.Word == ValueWord.Filler))
        {
            _at++;
        }

        return true;
    }

    private bool TryReadRelativeDay(ref PartialDate date, int offset)
    {
        // бүгін, 14 наурызда: the calendar's date says more.
        if (_terms.Exists(term => term.Word == ValueWord.Month))
        {
            return Skip();
        }

        if (_today is not { } today)
        {
            return Unresolved();
        }

        if (date.Day is null)
        {
            date = PartialDate.Of(today.AddDays(offset));
        }

        return Skip();
    }

    private bool TryReadRelativeYear(ref PartialDate date, int offset)
    {
        _at++;
        if (!IsDone && Term.IsUnit(TimeUnit.Year))
        {
            _at++;
        }

        return TrySetYear(ref date, offset);
    }

    // Without a reference date a month of this year is a month of an unknown one; the year alone is nothing.
    private bool TrySetYear(ref PartialDate date, int offset)
    {
        if (_today is { } today)
        {
            date.Year ??= today.Year + offset;
        }
        else if (!_terms.Exists(term => term.Word is ValueWord.Month or ValueWord.Season || term.IsUnit(TimeUnit.HalfYear) || term is { Word: ValueWord.Numeral, Argument: 90 }))
        {
            _isUnresolved = true;
        }

        return true;
    }

    private bool TryReadChoice(ref PartialDate date, int offset)
    {
        if (_at + 1 >= _terms.Count)
        {
            return false;
        }

        ValueTerm next = _terms[_at + 1];
        if (next.Word is ValueWord.RelativeDay or ValueWord.RelativeYear)
        {
            return Skip();
        }

        if (ValueEndings.ArePlural(next.Endings))
        {
            return false;
        }

        switch (next.Word)
        {
            case ValueWord.Unit when next.IsUnit(TimeUnit.Year):
                _at += 2;
                return TrySetYear(ref date, offset);
            case ValueWord.Unit when (TimeUnit)(int)next.Argument is TimeUnit.Week or TimeUnit.Month or TimeUnit.Century or TimeUnit.HalfYear:
            case ValueWord.Numeral when IsQuarter(next):
                _at++;
                return _today is { } today ? TrySetUnit(ref date, today, IsQuarter(next) ? TimeUnit.Quarter : (TimeUnit)(int)next.Argument, offset) : Unresolved();
            case ValueWord.Month or ValueWord.Season or ValueWord.Weekday:
                _at++;
                return _today is { } day ? TrySetChosen(ref date, day, next, offset) : offset == 0 || Unresolved();
            default:
                return false;
        }
    }

    private bool TrySetUnit(ref PartialDate date, DateOnly today, TimeUnit unit, int offset)
    {
        _at++;
        switch (unit)
        {
            case TimeUnit.Week:
                date = PartialDate.WeekOf(today.AddDays(7 * offset));
                return true;
            case TimeUnit.Month:
                DateOnly month = today.AddMonths(offset);
                (date.Year, date.Sub) = (month.Year, month.Month);
                return true;
            case TimeUnit.Quarter:
                DateOnly quarter = today.AddMonths(3 * offset);
                (date.Year, date.Sub) = (quarter.Year, SubYear.QuarterOf(quarter.Month));
                return true;
            case TimeUnit.HalfYear:
                DateOnly half = today.AddMonths(6 * offset);
                (date.Year, date.Sub) = (half.Year, SubYear.HalfOf(half.Month));
                return true;
            default:
                (date.Year, date.Precision) = (((today.Year - 1) / 100) + 1 + offset, YearPrecision.Century);
                return true;
        }
    }

    // келесі наурызда, өткен дүйсенбіде, алдағы қыста
    private bool TrySetChosen(ref PartialDate date, DateOnly today, ValueTerm term, int offset)
    {
        _at++;
        int number = (int)term.Argument;
        if (term.Word == ValueWord.Weekday)
        {
            int distance = number - PartialDate.IsoWeekday(today);
            distance += offset > 0 && distance <= 0 ? 7 : offset < 0 && distance >= 0 ? -7 : 0;
            date = PartialDate.Of(today.AddDays(distance));
            return true;
        }

        int month = SubYear.FirstMonth(number);
        date.Sub ??= number;
        date.Year ??= today.Year + (offset > 0 && month <= today.Month ? 1 : offset < 0 && month >= today.Month ? -1 : 0);
        return true;
    }

    private bool TryReadUnit(ref PartialDate date)
    {
        ValueTerm term = Term;
        bool isPart = NextWord == ValueWord.Part;
        switch ((TimeUnit)(int)term.Argument)
        {
            case TimeUnit.Year when date.Year is not null || date.Sub is not null:
            case TimeUnit.Month when date.Sub is not null:
            case TimeUnit.Day when !date.IsEmpty:
            case TimeUnit.Century when date.Year is not null:
                return Skip();
            case TimeUnit.Year when isPart || ValueEndings.AreOrdinal(term.Endings):
                _at++;
                return TrySetYear(ref date, 0);
            case TimeUnit.Week when isPart && _today is { } today:
                return TrySetUnit(ref date, today, TimeUnit.Week, 0);
            case TimeUnit.Month when date.Year is null && (isPart || (term.Endings is "дың" && NextWord == ValueWord.Numeral)):
                if (_today is { } reference)
                {
                    return TrySetUnit(ref date, reference, TimeUnit.Month, 0);
                }

                _isUnresolved |= isPart;
                return Skip();
            default:
                return false;
        }
    }

    private bool TryReadSeparated(ref PartialDate date)
    {
        string text = Term.Text.Replace('‑', '-').Replace('‐', '-');
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return !date.IsEmpty && Skip();
        }

        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.M.yyyy", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && !TryParseShort(text, out day))
        {
            return false;
        }

        date = PartialDate.Of(day);
        return Skip();
    }

    // 22.08.24: the framework's own rule for two digits depends on the culture's calendar.
    private static bool TryParseShort(string text, out DateOnly day)
    {
        day = default;
        int point = text.LastIndexOf('.');
        if (point < 0 || text.Length - point != 3)
        {
            return false;
        }

        int year = int.Parse(text.AsSpan(point + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        string full = string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, point)}.{FullYear(year)}");
        return DateOnly.TryParseExact(full, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static int FullYear(int year) => year > 99 ? year : year <= LastShortYear ? 2000 + year : 1900 + year;

    // The word for ninety is also the one for a quarter of a year.
    private static bool IsQuarter(ValueTerm term) => term is { Word: ValueWord.Numeral, Shape: ValueTermShape.Letters, Argument: 90 };
}
