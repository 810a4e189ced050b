namespace KazNlp;

/// <summary>
/// What a date, time, amount or number says, in a form to compute with: <see cref="DateValue"/>, <see cref="TimeValue"/>, <see cref="DurationValue"/>,
/// <see cref="MoneyValue"/>, <see cref="PercentageValue"/>, <see cref="QuantityValue"/> or <see cref="NumberValue"/>. Immutable and thread-safe.
/// </summary>
/// <remarks><c>ToString</c> gives each a short form, free of culture: <c>2024-03-05</c>, <c>P5Y</c>, <c>1500000000 KZT</c>, <c>&gt;38%</c>.</remarks>
public abstract record EntityValue
{
    private protected EntityValue()
    {
    }
}
