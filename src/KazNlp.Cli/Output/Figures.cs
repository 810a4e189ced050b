using System.CommandLine;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>Writes what an evaluation measured: a table for people, or a JSON object for programs.</summary>
internal static class Figures
{
    /// <summary>Below it, rounding to a fixed number of digits says nothing.</summary>
    public const double Small = 0.0005;

    private const int JsonDigits = 6;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>The option that chooses between the two.</summary>
    /// <param name="json">What the JSON is.</param>
    public static Option<string> Format(string json = "one object") => CommonArguments.Format($"table: for people. json: {json}.", "table", "json");

    /// <summary>Whether JSON was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="format">The option of <see cref="Format"/>.</param>
    public static bool AsJson(this ParseResult parsed, Option<string> format) => parsed.GetRequiredValue(format) == "json";

    /// <summary>Writes the figures to standard output.</summary>
    /// <param name="streams">Where standard output goes.</param>
    /// <param name="asJson">Whether as JSON.</param>
    /// <param name="writeJson">Writes the properties of the object.</param>
    /// <param name="writeTable">Writes the table.</param>
    public static void Write(StandardStreams streams, bool asJson, Action<Utf8JsonWriter> writeJson, Action<TextWriter> writeTable)
    {
        if (asJson)
        {
            WriteObject(streams.Output, writeJson);
            return;
        }

        using StreamWriter output = streams.OpenOutputText();
        writeTable(output);
    }

    /// <summary>Writes a figure, rounded to the digits that can mean something.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="value">The figure.</param>
    public static void WriteFigure(this Utf8JsonWriter json, ReadOnlySpan<byte> property, double value) => json.WriteNumber(property, Round(value));

    /// <inheritdoc cref="WriteFigure(Utf8JsonWriter, ReadOnlySpan{byte}, double)"/>
    public static void WriteFigure(this Utf8JsonWriter json, string property, double value) => json.WriteNumber(property, Round(value));

    private static double Round(double value) => value < Small ? value : Math.Round(value, JsonDigits);

    private static void WriteObject(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
