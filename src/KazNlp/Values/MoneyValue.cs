namespace KazNlp;

/// <summary>An amount of money: <c>1,5 млрд теңге</c>, <c>$225.619</c>.</summary>
public sealed record MoneyValue : NumericValue
{
    /// <summary>The amount in units of the currency: <see cref="NumericValue.Number"/> by its usual name. <c>тиын</c> and cents are hundredths.</summary>
    public decimal Amount => Number;

    /// <summary>ISO 4217 code: <c>KZT</c>. Crypto-currencies have none there; theirs is the usual one, <c>XBT</c>, <c>ETH</c>.</summary>
    public required string Currency { get; init; }

    /// <summary><c>1500000000 KZT</c>.</summary>
    public override string ToString() => $"{NumberText} {Currency}";
}
