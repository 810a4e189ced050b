using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace KazNlp.Cli;

/// <summary>Writes strings into JSON as people read them: Cyrillic and emoji as they are, only what JSON forbids escaped.</summary>
/// <remarks>
/// A lone surrogate has no UTF-8 form and is written as its escape, <c>\ud800</c>, as ECMAScript's well-formed
/// <c>JSON.stringify</c> does: nothing is lost, and the length stays what the offsets say. The framework's own encoders replace
/// it, and escape every emoji.
/// </remarks>
internal static class JsonText
{
    private const int MaxBytesPerChar = 6;

    // Besides what must be escaped: the line ends of Unicode, so that a line of JSONL stays one line for every reader.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c), '"', '\\', '\u2028', '\u2029']);

    /// <summary>Writes a property with a string value.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="property">The property's name, plain ASCII.</param>
    /// <param name="text">Any text.</param>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> property, ReadOnlySpan<char> text)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxLength(text));
        json.WritePropertyName(property);
        json.WriteRawValue(buffer.AsSpan(0, Quote(text, buffer)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Writes a string with its quotes.</summary>
    public static void WriteQuoted(IBufferWriter<byte> output, ReadOnlySpan<char> text) => output.Advance(Quote(text, output.GetSpan(MaxLength(text))));

    private static int MaxLength(ReadOnlySpan<char> text) => checked((text.Length * MaxBytesPerChar) + 2);

    private static int Quote(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        int length = 0;
        utf8[length++] = (byte)'"';
        while (text.IndexOfAny(Special) is >= 0 and int special)
        {
            bool isPair = special + 1 < text.Length && char.IsSurrogatePair(text[special], text[special + 1]);
            int plain = isPair ? special + 2 : special;
            length += Copy(text[..plain], utf8[length..]);
            if (!isPair)
            {
                length += Escape(text[plain++], utf8[length..]);
            }

            text = text[plain..];
        }

        length += Copy(text, utf8[length..]);
        utf8[length++] = (byte)'"';
        return length;
    }

    private static int Copy(ReadOnlySpan<char> plain, Span<byte> utf8)
    {
        Utf8.FromUtf16(plain, utf8, out _, out int written);
        return written;
    }

    private static int Escape(char c, Span<byte> utf8)
    {
        utf8[0] = (byte)'\\';
        utf8[1] = c switch
        {
            '"' or '\\' => (byte)c,
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        if (utf8[1] != 'u')
        {
            return 2;
        }

        ((int)c).TryFormat(utf8[2..], out int digits, "x4", CultureInfo.InvariantCulture);
        return 2 + digits;
    }
}
