using System.Globalization;

namespace KazNlp;

/// <summary>A value that is a number, or a range of numbers, of something. Immutable and thread-safe.</summary>
public abstract record NumericValue : EntityValue
{
    private readonly decimal _number;
    private readonly decimal? _to;

    private protected NumericValue()
    {
    }

    /// <summary>The number, without trailing zeros behind its point; the lower end of a range: 10000 in <c>10–15 мың</c>.</summary>
    public required decimal Number
    {
        get => _number;
        init => _number = Trim(value);
    }

    /// <summary>The upper end of a range: 15000 in <c>10–15 мың</c>; null when one number is named.</summary>
    public decimal? To
    {
        get => _to;
        init => _to = value is { } upper ? Trim(upper) : null;
    }

    /// <summary>Whether the text says more or less than the number, or about it.</summary>
    public ValueQualifier Qualifier { get; init; }

    /// <summary>The qualifier's sign, the number, and the end of a range behind two points: <c>~5</c>, <c>10000..15000</c>.</summary>
    private protected string NumberText =>
        To is { } upper
            ? string.Create(CultureInfo.InvariantCulture, $"{Qualifier.Sign()}{Number}..{upper}")
            : string.Create(CultureInfo.InvariantCulture, $"{Qualifier.Sign()}{Number}");

    // Divided by a one with all its places, a decimal keeps no zeros that say nothing: 1.50 thousand is 1500, not 1500.00.
    private static decimal Trim(decimal number) => number / 1.0000000000000000000000000000m;
}
