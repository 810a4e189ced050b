using System.Buffers;

namespace KazNlp.Cli;

/// <summary>Writes text into HTML so that a browser shows, and its document holds, exactly that text.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\0\r");

    /// <summary>
    /// Writes text for an element or a quoted attribute, UTF-8. NUL and lone surrogates, which no HTML document can hold, become U+FFFD; a carriage return is
    /// written as a reference, since a browser would read a line feed.
    /// </summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and int at)
        {
            PlainText.Write(output, text[..at]);
            output.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\r' => "&#13;"u8,
                _ => "\uFFFD"u8,
            });
            text = text[(at + 1)..];
        }

        PlainText.Write(output, text);
    }
}
