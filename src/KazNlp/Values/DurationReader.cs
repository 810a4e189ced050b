using System.Globalization;
using System.Text;

namespace KazNlp;

/// <summary>Reads lengths of time, ages and repetitions: <c>бес жыл</c>, <c>бір жарым сағат</c>, <c>29 жастағы</c>, <c>жыл сайын</c>.</summary>
internal static class DurationReader
{
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
            if (Numerals.TryRead(terms, i, out NumeralTerms numeral) && !numeral.IsOrdinal)
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

                if (next >= terms.Count || (numeral.IsOrdinal && terms[next].Word != ValueWord.Age) || terms[next].Word is not (ValueWord.Unit or ValueWord.Age))
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
    public static string Format(decimal value, TimeUnit unit)
    {
        (decimal count, char letter, bool isTime) = unit switch
        {
            TimeUnit.Second => (value, 'S', true),
            TimeUnit.Minute => (value, 'M', true),
            TimeUnit.Hour => (value, 'H', true),
            TimeUnit.Day => (value, 'D', false),
            TimeUnit.Week => (value, 'W', false),
            TimeUnit.TenDays => (value * 10, 'D', false),
            TimeUnit.Month => (value, 'M', false),
            TimeUnit.Quarter => (value * 3, 'M', false),
            TimeUnit.HalfYear => (value * 6, 'M', false),
            TimeUnit.Year => (value, 'Y', false),
            TimeUnit.Decade => (value * 10, 'Y', false),
            TimeUnit.Century => (value * 100, 'Y', false),
            _ => (value * 1000, 'Y', false),
        };

        // Half a year, hour or minute in the next smaller unit: P2Y6M, PT1H30M.
        decimal whole = Math.Truncate(count);
        (decimal parts, char smaller) = letter switch
        {
            'Y' => ((count - whole) * 12, 'M'),
            'H' => ((count - whole) * 60, 'M'),
            'M' when isTime => ((count - whole) * 60, 'S'),
            _ => (0, '\0'),
        };
        string prefix = isTime ? "PT" : "P";
        if (parts == 0 || parts != Math.Truncate(parts))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{prefix}{count / 1.0000000000000000000000000000m}{letter}");
        }

        string head = whole == 0 ? prefix : string.Create(CultureInfo.InvariantCulture, $"{prefix}{whole:0}{letter}");
        return string.Create(CultureInfo.InvariantCulture, $"{head}{parts:0}{smaller}");
    }

    // 3 жыл 5 ай, 2 сағат 30 минут: from the greatest unit down, each once.
    private static string? Join(List<(decimal Value, decimal? To, TimeUnit Unit)> parts)
    {
        var iso = new StringBuilder("P");
        bool inTime = false;
        TimeUnit? last = null;
        foreach ((decimal value, decimal? to, TimeUnit unit) in parts)
        {
            if (to is not null || (last is { } greater && unit >= greater))
            {
                return null;
            }

            last = unit;
            string part = Format(value, unit);
            bool isTime = part[1] == 'T';
            if (isTime && !inTime)
            {
                iso.Append('T');
                inTime = true;
            }

            iso.Append(part.AsSpan(isTime ? 2 : 1));
        }

        return iso.ToString();
    }
}
