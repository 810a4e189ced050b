namespace KazNlp;

/// <summary>Reads numbers and ranges of numbers from terms.</summary>
internal static class Numerals
{
    // Far above every amount, and far below what a decimal overflows at when a unit multiplies it.
    private const decimal Greatest = 1_000_000_000_000_000_000_000_000m;

    /// <summary>Reads one number.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="numeral">The number.</param>
    public static bool TryRead(List<ValueTerm> terms, int start, out NumeralTerms numeral)
    {
        int i = start;
        bool negative = i < terms.Count && terms[i].Word == ValueWord.Minus;
        i += negative ? 1 : 0;
        var phrase = NumberPhrase.Start();
        int first = i;
        for (; i < terms.Count; i++)
        {
            ValueTerm term = terms[i];
            bool taken = term.Word switch
            {
                ValueWord.Numeral when term.Shape is ValueTermShape.Digits or ValueTermShape.JoinedDigits =>
                    (i == first || terms[i - 1].Word == ValueWord.Scale) && phrase.TryAdd(term.Argument, isScale: false),
                ValueWord.Numeral when term.Shape == ValueTermShape.Letters =>
                    (i == first || terms[i - 1].Shape == ValueTermShape.Letters || (term.Argument == 0.5m && terms[i - 1].Shape == ValueTermShape.Digits)) && phrase.TryAdd(term.Argument, isScale: false),
                ValueWord.Numeral when term.Shape == ValueTermShape.Roman => i == first && phrase.TryAdd(term.Argument, isScale: false),
                ValueWord.Scale => phrase.TryAdd(term.Argument, isScale: true),
                ValueWord.Whole => phrase.TryAddWhole(),
                _ => false,
            };
            if (!taken)
            {
                break;
            }

            if (EndsNumber(term, i + 1 < terms.Count && i > first && terms[i - 1].Word == ValueWord.Whole))
            {
                i++;
                break;
            }
        }

        numeral = default;
        if (phrase.IsEmpty || phrase.Value > Greatest)
        {
            return false;
        }

        ValueTerm last = terms[i - 1];
        decimal value = negative ? -phrase.Value : phrase.Value;
        numeral = new NumeralTerms(value, null, phrase.Multiplier, last.IsOrdinal, last.Endings, i);
        if (ValueEndings.AreAblative(last.Endings) && TryReadFraction(terms, numeral, out NumeralTerms fraction))
        {
            numeral = fraction;
        }

        return true;
    }

    /// <summary>Reads a number or a range: <c>5-7</c>, <c>он-он бес мың</c>, <c>5 пен 7 аралығында</c>, <c>бестен жетіге дейін</c>.</summary>
    public static bool TryReadRange(List<ValueTerm> terms, int start, out NumeralTerms numeral)
    {
        if (!TryRead(terms, start, out numeral))
        {
            return false;
        }

        int next = numeral.Next;
        if (next >= terms.Count)
        {
            return true;
        }

        bool dash = terms[next].Word == ValueWord.Dash;
        bool joined = terms[next].Word == ValueWord.With;
        bool fromTo = ValueEndings.AreAblative(numeral.Endings);
        int second = dash || joined ? next + 1 : next;
        if ((!dash && !joined && !fromTo) || !TryRead(terms, second, out NumeralTerms upper))
        {
            return true;
        }

        bool isBetween = upper.Next < terms.Count && terms[upper.Next].Word == ValueWord.Between;
        bool isUntil = upper.Next < terms.Count && terms[upper.Next].Word == ValueWord.Until;
        bool isCounted = upper.Next < terms.Count && terms[upper.Next].Word == ValueWord.Unit;
        if ((joined && !isBetween && !Contains(terms, upper.Next, ValueWord.Between)) || (fromTo && !dash && isCounted && !Contains(terms, upper.Next, ValueWord.Until)))
        {
            return true;
        }

        decimal lower = numeral.Value;
        if (numeral.Multiplier == 1 && upper.Multiplier > 1 && lower <= upper.Value / upper.Multiplier)
        {
            lower *= upper.Multiplier;
        }

        if (upper.Value < lower && lower < 0)
        {
            // −13…−15
            numeral = upper with { To = lower };
        }
        else if (lower < upper.Value)
        {
            numeral = new NumeralTerms(lower, upper.Value, upper.Multiplier, upper.IsOrdinal, upper.Endings, upper.Next + (isBetween || (fromTo && isUntil) ? 1 : 0));
        }

        return true;
    }

    private static bool Contains(List<ValueTerm> terms, int start, ValueWord word)
    {
        for (int i = start; i < terms.Count; i++)
        {
            if (terms[i].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    // A number ends where its case or ordinal ending stands; only the denominator of a fraction goes on behind one.
    private static bool EndsNumber(ValueTerm term, bool isDenominator) =>
        term.Endings.Length > 0 && term.Endings is not ("да" or "де" or "та" or "те") && !isDenominator;

    // төрттен бір, үштен екісі
    private static bool TryReadFraction(List<ValueTerm> terms, NumeralTerms denominator, out NumeralTerms fraction)
    {
        fraction = default;
        if (denominator.Next >= terms.Count || denominator.Value < 2 || !TryRead(terms, denominator.Next, out NumeralTerms numerator)
            || numerator.Value <= 0 || numerator.Value >= denominator.Value || numerator.IsOrdinal
            || Contains(terms, numerator.Next, ValueWord.Until) || Contains(terms, numerator.Next, ValueWord.Qualifier))
        {
            return false;
        }

        fraction = numerator with { Value = Math.Round(numerator.Value / denominator.Value, 6), Multiplier = 1 };
        return true;
    }
}
