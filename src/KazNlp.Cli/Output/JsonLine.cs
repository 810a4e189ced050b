using System.Buffers;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>Writes JSON objects, one a line.</summary>
internal static class JsonLine
{
    /// <summary>Writes an object and the end of its line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="write">Writes the properties.</param>
    public static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc cref="Write(IBufferWriter{byte}, Action{Utf8JsonWriter})"/>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        var line = new ArrayBufferWriter<byte>();
        Write(line, write);
        output.Write(line.WrittenSpan);
    }
}
