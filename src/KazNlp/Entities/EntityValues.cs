using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KazNlp;

/// <summary>Reads the value of an entity by its class.</summary>
internal static class EntityValues
{
    private static readonly ImmutableArray<string> Conjunctions = ["және", "мен", "пен", "бен"];

    // What changes reaches the amount: 63 долларға дейін төмендеді, 18 пайызға дейін көтерілді.
    private static readonly FrozenSet<string> VerbsOfChange = FrozenSet.Create(
        StringComparer.Ordinal, "төменде", "төмендет", "түс", "түсір", "азай", "азайт", "кемі", "кеміт", "қысқар", "қысқарт", "арзанда", "арзандат", "құлдыра", "баяула", "баяулат", "өс", "өсір", "арт", "арттыр",
        "көтер", "көтеріл", "көбей", "көбейт", "ұлғай", "ұлғайт", "кеңей", "кеңейт", "қымбатта", "қымбаттат", "жоғарыла", "жоғарылат", "жет", "жеткіз", "жеткізіл", "ұзар", "ұзарт", "өзгер", "өзгерт", "суы", "суыт", "жылын");

    /// <summary>Sets the <see cref="Entity.Value"/> of each entity that says one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">The entities; replaced in place.</param>
    /// <param name="referenceDate">The day that relative dates count from, or null.</param>
    public static void Assign(string text, List<Entity> entities, DateOnly? referenceDate)
    {
        for (int i = 0; i < entities.Count; i++)
        {
            if (Read(entities[i].Text, entities[i].Type, referenceDate) is { } value)
            {
                bool isReached = value is NumericValue { Qualifier: ValueQualifier.AtMost } && entities[i].Text.EndsWith("йін", StringComparison.Ordinal) && IsChange(WordBehind(text, entities[i].End));
                entities[i] = entities[i] with { Value = isReached ? (NumericValue)value with { Qualifier = ValueQualifier.Exact } : value };
            }
        }
    }

    private static ReadOnlySpan<char> WordBehind(string text, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(end);
        rest = rest is [' ', ..] ? rest[1..] : [];
        int length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return rest[..length];
    }

    private static bool IsChange(ReadOnlySpan<char> word) => !word.IsEmpty && VerbsOfChange.Contains(KazakhMorphology.Default.Lemmatize(word));

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

    /// <summary>The amounts that a mention lists: <c>2 млрд теңге, 5 млн доллар</c>; empty where it is one amount, or an item says none: <c>100 мен 200 теңге</c>.</summary>
    /// <param name="mention">The mention as the text has it.</param>
    /// <param name="type">Its class; only MONEY, PERCENTAGE and QUANTITY are taken apart.</param>
    public static ImmutableArray<Range> ItemsOfList(ReadOnlySpan<char> mention, EntityType type)
    {
        if ((type != EntityType.Money && type != EntityType.Percentage && type != EntityType.Quantity) || Read(mention, type, referenceDate: null) is not null)
        {
            return [];
        }

        ImmutableArray<Range>.Builder items = ImmutableArray.CreateBuilder<Range>();
        int start = 0;
        int end = 0;
        foreach (Range range in mention.SplitAny(default(ReadOnlySpan<char>)))
        {
            ReadOnlySpan<char> word = mention[range];
            bool isComma = word is [.., ','];
            if (!isComma && !Conjunctions.Contains(word.ToString()))
            {
                end = range.End.Value;
                continue;
            }

            items.Add(Trim(mention, start, isComma ? range.End.Value - 1 : end));
            start = range.End.Value + 1;
        }

        if (items.Count == 0 || start >= mention.Length)
        {
            return [];
        }

        items.Add(Trim(mention, start, mention.Length));
        foreach (Range item in items)
        {
            if (item.End.Value <= item.Start.Value || Read(mention[item], type, referenceDate: null) is null)
            {
                return [];
            }
        }

        return items.ToImmutable();
    }

    // A line may be broken, or a space be typed twice, between the items.
    private static Range Trim(ReadOnlySpan<char> mention, int start, int end)
    {
        start = Math.Min(start, end);
        ReadOnlySpan<char> item = mention[start..end];
        return (start + item.Length - item.TrimStart().Length)..(end - item.Length + item.TrimEnd().Length);
    }
}
