using System.Text;

namespace KazNlp;

/// <summary>
/// Reads a UTF-8 stream line by line, strictly: bytes that are not UTF-8 and NULs (a binary file) are errors that name the line.
/// A BOM is skipped, <c>\r\n</c> ends a line as <c>\n</c> does. Not thread-safe.
/// </summary>
internal sealed class Utf8LineReader(Stream stream, string file)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The number of the line that was read last, counted from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The next line without its end, or null after the last one.</summary>
    /// <exception cref="DataFormatException">The line is not UTF-8 text.</exception>
    public string? ReadLine()
    {
        int searched = 0;
        while (true)
        {
            int newLine = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                int length = searched + newLine;
                string line = Decode(_buffer.AsSpan(_start, length));
                _start += length + 1;
                return line;
            }

            searched = _end - _start;
            if (_atEnd)
            {
                if (searched == 0)
                {
                    return null;
                }

                string last = Decode(_buffer.AsSpan(_start, searched));
                _start = _end;
                return last;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        LineNumber++;
        if (LineNumber == 1 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.EndsWith("\r"u8))
        {
            bytes = bytes[..^1];
        }

        if (bytes.Contains((byte)0))
        {
            throw new DataFormatException(file, LineNumber, "a NUL byte: this is a binary file, not UTF-8 text");
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new DataFormatException(file, LineNumber, $"byte {fault.Index + 1} of the line is not UTF-8; save the file as UTF-8");
        }
    }
}
