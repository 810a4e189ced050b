namespace KazNlp;

/// <summary>Reads dates and stretches of the calendar. Not thread-safe: one for each phrase.</summary>
internal sealed partial class DateReader
{
    private const int DaysOfWeek = 7;

    private readonly List<ValueTerm> _terms;
    private readonly DateOnly? _today;
    private int _at;
    private bool _beforeChrist;
    private bool _isUnresolved;
    private bool _rangeIsDay;
    private bool _rangeIsSub;

    private DateReader(List<ValueTerm> terms, DateOnly? today)
    {
        _terms = terms;

        // Far enough from the calendar's ends for every distance that is counted from it.
        _today = today is { Year: > 200 and < 9000 } ? today : null;
    }

    private bool IsDone => _at >= _terms.Count;

    private ValueTerm Term => _terms[_at];

    private ValueWord NextWord => _at + 1 < _terms.Count ? _terms[_at + 1].Word : ValueWord.None;

    /// <summary>The date, a length of time, or null.</summary>
    /// <param name="terms">The phrase.</param>
    /// <param name="today">The day that relative dates count from; null when it is not known: then they have no value.</param>
    public static EntityValue? Read(List<ValueTerm> terms, DateOnly? today)
    {
        if (terms.Count == 0 || terms.Exists(term => term.Word == ValueWord.Vague))
        {
            return null;
        }

        if (terms.Exists(term => term.Word == ValueWord.Every))
        {
            return DurationReader.Read(terms);
        }

        var reader = new DateReader(terms, today);
        return reader.ReadHoliday() ?? (EntityValue?)reader.ReadDistance() ?? (EntityValue?)reader.ReadDate() ?? (reader._isUnresolved ? null : DurationReader.Read(terms));
    }

    private DateValue? ReadDate()
    {
        _beforeChrist = IsBeforeChrist();
        if (!TryReadPart(out PartialDate first, out PartialDate? upper))
        {
            return null;
        }

        PartialDate? last = upper;
        bool fromTo = false;
        if (!IsDone && last is null)
        {
            bool joined = Term.Word is ValueWord.Dash or ValueWord.With;
            fromTo = !joined && _at > 0 && ValueEndings.AreAblative(_terms[_at - 1].Endings) && Term.Word is not (ValueWord.After or ValueWord.Since or ValueWord.Ago or ValueWord.Until or ValueWord.Part);
            _at += joined ? 1 : 0;
            if (joined || fromTo)
            {
                if (!TryReadPart(out PartialDate second, out _))
                {
                    return null;
                }

                last = second;
            }
        }

        bool openStart = false;
        bool openEnd = false;
        bool approximate = _terms.Exists(term => term.Word == ValueWord.Qualifier && (int)term.Argument == (int)ValueQualifier.About);
        for (; !IsDone; _at++)
        {
            switch (Term.Word)
            {
                case ValueWord.Until or ValueWord.Ago:
                    openStart = last is null;
                    break;
                case ValueWord.Since or ValueWord.After:
                    openEnd = last is null;
                    break;
                case ValueWord.Qualifier or ValueWord.Between or ValueWord.Part or ValueWord.During or ValueWord.Filler or ValueWord.Mark or ValueWord.Last:
                    break;
                case ValueWord.Unit when Term.IsUnit(TimeUnit.Day):
                    break;
                case ValueWord.DayPart:
                case ValueWord.Unit when Term.IsUnit(TimeUnit.Hour):
                case ValueWord.Numeral when Term.Shape == ValueTermShape.Separated:
                    // A time of day behind the date says nothing more about the day.
                    _at = _terms.Count;
                    break;
                default:
                    return null;
            }
        }

        return _isUnresolved ? null : ToValue(first, last, openStart, openEnd, approximate);
    }

    private DateValue? ToValue(PartialDate first, PartialDate? last, bool openStart, bool openEnd, bool approximate)
    {
        if (last is { } other)
        {
            (first, other) = Join(first, other);
            if (!first.IsValid() || !other.IsValid() || first.IsEmpty || other.IsEmpty)
            {
                return null;
            }

            (DateOnly? from, DateOnly? until) = (first.Bounds().First, other.Bounds().Last);
            bool isBackwards = from > until || (first.Precision == other.Precision && first.Year > other.Year);
            return isBackwards ? null : new DateValue { Iso = $"{first.ToIso()}/{other.ToIso()}", Start = from, End = until };
        }

        first = first.Complete(_today);
        if (first.IsEmpty || !first.IsValid())
        {
            return null;
        }

        (DateOnly? start, DateOnly? end) = first.Bounds();
        string iso = first.ToIso();
        return openStart ? new DateValue { Iso = "../" + iso, End = end }
            : openEnd ? new DateValue { Iso = iso + "/..", Start = start }
            : new DateValue { Iso = approximate ? iso + "~" : iso, Start = start, End = end };
    }

    // 27 наурыз – 4 сәуір 2024: each end has what it does not say itself from the other.
    private (PartialDate First, PartialDate Last) Join(PartialDate first, PartialDate last)
    {
        // From Thursday to Monday the Monday that follows, whichever is nearer to today.
        if (first.IsWeekdayAlone && last.IsWeekdayAlone && first.Complete(_today) is { Year: not null } start)
        {
            int days = (last.Weekday!.Value - first.Weekday!.Value + DaysOfWeek) % DaysOfWeek;
            return (start, PartialDate.Of(start.Bounds().First!.Value.AddDays(days)));
        }

        bool yearOfFirst = first.Year is not null;
        bool yearOfLast = last.Year is not null;
        if (first.Day is not null && first.Sub is null)
        {
            first.Sub = last.Sub;
        }

        if (last.Day is not null && last.Sub is null)
        {
            last.Sub = first.Sub;
        }

        if (!yearOfFirst && yearOfLast)
        {
            (first.Year, first.Precision) = (last.Year, last.Precision);
        }
        else if (!yearOfLast && yearOfFirst)
        {
            (last.Year, last.Precision) = (first.Year, first.Precision);
        }
        else if (!yearOfFirst)
        {
            first = first.Complete(_today);
            last = last.Complete(_today);
        }

        bool isBackwards = first.Year is not null && first.Year == last.Year && (first.Sub ?? 0, first.Day ?? 0).CompareTo((last.Sub ?? 0, last.Day ?? 0)) > 0;
        if (isBackwards && !yearOfLast)
        {
            last.Year++;
        }
        else if (isBackwards && !yearOfFirst)
        {
            first.Year--;
        }

        return (first, last);
    }

    // б.з.б. 209 жылы; біздің заманымызға дейінгі V ғасыр
    private bool IsBeforeChrist()
    {
        if (_terms.RemoveAll(term => term.Word == ValueWord.BeforeChrist) > 0)
        {
            return true;
        }

        int our = _terms.FindIndex(term => term.Text == "біздің");
        if (our < 0 || our + 1 >= _terms.Count)
        {
            return false;
        }

        bool isBefore = our + 2 < _terms.Count && _terms[our + 2].Word == ValueWord.Until;
        _terms.RemoveRange(our, isBefore ? 3 : 2);
        return isBefore;
    }
}
