using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace KazNlp;

/// <summary>
/// Reads labelled texts: <c>.jsonl</c> with <c>{"id","label","label2","title","text","source"}</c> a line, or <c>.csv</c> with a header that names the columns
/// <c>label</c>, <c>title</c>, <c>text</c> and, if there are any, <c>id</c>, <c>label2</c>, <c>source</c>. UTF-8; a byte order mark is accepted. Thread-safe.
/// </summary>
/// <remarks>Only <c>label</c> and <c>text</c> are required, and of <c>title</c> and <c>text</c> one may be empty.</remarks>
public static class TopicExampleReader
{
    /// <summary>Reads a file by its extension: <c>.csv</c> as CSV, any other as JSON Lines.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The examples, in the file's order.</returns>
    /// <exception cref="DataFormatException">A line is broken, lacks its label or has no text; or the text column is empty throughout. The message names file, line and reason.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<TopicExample> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(reader, path) : ReadJsonLines(reader, path);
    }

    /// <summary>Reads JSON Lines; blank lines are skipped.</summary>
    /// <param name="reader">The text; it stays open.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<TopicExample> ReadJsonLines(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var examples = new List<TopicExample>();
        int line = 0;
        while (reader.ReadLine() is string json)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json))
            {
                examples.Add(ParseJson(json, name, line));
            }
        }

        return Checked(examples, name, line);
    }

    /// <summary>Reads CSV with a header; fields may be quoted and hold line breaks.</summary>
    /// <param name="reader">The text; it stays open.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">As for <see cref="Read"/>; or the header lacks a column.</exception>
    public static IReadOnlyList<TopicExample> ReadCsv(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
            BadDataFound = context => throw new DataFormatException(name, context.Context.Parser!.RawRow, $"a quotation mark stands where none may in the field '{Shorten(context.Field)}'; write it twice inside a quoted field"),
            LineBreakInQuotedFieldIsBadData = false,
        };
        using var csv = new CsvReader(reader, configuration, leaveOpen: true);
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new DataFormatException(name, 1, "the file is empty; a header 'label,title,text' is needed");
        }

        HashSet<string> header = [.. csv.HeaderRecord!.Select(column => column.Trim().ToLowerInvariant())];
        foreach (string column in (string[])["label", "text"])
        {
            if (!header.Contains(column))
            {
                throw new DataFormatException(name, 1, $"the header has no column '{column}'; it has '{string.Join(',', csv.HeaderRecord!)}'");
            }
        }

        int columns = csv.HeaderRecord!.Length;
        var examples = new List<TopicExample>();
        while (csv.Read())
        {
            int line = csv.Parser.RawRow;
            if (csv.Parser.Count != columns)
            {
                throw new DataFormatException(name, line, $"the row has {csv.Parser.Count} fields where the header has {columns}; quote fields that hold commas");
            }

            examples.Add(Create(name, line, Field("id"), Field("label"), Field("label2"), Field("title"), Field("text"), Field("source")));
        }

        return Checked(examples, name, csv.Parser.RawRow);

        string? Field(string column) => header.Contains(column) ? csv.GetField(column) : null;
    }

    private static TopicExample ParseJson(string json, string name, int line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new DataFormatException(name, line, "the line is no JSON object");
            }

            return Create(name, line, Property("id"), Property("label"), Property("label2"), Property("title"), Property("text"), Property("source"));

            string? Property(string key) => root.TryGetProperty(key, out JsonElement value)
                ? value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Null => null,
                    JsonValueKind.Number when key == "id" => value.GetRawText(),
                    _ => throw new DataFormatException(name, line, $"the value of '{key}' is no string"),
                }
                : null;
        }
        catch (JsonException error)
        {
            throw new DataFormatException(name, line, $"the line is not valid JSON: {Reason(error)}", checked((int)(error.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException error)
        {
            throw new DataFormatException(name, line, $"the line holds a string that is not valid Unicode: {error.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The parser's message without the place, which it counts from the start of the line.</summary>
    private static string Reason(JsonException error)
    {
        int place = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? error.Message : error.Message[..place]).TrimEnd('.');
    }

    private static TopicExample Create(string name, int line, string? id, string? label, string? secondLabel, string? title, string? text, string? source) => new()
    {
        Id = id ?? "",
        Label = string.IsNullOrWhiteSpace(label) ? throw new DataFormatException(name, line, "the label is missing or empty") : label.Trim(),
        SecondLabel = string.IsNullOrWhiteSpace(secondLabel) ? null : secondLabel.Trim(),
        Title = title ?? "",
        Text = text ?? throw new DataFormatException(name, line, "the text is missing"),
        Source = string.IsNullOrEmpty(source) ? null : source,
    };

    private static List<TopicExample> Checked(List<TopicExample> examples, string name, int lastLine)
    {
        if (examples.Count == 0)
        {
            throw new DataFormatException(name, Math.Max(1, lastLine), "the file holds no examples");
        }

        if (examples.TrueForAll(example => string.IsNullOrWhiteSpace(example.Text)))
        {
            throw new DataFormatException(name, 1, "the column 'text' is empty in every row");
        }

        return examples;
    }

    private static string Shorten(string? field) => field is { Length: > 40 } ? string.Concat(field.AsSpan(0, 40), "…") : field ?? "";
}
