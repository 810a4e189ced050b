using System.Globalization;

namespace KazNlp;

/// <content>Numbers in dates: days, years, decades, centuries, quarters; distances from today; holidays.</content>
internal sealed partial class DateReader
{
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    // Month and day, in the order of the year, and what the day is called.
    private static readonly (int Month, int Day, string Names)[] HolidayDays =
    [
        (1, 1, "жаңа жыл"),
        (1, 7, "рождество"),
        (3, 1, "алғыс айту күн"),
        (3, 8, "халықаралық әйелдер күн|әйелдер күн"),
        (3, 14, "амал мереке|көрісу күн"),
        (3, 21, "наурыз мейрам|наурыз мереке"),
        (3, 22, "ұлыстың ұлы күн"),
        (5, 1, "қазақстан халқының бірлігі мереке|бірлік күн|халықтар бірлігі күн"),
        (5, 7, "отан қорғаушылар күн|отан қорғаушы күн"),
        (5, 9, "жеңіс күн|ұлы жеңіс күн"),
        (6, 1, "балаларды қорғау күн"),
        (7, 6, "астана күн|елорда күн"),
        (8, 10, "абай күн"),
        (8, 30, "конституция күн"),
        (9, 1, "білім күн"),
        (10, 25, "республика күн"),
        (12, 1, "тұңғыш президент күн"),
        (12, 16, "тәуелсіздік күн"),
    ];

    private static readonly StemTable Holidays = BuildHolidays();

    private DateValue? ReadHoliday()
    {
        string phrase = string.Join(' ', _terms.Where(term => term.Word != ValueWord.Mark).Select(term => term.Text)).Trim();
        return Holidays.TryFind(phrase, out int row, out _)
            ? ToValue(new PartialDate { Sub = HolidayDays[row].Month, Day = HolidayDays[row].Day }, null, openStart: false, openEnd: false, approximate: false)
            : null;
    }

    private static StemTable BuildHolidays()
    {
        var holidays = new StemTable();
        for (int row = 0; row < HolidayDays.Length; row++)
        {
            foreach (string name in HolidayDays[row].Names.Split('|'))
            {
                holidays.Add(name, row);
            }
        }

        return holidays;
    }

    // үш күн бұрын, екі аптадан кейін
    private DateValue? ReadDistance()
    {
        int side = _terms.FindIndex(term => term.Word is ValueWord.Ago or ValueWord.After);
        if (side > 2 && _terms[side - 1].Text == "өткен")
        {
            // бір жыл өткен соң
            _terms.RemoveAt(--side);
        }

        if (side < 2 || _terms.Count != side + 1)
        {
            return null;
        }

        int start = 0;
        while (start < side && (_terms[start].Word is ValueWord.Filler or ValueWord.Qualifier || (_terms[start].Word is ValueWord.Choice or ValueWord.Month && ValueEndings.AreAblative(_terms[start].Endings)) || _terms[start].Text == "бұдан"))
        {
            start++;
        }

        ValueTerm unit = _terms[side - 1];
        if (unit.Word != ValueWord.Unit || !Numerals.TryReadRange(_terms, start, out NumeralTerms numeral) || numeral.Next != side - 1 || numeral.IsOrdinal
            || (unit.IsUnit(TimeUnit.Year) && numeral.Value is >= FirstYear and <= LastYear && ValueEndings.AreAblative(unit.Endings)))
        {
            return null;
        }

        int sign = _terms[side].Word == ValueWord.Ago ? -1 : 1;
        if (_today is not { } today || numeral.To is not null || !TryMove(today, sign * numeral.Value, (TimeUnit)(int)unit.Argument, out PartialDate date))
        {
            _isUnresolved = true;
            return null;
        }

        bool about = _terms.Exists(term => term.Word == ValueWord.Qualifier);
        return ToValue(date, null, openStart: false, openEnd: false, about);
    }

    // As exact as the unit: days give a day, weeks a week, months a month.
    private static bool TryMove(DateOnly today, decimal count, TimeUnit unit, out PartialDate date)
    {
        const decimal Bound = 9000;
        date = default;
        (decimal factor, TimeUnit smaller) = unit switch
        {
            TimeUnit.Year when count != Math.Truncate(count) => (12, TimeUnit.Month),
            TimeUnit.Month or TimeUnit.Week when count != Math.Truncate(count) => (unit == TimeUnit.Week ? 7 : 30, TimeUnit.Day),
            TimeUnit.Decade => (10, TimeUnit.Year),
            TimeUnit.Century => (100, TimeUnit.Year),
            TimeUnit.HalfYear => (6, TimeUnit.Month),
            TimeUnit.Quarter => (3, TimeUnit.Month),
            TimeUnit.TenDays => (10, TimeUnit.Day),
            _ => (1, unit),
        };
        if (Math.Abs(count * factor) > Bound)
        {
            return false;
        }

        int steps = (int)(count * factor);
        switch (smaller)
        {
            case TimeUnit.Day:
                date = PartialDate.Of(today.AddDays(steps));
                return true;
            case TimeUnit.Week:
                date = PartialDate.WeekOf(today.AddDays(7 * steps));
                return true;
            case TimeUnit.Month when Math.Abs(steps) < today.Year * 12:
                DateOnly month = today.AddMonths(steps);
                date = new PartialDate { Year = month.Year, Sub = month.Month };
                return true;
            case TimeUnit.Year when today.Year + steps is > 0 and <= 9999:
                date = new PartialDate { Year = today.Year + steps };
                return true;
            default:
                return false;
        }
    }

    private bool TryReadNumber(ref PartialDate date, ref int? upper)
    {
        ValueTerm term = Term;
        if (term.Shape == ValueTermShape.Digits && term.Text.Contains('.', StringComparison.Ordinal))
        {
            return TryReadDayAndMonth(ref date, term.Text);
        }

        if (!Numerals.TryReadRange(_terms, _at, out NumeralTerms number) || number.Value != Math.Truncate(number.Value) || number.Value is < 0 or > LastYear || number.To > LastYear)
        {
            return false;
        }

        number = WithShortEnd(number);
        int value = (int)number.Value;
        int? to = (int?)number.To;
        ValueTerm? next = number.Next < _terms.Count ? _terms[number.Next] : null;
        switch (next)
        {
            case { Word: ValueWord.Mark } when next.Value.IsMark('/') && value is >= FirstYear and <= LastYear:
                return TryReadSeason(ref date, ref upper, number);
            case { Word: ValueWord.Filler } when number.Next + 1 < _terms.Count && _terms[number.Next + 1].IsUnit(TimeUnit.Year) && value is >= FirstYear and <= LastYear:
                // 2024–2025 оқу жылы
                (date.Year, upper) = (value, to);
                _at = number.Next + 2;
                return true;
            case { Word: ValueWord.Unit }:
                return TryReadCounted(ref date, ref upper, number, next.Value);
            case { Word: ValueWord.Numeral } when IsQuarter(next.Value) && number.IsOrdinal && date.Sub is null && value is >= 1 and <= 4 && to is null or (>= 1 and <= 4):
                date.Sub = SubYear.Quarter(value);
                upper = to is { } last ? SubYear.Quarter(last) : null;
                _rangeIsSub = to is not null;
                _at = number.Next + 1;
                return true;
            case { Word: ValueWord.Numeral, Argument: 0.5m } when number.IsOrdinal && date.Sub is null && value is 1 or 2 && number.Next + 1 < _terms.Count && _terms[number.Next + 1].IsUnit(TimeUnit.Year):
                // І жарты жылдық
                date.Sub = SubYear.Half(value);
                _at = number.Next + 2;
                return true;
            case { Word: ValueWord.Part } when number.IsOrdinal && next.Value.Text.StartsWith("жарт", StringComparison.Ordinal) && value is 1 or 2:
                date.Sub = date is { Year: not null, Precision: YearPrecision.Year, Sub: null } ? SubYear.Half(value) : date.Sub;
                _at = number.Next + 1;
                return !date.IsEmpty;
            case { Word: ValueWord.Month } when date.Day is null && IsDay(value, to):
                return TakeDay(ref date, ref upper, number);
            case { Word: ValueWord.Month or ValueWord.Season } when date.Year is null && value is >= FirstYear and <= LastYear:
                date.Year = value;
                _at = number.Next;
                return true;
            case { Word: ValueWord.Dash } when date.Day is null && IsDay(value, to) && FollowsMonth(number.Next):
                // 24-інші – 27-нші маусым, when the two could not be read as one range
                return TakeDay(ref date, ref upper, number);
        }

        if (date is { Sub: >= 1 and <= 12, Day: null } && IsDay(value, to))
        {
            return TakeDay(ref date, ref upper, number);
        }

        if (date.Year is null && value is >= FirstYear and <= LastYear && term.Shape is ValueTermShape.Digits or ValueTermShape.JoinedDigits or ValueTermShape.Letters)
        {
            (date.Year, upper) = (value, to is >= FirstYear and <= LastYear ? to : null);
            _at = number.Next;
            return to is null || upper is not null;
        }

        // жиырма төртте, 24-інде: a day of a month that is not said
        if (date.IsEmpty && IsDay(value, to) && number.Endings.Length > 0)
        {
            return TakeDay(ref date, ref upper, number);
        }

        return false;
    }

    // 2021–25 жылдары
    private NumeralTerms WithShortEnd(NumeralTerms number) =>
        number is { To: null, Value: >= FirstYear and <= LastYear } && number.Next < _terms.Count && _terms[number.Next].Word == ValueWord.Dash
            && Numerals.TryRead(_terms, number.Next + 1, out NumeralTerms end) && end.Value > number.Value % 100 && end.Value < 100
            && end.Next < _terms.Count && _terms[end.Next].IsUnit(TimeUnit.Year)
            ? number with { To = number.Value - (number.Value % 100) + end.Value, Next = end.Next }
            : number;

    private static bool IsDay(int value, int? to) => value is >= 1 and <= 31 && to is null or (>= 1 and <= 31);

    private bool FollowsMonth(int dash) =>
        Numerals.TryRead(_terms, dash + 1, out NumeralTerms second) && second.Next < _terms.Count && _terms[second.Next].Word == ValueWord.Month;

    private bool TakeDay(ref PartialDate date, ref int? upper, NumeralTerms number)
    {
        date.Day = (int)number.Value;
        upper = (int?)number.To;
        _rangeIsDay = upper is not null;
        _at = number.Next;
        return true;
    }

    private bool TryReadDayAndMonth(ref PartialDate date, string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 2 || !date.IsEmpty || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second))
        {
            return false;
        }

        date = parts[1].Length == 4 && first is >= 1 and <= 12 ? new PartialDate { Year = second, Sub = first }
            : parts[1].Length == 2 && second is >= 1 and <= 12 && first is >= 1 and <= 31 ? new PartialDate { Sub = second, Day = first }
            : default;
        return !date.IsEmpty && Skip();
    }

    // 2024/25 маусымы
    private bool TryReadSeason(ref PartialDate date, ref int? upper, NumeralTerms first)
    {
        if (!Numerals.TryRead(_terms, first.Next + 1, out NumeralTerms second) || second.Value is < 0 or > LastYear)
        {
            return false;
        }

        date.Year = (int)first.Value;
        upper = second.Value > 99 ? (int)second.Value : ((int)first.Value / 100 * 100) + (int)second.Value;
        _at = second.Next;
        while (!IsDone && (Term.Word is ValueWord.Filler or ValueWord.Month || Term.IsUnit(TimeUnit.Year)))
        {
            _at++;
        }

        return true;
    }

    // 2024 жылы, 90-жылдары, XXI ғасыр, бірінші жартыжылдық
    private bool TryReadCounted(ref PartialDate date, ref int? upper, NumeralTerms number, ValueTerm unit)
    {
        int value = (int)number.Value;
        int? to = (int?)number.To;
        switch ((TimeUnit)(int)unit.Argument)
        {
            case TimeUnit.Year when date.Year is null || date.Precision == YearPrecision.Century:
                return TryReadYear(ref date, ref upper, number, unit);
            case TimeUnit.Century or TimeUnit.Millennium when value is >= 1 and <= 40 && (number.IsOrdinal || _terms[number.Next - 1].Shape != ValueTermShape.Letters):
                date.Year = value;
                date.Precision = unit.IsUnit(TimeUnit.Century) ? YearPrecision.Century : YearPrecision.Millennium;
                upper = to;
                _at = number.Next + 1;
                return true;
            case TimeUnit.HalfYear when value is 1 or 2 && date.Sub is null && (number.IsOrdinal || _terms[number.Next - 1].Shape != ValueTermShape.Letters):
                date.Sub = SubYear.Half(value);
                _at = number.Next + 1;
                return true;
            case TimeUnit.Day when date is { Sub: >= 1 and <= 12, Day: null } && IsDay(value, to):
                return TakeDay(ref date, ref upper, number) && Skip();
            default:
                return false;
        }
    }

    private bool TryReadYear(ref PartialDate date, ref int? upper, NumeralTerms number, ValueTerm unit)
    {
        int value = (int)number.Value;
        int? to = (int?)number.To;
        bool plural = ValueEndings.ArePlural(unit.Endings) || unit.Text == "жж";
        bool isDigits = _terms[number.Next - 1].Shape != ValueTermShape.Letters;
        bool isDecade = plural && value % 10 == 0 && (to is null or < 100) && to.GetValueOrDefault() % 10 == 0;
        int? century = date.Precision == YearPrecision.Century && date.Year is > 0 ? (date.Year - 1) * 100 : null;
        if (isDecade && (value is >= 10 and < 100 || (value is >= FirstYear and <= LastYear && to is null)))
        {
            date.Year = value >= FirstYear ? value : (century ?? 1900) + value;
            upper = (century ?? 1900) + to;
            date.Precision = YearPrecision.Decade;
        }
        else if (value is >= FirstYear and <= LastYear && IsNamedYear(value, number, unit, isDigits || plural))
        {
            date.Year = value;
            upper = to is < 100 ? (value / 100 * 100) + to : to;
            date.Precision = YearPrecision.Year;
        }
        else if (_beforeChrist && (number.IsOrdinal || unit.Endings.Length > 0))
        {
            (date.Year, upper) = (value, to);
        }
        else if (value is >= 100 and < FirstYear && to is null && (number.IsOrdinal || unit.Endings is "ы" or "ғы" or "ының" or "ында"))
        {
            date.Year = value;
        }
        else if (value is >= 10 and < 100 && to is null && (number.IsOrdinal || (isDigits && unit.Endings is "ы" or "ғы")))
        {
            date.Year = century + value ?? FullYear(value);
            date.Precision = YearPrecision.Year;
        }
        else
        {
            return false;
        }

        _at = number.Next + 1;
        return true;
    }

    // екі мың жыл is two thousand years, екі мың жылы the year 2000.
    private static bool IsNamedYear(int value, NumeralTerms number, ValueTerm unit, bool isDigits) =>
        number.IsOrdinal || isDigits || unit.Endings.Length > 0 || value % FirstYear != 0;
}
