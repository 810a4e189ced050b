using System.Globalization;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>Values of entities as JSON: an object whose <c>kind</c> tells what else it holds. What is null or exact is left out.</summary>
/// <remarks>
/// <c>{"kind":"date","iso","start","end"}</c>, <c>{"kind":"time","iso"}</c>, <c>{"kind":"duration","iso","to","qualifier"}</c>,
/// <c>{"kind":"money","amount","to","qualifier","currency"}</c>, <c>{"kind":"percentage","number",…,"points"}</c>, <c>{"kind":"quantity","number",…,"unit"}</c>,
/// <c>{"kind":"number","number",…,"ordinal"}</c>. Qualifiers: <c>about</c>, <c>moreThan</c>, <c>lessThan</c>, <c>atLeast</c>, <c>atMost</c>.
/// </remarks>
internal static class EntityValueJson
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Writes a value as a property.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, EntityValue value)
    {
        json.WriteStartObject(property);
        switch (value)
        {
            case DateValue date:
                json.WriteString("kind"u8, "date"u8);
                json.WriteString("iso"u8, date.Iso);
                WriteDay(json, "start"u8, date.Start);
                WriteDay(json, "end"u8, date.End);
                break;
            case TimeValue time:
                json.WriteString("kind"u8, "time"u8);
                json.WriteString("iso"u8, time.Iso);
                break;
            case DurationValue duration:
                json.WriteString("kind"u8, "duration"u8);
                json.WriteString("iso"u8, duration.Iso);
                if (duration.To is not null)
                {
                    json.WriteString("to"u8, duration.To);
                }

                WriteQualifier(json, duration.Qualifier);
                break;
            case MoneyValue money:
                json.WriteString("kind"u8, "money"u8);
                WriteNumber(json, "amount"u8, money);
                json.WriteText("currency"u8, money.Currency);
                break;
            case PercentageValue percentage:
                json.WriteString("kind"u8, "percentage"u8);
                WriteNumber(json, "number"u8, percentage);
                if (percentage.IsPoints)
                {
                    json.WriteBoolean("points"u8, true);
                }

                break;
            case QuantityValue quantity:
                json.WriteString("kind"u8, "quantity"u8);
                WriteNumber(json, "number"u8, quantity);
                json.WriteText("unit"u8, quantity.Unit);
                break;
            case NumberValue number:
                json.WriteString("kind"u8, "number"u8);
                WriteNumber(json, "number"u8, number);
                if (number.IsOrdinal)
                {
                    json.WriteBoolean("ordinal"u8, true);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No entity has a value of this kind.");
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> property, NumericValue value)
    {
        json.WriteNumber(property, value.Number);
        if (value.To is { } to)
        {
            json.WriteNumber("to"u8, to);
        }

        WriteQualifier(json, value.Qualifier);
    }

    private static void WriteQualifier(Utf8JsonWriter json, ValueQualifier qualifier)
    {
        ReadOnlySpan<byte> name = qualifier switch
        {
            ValueQualifier.About => "about"u8,
            ValueQualifier.MoreThan => "moreThan"u8,
            ValueQualifier.LessThan => "lessThan"u8,
            ValueQualifier.AtLeast => "atLeast"u8,
            ValueQualifier.AtMost => "atMost"u8,
            _ => default,
        };
        if (!name.IsEmpty)
        {
            json.WriteString("qualifier"u8, name);
        }
    }

    private static void WriteDay(Utf8JsonWriter json, ReadOnlySpan<byte> property, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(property, known.ToString(Day, CultureInfo.InvariantCulture));
        }
    }
}
