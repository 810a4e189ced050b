namespace KazNlp;

/// <summary>Reads the value of an entity by its class.</summary>
internal static class EntityValues
{
    /// <summary>Sets the <see cref="Entity.Value"/> of each entity that says one.</summary>
    /// <param name="entities">The entities; replaced in place.</param>
    /// <param name="referenceDate">The day that relative dates count from, or null.</param>
    public static void Assign(List<Entity> entities, DateOnly? referenceDate)
    {
        for (int i = 0; i < entities.Count; i++)
        {
            if (Read(entities[i].Text, entities[i].Type, referenceDate) is { } value)
            {
                entities[i] = entities[i] with { Value = value };
            }
        }
    }

    /// <summary>The value of a mention; null when its class has none or the text does not say enough.</summary>
    /// <param name="mention">The mention as the text has it.</param>
    /// <param name="type">Its class.</param>
    /// <param name="referenceDate">The day that relative dates count from, or null.</param>
    public static EntityValue? Read(ReadOnlySpan<char> mention, EntityType type, DateOnly? referenceDate) => type.Name switch
    {
        "DATE" => DateReader.Read(ValueTerms.Read(mention), referenceDate),
        "TIME" => TimeReader.Read(ValueTerms.Read(mention)),
        "MONEY" => AmountReader.ReadMoney(ValueTerms.Read(mention)),
        "PERCENTAGE" => AmountReader.ReadPercentage(ValueTerms.Read(mention)),
        "QUANTITY" => AmountReader.ReadQuantity(ValueTerms.Read(mention)) ?? (EntityValue?)DurationReader.Read(ValueTerms.Read(mention)),
        "CARDINAL" => AmountReader.ReadNumber(ValueTerms.Read(mention), isOrdinal: false),
        "ORDINAL" => AmountReader.ReadNumber(ValueTerms.Read(mention), isOrdinal: true),
        _ => null,
    };
}
