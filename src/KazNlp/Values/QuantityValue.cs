namespace KazNlp;

/// <summary>A number of units: <c>4,2 млн тонна</c>, <c>−25°C</c>, <c>90 шақырым/сағ</c>.</summary>
public sealed record QuantityValue : NumericValue
{
    /// <summary>
    /// The unit's symbol: <c>km</c>, <c>m²</c>, <c>m³</c>, <c>ha</c>, <c>kg</c>, <c>t</c>, <c>L</c>, <c>°C</c>, <c>km/h</c>, <c>m/s</c>, <c>MW</c>, <c>kWh</c>, <c>GB</c>, <c>bbl</c> …
    /// by the International System of Units where it has one. Degrees without a scale are Celsius. Where no symbol is in use it is the Kazakh name: <c>балл</c>, <c>АЕК</c>.
    /// </summary>
    public required string Unit { get; init; }

    /// <summary><c>4200000 t</c>.</summary>
    public override string ToString() => $"{NumberText} {Unit}";
}
