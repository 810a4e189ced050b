using System.Buffers;
using System.Text;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>How a result says which document it belongs to.</summary>
/// <param name="Property">The JSON property: <see cref="Id"/> or <see cref="File"/>.</param>
/// <param name="Json">Its value, a JSON value in UTF-8.</param>
/// <param name="Text">The same for people, on one line.</param>
/// <param name="Number">Which document of the run it is: the number of its file or line, or both as <c>2.17</c>; another for each document.</param>
internal readonly record struct DocumentName(string Property, ReadOnlyMemory<byte> Json, string Text, string Number)
{
    /// <summary>The property of a document that its collection identifies.</summary>
    public const string Id = "id";

    /// <summary>The property of a text file.</summary>
    public const string File = "file";

    /// <summary>The id that a line of JSONL gave, as it was written there.</summary>
    /// <param name="id">The id, a JSON value in UTF-8.</param>
    /// <param name="number">Which document it is.</param>
    public static DocumentName OfId(ReadOnlyMemory<byte> id, string number)
    {
        string text = Encoding.UTF8.GetString(id.Span);
        return new DocumentName(Id, id, text is ['"', .., '"'] ? text[1..^1] : text, number);
    }

    /// <summary>The name of a text file.</summary>
    /// <param name="property"><see cref="Id"/> or <see cref="File"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="number">Which file it is.</param>
    public static DocumentName OfFile(string property, string name, string number)
    {
        var json = new ArrayBufferWriter<byte>();
        JsonText.WriteQuoted(json, name);
        return new DocumentName(property, json.WrittenMemory, name, number);
    }

    /// <summary>Writes the property into an object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WritePropertyName(Property);
        json.WriteRawValue(Json.Span, skipInputValidation: true);
    }
}
