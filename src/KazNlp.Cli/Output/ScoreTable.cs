using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace KazNlp.Cli;

/// <summary>The figures of an evaluation: a row a class, then micro and macro; as a table or as JSON.</summary>
internal sealed class ScoreTable
{
    /// <summary>A class, or all classes together.</summary>
    /// <param name="Label">Its name.</param>
    /// <param name="Gold">Number in the data.</param>
    /// <param name="Predicted">Number that the model found.</param>
    /// <param name="Correct">Number found rightly.</param>
    /// <param name="Precision">0 to 1.</param>
    /// <param name="Recall">0 to 1.</param>
    /// <param name="F1">0 to 1.</param>
    public sealed record Row(string Label, int? Gold, int? Predicted, int? Correct, double Precision, double Recall, double F1);

    /// <summary>A row a class.</summary>
    public required IReadOnlyList<Row> Classes { get; init; }

    /// <summary>All classes together.</summary>
    public required Row Micro { get; init; }

    /// <summary>The mean over the classes.</summary>
    public required Row Macro { get; init; }

    /// <summary>Parts of the data, each with the figures of all classes together; none when the data was not parted.</summary>
    public IReadOnlyList<Row> Parts { get; init; } = [];

    /// <summary>Further figures: a JSON property name, what people call it, and the value.</summary>
    public required IReadOnlyList<(string Property, string Caption, double Value)> Totals { get; init; }

    /// <summary>Writes what an evaluation has beyond these figures, at the end of the JSON object.</summary>
    public Action<Utf8JsonWriter>? WriteMoreJson { get; init; }

    /// <summary>Writes the same for people, after the table.</summary>
    public Action<TextWriter>? WriteMoreText { get; init; }

    /// <summary>Writes the figures.</summary>
    /// <param name="streams">Where to.</param>
    /// <param name="asJson">Whether as one JSON object instead of a table.</param>
    public void Write(StandardStreams streams, bool asJson) => Figures.Write(streams, asJson, WriteJson, WriteText);

    private void WriteJson(Utf8JsonWriter json)
    {
        foreach ((string property, _, double value) in Totals)
        {
            json.WriteFigure(property, value);
        }

        json.WriteStartArray("classes"u8);
        foreach (Row row in Classes)
        {
            json.WriteStartObject();
            json.WriteText("label"u8, row.Label);
            WriteFigures(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach ((string property, Row row) in new[] { ("micro", Micro), ("macro", Macro) }.Concat(Parts.Select(part => (part.Label, part))))
        {
            json.WriteStartObject(property);
            WriteFigures(json, row);
            json.WriteEndObject();
        }

        WriteMoreJson?.Invoke(json);
    }

    private static void WriteFigures(Utf8JsonWriter json, Row row)
    {
        foreach ((string property, int? count) in new[] { ("gold", row.Gold), ("predicted", row.Predicted), ("correct", row.Correct) })
        {
            if (count is { } number)
            {
                json.WriteNumber(property, number);
            }
        }

        json.WriteFigure("precision"u8, row.Precision);
        json.WriteFigure("recall"u8, row.Recall);
        json.WriteFigure("f1"u8, row.F1);
    }

    private void WriteText(TextWriter output)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Class"));
        foreach (string figure in new[] { "Precision", "Recall", "F1", "Gold", "Predicted", "Correct" })
        {
            table.AddColumn(new TableColumn(figure).RightAligned());
        }

        foreach (Row row in Classes)
        {
            AddRow(table, row);
        }

        table.AddEmptyRow();
        AddRow(table, Micro);
        AddRow(table, Macro);
        foreach (Row part in Parts)
        {
            AddRow(table, part);
        }

        output.WriteTable(table);
        foreach ((_, string caption, double value) in Totals)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {caption}: {value.ToString(value is > 0 and < Figures.Small ? "0.0e-0" : "#,0.####", CultureInfo.InvariantCulture)}"));
        }

        WriteMoreText?.Invoke(output);
    }

    private static void AddRow(Table table, Row row) => table.AddRow(
        Markup.Escape(row.Label), Percent(row.Precision), Percent(row.Recall), Percent(row.F1), Count(row.Gold), Count(row.Predicted), Count(row.Correct));

    private static string Percent(double value) => (100 * value).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Count(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty;
}
