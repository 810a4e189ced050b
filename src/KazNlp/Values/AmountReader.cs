namespace KazNlp;

/// <summary>Reads amounts of money, percentages, quantities and numbers.</summary>
internal static class AmountReader
{
    private delegate bool UnitReader(List<ValueTerm> terms, int start, out AmountUnit unit);

    /// <summary>An amount of money, or null.</summary>
    public static MoneyValue? ReadMoney(List<ValueTerm> terms)
    {
        JoinThousands(terms, withCommas: true);
        return TryReadAmount(terms, CurrencyNames.TryRead, out Amount amount)
            ? new MoneyValue { Number = amount.Value, To = amount.To, Currency = amount.Unit, Qualifier = amount.QualifierOf(terms) }
            : null;
    }

    /// <summary>A percentage, or null.</summary>
    public static PercentageValue? ReadPercentage(List<ValueTerm> terms) =>
        TryReadAmount(terms, TryReadPercent, out Amount amount)
            ? new PercentageValue { Number = amount.Value, To = amount.To, IsPoints = terms.Exists(term => term.Word == ValueWord.Point), Qualifier = amount.QualifierOf(terms) }
            : null;

    /// <summary>A number of units, or null.</summary>
    public static QuantityValue? ReadQuantity(List<ValueTerm> terms) =>
        TryReadAmount(terms, UnitNames.TryRead, out Amount amount)
            ? new QuantityValue { Number = amount.Value, To = amount.To, Unit = UnitNames.WithRate(amount.Unit, terms), Qualifier = amount.QualifierOf(terms) }
            : null;

    /// <summary>A number, or null.</summary>
    public static NumberValue? ReadNumber(List<ValueTerm> terms, bool isOrdinal)
    {
        JoinThousands(terms, withCommas: false);
        if (HasVague(terms))
        {
            return null;
        }

        if (!TryFindNumeral(terms, 0, out _, out NumeralTerms numeral))
        {
            // жартысы
            return terms.Exists(term => term.Word == ValueWord.Part && term.Text.StartsWith("жарты", StringComparison.Ordinal)) && !isOrdinal
                ? new NumberValue { Number = 0.5m, Qualifier = QualifierOf(terms, isRange: false) }
                : null;
        }

        // 1/4
        int next = numeral.Next;
        if (next + 1 < terms.Count && terms[next].IsMark('/') && numeral.To is null && Numerals.TryRead(terms, next + 1, out NumeralTerms denominator) && denominator.Value > Math.Abs(numeral.Value))
        {
            numeral = denominator with { Value = Math.Round(numeral.Value / denominator.Value, 6) };
        }

        if (terms.Exists(term => term.Shape == ValueTermShape.Separated) || TryFindNumeral(terms, numeral.Next, out _, out _))
        {
            return null;
        }

        return new NumberValue { Number = numeral.Value, To = numeral.To, IsOrdinal = isOrdinal, Qualifier = QualifierOf(terms, numeral.To is not null) };
    }

    /// <summary>Whether the phrase says more, less or about.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="isRange">Whether <c>дейін</c> only ends a range.</param>
    public static ValueQualifier QualifierOf(List<ValueTerm> terms, bool isRange)
    {
        var found = ValueQualifier.Exact;
        for (int i = 0; i < terms.Count; i++)
        {
            ValueTerm term = terms[i];
            ValueQualifier qualifier = term.Word switch
            {
                ValueWord.Qualifier => (ValueQualifier)(int)term.Argument,
                ValueWord.Until when !isRange => ValueQualifier.AtMost,
                ValueWord.Since when term.Text == "бастап" => ValueQualifier.AtLeast,
                ValueWord.Mark when term.Text is ">" => ValueQualifier.MoreThan,
                ValueWord.Mark when term.Text is "<" => ValueQualifier.LessThan,
                ValueWord.Mark when term.Text is "~" or "≈" => ValueQualifier.About,
                _ when ValueEndings.AreRough(term.Endings) && term.Word is ValueWord.Numeral or ValueWord.Scale or ValueWord.Percent or ValueWord.Unit or ValueWord.None => ValueQualifier.About,
                _ => ValueQualifier.Exact,
            };
            if (qualifier == ValueQualifier.Exact)
            {
                continue;
            }

            // кем емес, көп дегенде, ең аз
            bool isTurned = i + 1 < terms.Count && (terms[i + 1].Word == ValueWord.Not || terms[i + 1].Text == "дегенде");
            bool isMost = i > 0 && terms[i - 1].Text == "ең";
            found = (qualifier, isTurned || isMost) switch
            {
                (ValueQualifier.MoreThan, true) => ValueQualifier.AtMost,
                (ValueQualifier.LessThan, true) => ValueQualifier.AtLeast,
                _ => qualifier,
            };
        }

        return found;
    }

    private static bool TryReadPercent(List<ValueTerm> terms, int start, out AmountUnit unit)
    {
        unit = default;
        if (start >= terms.Count || terms[start].Word != ValueWord.Percent)
        {
            return false;
        }

        unit = new AmountUnit("%", terms[start].Argument, start + 1, terms[start].Endings);
        return true;
    }

    private static bool TryReadAmount(List<ValueTerm> terms, UnitReader readUnit, out Amount amount)
    {
        amount = default;
        if (HasVague(terms) || !TryFindNumeral(terms, 0, out int start, out NumeralTerms numeral))
        {
            return false;
        }

        // The unit stands behind the number, or before it: $5, USD 500.
        int next = SkipBetween(terms, numeral);
        if (!readUnit(terms, next, out AmountUnit unit) && !TryReadUnitBefore(terms, readUnit, start, out unit))
        {
            return TryReadRangeAcrossUnits(terms, readUnit, numeral, out amount);
        }

        next = Math.Max(next, unit.Next);
        decimal value = numeral.Value * unit.Factor;
        decimal? to = numeral.To * unit.Factor;
        if (TryReadSecond(terms, readUnit, next, unit, out decimal second, out int end, out bool isRange))
        {
            (value, to) = isRange ? (value, second) : (value + second, to);
            next = end;
        }

        // Degrees of frost are counted downwards: 15–20 градус аяз.
        (value, to) = to < value ? (to.Value, value) : (value, to);
        amount = new Amount(value, to, unit.Symbol, ValueEndings.AreRough(unit.Endings));
        return !TryFindNumeral(terms, next, out _, out _) && !terms.Exists(term => term.Shape == ValueTermShape.Separated);
    }

    // 1 млн астам доллар; 60 000 (алпыс мың) теңге
    private static int SkipBetween(List<ValueTerm> terms, NumeralTerms numeral)
    {
        int next = numeral.Next;
        if (next < terms.Count && terms[next].IsMark('(') && Numerals.TryRead(terms, next + 1, out NumeralTerms again) && again.Value == numeral.Value
            && again.Next < terms.Count && terms[again.Next].IsMark(')'))
        {
            next = again.Next + 1;
        }

        while (next + 1 < terms.Count && terms[next].Word == ValueWord.Qualifier)
        {
            next++;
        }

        return next;
    }

    // 10 мың теңгеден 15 мың теңгеге дейін; 5 теңге 30 тиын; 20 %–25 %
    private static bool TryReadSecond(List<ValueTerm> terms, UnitReader readUnit, int start, AmountUnit unit, out decimal value, out int next, out bool isRange)
    {
        (value, next) = (0, start);
        bool dash = start < terms.Count && terms[start].Word is ValueWord.Dash or ValueWord.With;
        isRange = dash || ValueEndings.AreAblative(unit.Endings);
        int at = dash ? start + 1 : start;
        if (!Numerals.TryRead(terms, at, out NumeralTerms numeral) || !readUnit(terms, numeral.Next, out AmountUnit second))
        {
            return false;
        }

        if (UnitNames.IsThousandth(second.Symbol, unit.Symbol))
        {
            second = second with { Symbol = unit.Symbol, Factor = second.Factor / 1000 };
        }

        if (second.Symbol != unit.Symbol || (!isRange && second.Factor >= unit.Factor))
        {
            return false;
        }

        value = numeral.Value * second.Factor;
        next = second.Next;
        return true;
    }

    // $5–7 млн has its unit before; 5 пен 7 млн доллар аралығы behind the second number.
    private static bool TryReadRangeAcrossUnits(List<ValueTerm> terms, UnitReader readUnit, NumeralTerms lower, out Amount amount)
    {
        amount = default;
        if (lower.Next >= terms.Count || terms[lower.Next].Word is not (ValueWord.Dash or ValueWord.With)
            || !Numerals.TryRead(terms, lower.Next + 1, out NumeralTerms upper) || !readUnit(terms, upper.Next, out AmountUnit unit) || lower.Value >= upper.Value)
        {
            return false;
        }

        amount = new Amount(lower.Value * unit.Factor, upper.Value * unit.Factor, unit.Symbol, ValueEndings.AreRough(unit.Endings));
        return true;
    }

    private static bool TryReadUnitBefore(List<ValueTerm> terms, UnitReader readUnit, int start, out AmountUnit unit)
    {
        for (int i = 0; i < start; i++)
        {
            if (readUnit(terms, i, out unit) && unit.Next <= start)
            {
                return true;
            }
        }

        unit = default;
        return false;
    }

    private static bool TryFindNumeral(List<ValueTerm> terms, int from, out int start, out NumeralTerms numeral)
    {
        for (start = from; start < terms.Count; start++)
        {
            if (Numerals.TryReadRange(terms, start, out numeral))
            {
                return true;
            }
        }

        numeral = default;
        return false;
    }

    private static bool HasVague(List<ValueTerm> terms) => terms.Exists(term => term.Word == ValueWord.Vague);

    // Three places behind a point are thousands where an amount is no fraction of a scale: $225.619, 1.200 адам, but 1.225 млрд.
    private static void JoinThousands(List<ValueTerm> terms, bool withCommas)
    {
        const int Places = 3;
        for (int i = 0; i < terms.Count; i++)
        {
            ValueTerm term = terms[i];
            int point = term.Text.IndexOfAny(['.', ',']);
            bool scaled = i + 1 < terms.Count && terms[i + 1].Word is ValueWord.Scale or ValueWord.Whole;
            if (term is { Word: ValueWord.Numeral, Shape: ValueTermShape.Digits } && point is >= 1 and <= Places && term.Text[0] != '0' && !scaled
                && term.Text.Length == point + 1 + Places && (withCommas || term.Text[point] == '.'))
            {
                terms[i] = term with { Argument = term.Argument * 1000 };
            }
        }
    }

    private readonly record struct Amount(decimal Value, decimal? To, string Unit, bool IsRough)
    {
        public ValueQualifier QualifierOf(List<ValueTerm> terms)
        {
            ValueQualifier qualifier = AmountReader.QualifierOf(terms, To is not null);
            return qualifier == ValueQualifier.Exact && IsRough ? ValueQualifier.About : qualifier;
        }
    }
}
