using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>A document of a JSONL file: <c>{"id","title","date","text"}</c>.</summary>
/// <param name="Id">The id as it was written, a JSON value in UTF-8; <c>null</c> where the line has none.</param>
/// <param name="Title">The title; null where the line has none, or an empty one.</param>
/// <param name="Date">The day that relative dates count from; null where the line has none. A time behind it, as in <c>2025-08-22T10:00Z</c>, is left out.</param>
/// <param name="Text">The text.</param>
internal readonly record struct JsonlDocument(ReadOnlyMemory<byte> Id, string? Title, DateOnly? Date, string Text)
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">The line in UTF-8, without its end.</param>
    /// <param name="file">What errors call the file.</param>
    /// <param name="number">The line's number, counted from 1.</param>
    /// <exception cref="DataFormatException">The line is not such an object; the message names file and line.</exception>
    /// <exception cref="InputException">The file is binary or UTF-16.</exception>
    public static JsonlDocument Parse(ReadOnlyMemory<byte> line, string file, int number)
    {
        Utf8Text.CheckLine(line.Span, file, number);
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line);
        }
        catch (JsonException fault)
        {
            int place = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            string reason = (place < 0 ? fault.Message : fault.Message[..place]).TrimEnd('.');
            throw new DataFormatException(file, number, $"not a JSON object ({reason})", (int?)fault.BytePositionInLine + 1);
        }

        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Fault("""not a JSON object; a line must be {"id": …, "title": …, "text": …}""");
            }

            string? text = GetString("text") ?? throw Fault("""no "text"; a line must be {"id": …, "title": …, "text": …}""");
            string? title = GetString("title");
            byte[] id = json.RootElement.TryGetProperty("id", out JsonElement value) ? JsonMarshal.GetRawUtf8Value(value).ToArray() : "null"u8.ToArray();
            return new JsonlDocument(id, string.IsNullOrEmpty(title) ? null : title, ReadDate(GetString("date")), text);

            DateOnly? ReadDate(string? date) =>
                string.IsNullOrEmpty(date) ? null
                : IsoDate.TryParse(date, out DateOnly day) ? day
                : throw Fault($"\"date\" is \"{date}\" and no date such as 2025-08-22");

            string? GetString(string property) =>
                !json.RootElement.TryGetProperty(property, out JsonElement element) || element.ValueKind == JsonValueKind.Null ? null
                : element.ValueKind == JsonValueKind.String ? Unescape(element)
                : throw Fault($"\"{property}\" is no string");
        }

        DataFormatException Fault(string reason) => new(file, number, reason);
    }

    /// <summary>The string of an element. JSON may escape a lone surrogate (<c>"\ud800"</c>), which the framework's own reader refuses.</summary>
    private static string Unescape(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(element);
            return UnescapeAnySurrogates(Encoding.UTF8.GetString(raw[1..^1]));
        }
    }

    private static string UnescapeAnySurrogates(ReadOnlySpan<char> escaped)
    {
        var text = new ArrayBufferWriter<char>(escaped.Length);
        while (escaped.IndexOf('\\') is >= 0 and int slash)
        {
            text.Write(escaped[..slash]);
            char kind = escaped[slash + 1];
            char unescaped = kind switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(escaped.Slice(slash + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => kind,
            };
            text.Write([unescaped]);
            escaped = escaped[(slash + (kind == 'u' ? 6 : 2))..];
        }

        text.Write(escaped);
        return new string(text.WrittenSpan);
    }
}
