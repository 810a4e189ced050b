using System.Text.Json;

namespace KazNlp;

/// <summary>A JSON text whose faults are reported with file and line.</summary>
internal sealed class JsonFile
{
    private readonly byte[] _bytes;
    private readonly string _path;
    private long _lineOffset;
    private int _line = 1;

    public JsonFile(byte[] bytes, string path)
    {
        _bytes = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        _path = path;
    }

    public delegate void JsonReading(ref Utf8JsonReader reader);

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="InvalidDataException">It is no JSON, or <paramref name="read"/> finds a fault.</exception>
    public void Read(JsonReading read)
    {
        try
        {
            var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
            reader.Read();
            read(ref reader);
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{_path}, line {(exception.LineNumber ?? 0) + 1}: truncated or no JSON: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException($"{_path}, line {_line}: a value is of an unexpected kind: {exception.Message}", exception);
        }
    }

    /// <summary>File and line of the reader's token. Calls must go forward through the text.</summary>
    public FilePlace Where(in Utf8JsonReader reader)
    {
        _line += _bytes.AsSpan((int)_lineOffset, (int)(reader.TokenStartIndex - _lineOffset)).Count((byte)'\n');
        _lineOffset = reader.TokenStartIndex;
        return new FilePlace(_path, _line);
    }

    public void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw new InvalidDataException($"{Where(in reader)}: {what} is expected here.");
        }
    }
}
