namespace KazNlp;

/// <summary>A named entity: where it stands in the text, what it is, and how it is called when no grammar is glued to it.</summary>
/// <remarks>Immutable. Offsets are UTF-16 code units of the text that was analysed.</remarks>
public sealed record Entity
{
    /// <summary>Offset of the first code unit.</summary>
    public required int Start { get; init; }

    /// <summary>Number of code units.</summary>
    public required int Length { get; init; }

    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The class.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The mention as it is written: <c>Тәжікстанмен</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The name in its dictionary form: plural, case and <c>-дағы/-нікі</c> endings are off the last word; the possessive that holds a compound name together stays. <c>Тәжікстан</c>.</summary>
    public required string Canonical { get; init; }

    /// <summary>
    /// ISO 3166-1 alpha-2 code of the country that is named or that the named place lies in, and of the country of inhabitants and peoples
    /// (<c>қырғызстандық</c>, <c>тәжік</c>); null when it is not known.
    /// </summary>
    public string? CountryCode { get; init; }

    /// <summary>ISO 3166-2 code of the region or city of Kazakhstan that is named or that the named place lies in: <c>KZ-75</c>; null when it is not known, or the name is another one's.</summary>
    public string? SubdivisionCode { get; init; }

    /// <summary>
    /// What a DATE, TIME, MONEY, PERCENTAGE, QUANTITY, CARDINAL or ORDINAL says: <see cref="DateValue"/> or <see cref="DurationValue"/>, <see cref="TimeValue"/>,
    /// <see cref="MoneyValue"/>, <see cref="PercentageValue"/>, <see cref="QuantityValue"/>, <see cref="NumberValue"/>. Null for other classes, and where the text
    /// does not say enough: <c>бірнеше жыл</c>, or <c>кеше</c> without a reference date.
    /// </summary>
    public EntityValue? Value { get; init; }

    /// <summary>The identifier that the user's own gazetteer or rule gives the thing; null for an entity of the model, and where the user gave none.</summary>
    public string? Id { get; init; }

    /// <summary>Probability that the span and its class are right, 0 to 1; 1 for a name of the user's own gazetteers and rules, and for what its shape alone shows: a contact, an amount with a currency sign, a date with its day in quotes.</summary>
    public required double Score { get; init; }

    /// <summary>Number of the group of mentions of one thing, from zero, in the order of first mention in the document.</summary>
    public int GroupId { get; init; }
}
