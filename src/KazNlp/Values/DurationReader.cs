using System.Globalization;
using System.Text;

namespace KazNlp;

/// <summary>Reads lengths of time, ages and repetitions: <c>бес жыл</c>, <c>бір жарым сағат</c>, <c>29 жастағы</c>, <c>жыл сайын</c>.</summary>
internal static class DurationReader
{
    // From the greatest unit down; the small letters are those behind the T.
    private const string Designators = "YMWDhms";

    /// <summary>The value of a phrase, or null.</summary>
    public static DurationValue? Read(List<ValueTerm> terms)
    {
        bool isRecurring = false;
        bool isDuring = false;
        foreach (ValueTerm term in terms)
        {
            isRecurring |= term.Word == ValueWord.Every;
            isDuring |= term.Word == ValueWord.During;
        }

        return isRecurring ? ReadRecurrence(terms) : ReadLength(terms, isDuring);
    }

    private static DurationValue? ReadRecurrence(List<ValueTerm> terms)
    {
        decimal count = 1;
        for (int i = 0; i < terms.Count; i++)
        {
            if (Numerals.TryRead(terms, i, out NumeralTerms numeral) && numeral is { IsOrdinal: false, Value: > 0 })
            {
                count = numeral.Value;
                i = numeral.Next - 1;
            }
            else if (terms[i].Word == ValueWord.Unit)
            {
                return new DurationValue { Iso = "R/" + Format(count, (TimeUnit)(int)terms[i].Argument) };
            }
            else if (terms[i].Word == ValueWord.Weekday)
            {
                return new DurationValue { Iso = "R/P1W" };
            }
        }

        return null;
    }

    private static DurationValue? ReadLength(List<ValueTerm> terms, bool isDuring)
    {
        List<(decimal Value, decimal? To, TimeUnit Unit)> parts = [];
        for (int i = 0; i < terms.Count;)
        {
            ValueTerm term = terms[i];
            if (Numerals.TryReadRange(terms, i, out NumeralTerms numeral))
            {
                int next = numeral.Next;
                while (next < terms.Count && terms[next].Word == ValueWord.Filler)
                {
                    next++;
                }

                if (next >= terms.Count || numeral.Value < 0 || (numeral.IsOrdinal && terms[next].Word != ValueWord.Age) || terms[next].Word is not (ValueWord.Unit or ValueWord.Age))
                {
                    return null;
                }

                parts.Add((numeral.Value, numeral.To, terms[next].Word == ValueWord.Age ? TimeUnit.Year : (TimeUnit)(int)terms[next].Argument));
                i = next + 1;
            }
            else if (term.Word is ValueWord.Ago or ValueWord.After or ValueWord.Month or ValueWord.RelativeDay or ValueWord.RelativeYear or ValueWord.Weekday or ValueWord.DayPart or ValueWord.Vague)
            {
                return null;
            }
            else
            {
                if (term.Word == ValueWord.Unit && parts.Count == 0 && isDuring)
                {
                    parts.Add((1, null, (TimeUnit)(int)term.Argument));
                }

                i++;
            }
        }

        if (parts.Count is 0 or > 4)
        {
            return null;
        }

        ValueQualifier qualifier = AmountReader.QualifierOf(terms, isRange: parts[0].To is not null);
        return parts.Count == 1
            ? new DurationValue { Iso = Format(parts[0].Value, parts[0].Unit), To = parts[0].To is { } to ? Format(to, parts[0].Unit) : null, Qualifier = qualifier }
            : Join(parts) is { } iso ? new DurationValue { Iso = iso, Qualifier = qualifier } : null;
    }

    /// <summary>A length by ISO 8601.</summary>
    /// <param name="value">How many of the unit; not negative.</param>
    /// <param name="unit">The unit.</param>
    public static string Format(decimal value, TimeUnit unit)
    {
        decimal?[] counts = new decimal?[Designators.Length];
        Add(counts, value, unit);
        return Format(counts);
    }

    // 3 жыл 5 ай, 2 сағат 30 минут: from the greatest unit down, each once. Counts of one letter make a sum: екі жарым жыл бір ай is P2Y7M.
    private static string? Join(List<(decimal Value, decimal? To, TimeUnit Unit)> parts)
    {
        decimal?[] counts = new decimal?[Designators.Length];
        TimeUnit? last = null;
        foreach ((decimal value, decimal? to, TimeUnit unit) in parts)
        {
            // Only the smallest count may have a fraction.
            if (to is not null || unit >= last || Array.Exists(counts, count => count is { } whole && whole != Math.Truncate(whole)))
            {
                return null;
            }

            last = unit;
            Add(counts, value, unit);
        }

        return Format(counts);
    }

    private static void Add(Span<decimal?> counts, decimal value, TimeUnit unit)
    {
        (char designator, decimal count) = unit switch
        {
            TimeUnit.Second => ('s', value),
            TimeUnit.Minute => ('m', value),
            TimeUnit.Hour => ('h', value),
            TimeUnit.Day => ('D', value),
            TimeUnit.Week => ('W', value),
            TimeUnit.TenDays => ('D', value * 10),
            TimeUnit.Month => ('M', value),
            TimeUnit.Quarter => ('M', value * 3),
            TimeUnit.HalfYear => ('M', value * 6),
            TimeUnit.Year => ('Y', value),
            TimeUnit.Decade => ('Y', value * 10),
            TimeUnit.Century => ('Y', value * 100),
            _ => ('Y', value * 1000),
        };
        int at = Designators.IndexOf(designator, StringComparison.Ordinal);

        // Half a year, hour or minute in the next smaller unit: P2Y6M, PT1H30M.
        decimal whole = Math.Truncate(count);
        decimal smaller = (count - whole) * (designator == 'Y' ? 12 : designator is 'h' or 'm' ? 60 : 0);
        bool isSplit = smaller > 0 && smaller == Math.Truncate(smaller);
        if (isSplit)
        {
            counts[at + 1] = counts[at + 1].GetValueOrDefault() + smaller;
        }

        if (!isSplit || whole > 0)
        {
            counts[at] = counts[at].GetValueOrDefault() + (isSplit ? whole : count);
        }
    }

    private static string Format(ReadOnlySpan<decimal?> counts)
    {
        var iso = new StringBuilder("P");
        bool inTime = false;
        for (int at = 0; at < counts.Length; at++)
        {
            if (counts[at] is not { } count)
            {
                continue;
            }

            char designator = Designators[at];
            if (!inTime && char.IsAsciiLetterLower(designator))
            {
                iso.Append('T');
                inTime = true;
            }

            // The division takes off the zeros behind the point.
            iso.Append(CultureInfo.InvariantCulture, $"{count / 1.0000000000000000000000000000m}").Append(char.ToUpperInvariant(designator));
        }

        return iso.ToString();
    }
}
