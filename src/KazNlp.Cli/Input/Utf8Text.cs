using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace KazNlp.Cli;

/// <summary>Decodes a text file.</summary>
/// <remarks>
/// Stricter than a decoder that replaces everything, because a photograph or a Windows-1251 file would come out as thousands of
/// U+FFFD, and softer than one that refuses at the first bad byte, because a crawled text often has one. A surrogate that was
/// encoded on its own (WTF-8) is decoded as that surrogate, so that offsets are those of the string that was saved.
/// </remarks>
internal static class Utf8Text
{
    // Above these shares a file is no UTF-8 text. NULs alone make no text binary.
    private const int MinBytesPerFault = 100;
    private const int MinCharsPerControl = 10;
    private const int MinControls = 16;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(1, 31).Select(c => (char)c).Except(['\b', '\t', '\n', '\v', '\f', '\r', '\u001B']), '\u007F']);

    /// <summary>Decodes UTF-8, without its BOM.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="warning">A sentence about the bytes that were read as U+FFFD; null when there are none.</param>
    /// <exception cref="InputException">The bytes are no UTF-8 text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name, out string? warning)
    {
        ThrowIfUtf16(bytes, name);
        int bom = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        char[] buffer = ArrayPool<char>.Shared.Rent(bytes.Length - bom);
        try
        {
            int length = Decode(bytes, bom, buffer, out int faults, out int firstFault);
            ReadOnlySpan<char> text = buffer.AsSpan(0, length);
            warning = null;
            if (faults > 0)
            {
                string place = $"line {1 + bytes[..firstFault].Count((byte)'\n')}, byte offset {firstFault}";
                if (bytes.Contains((byte)0))
                {
                    throw new InputException(name, $"{place}: a binary file (byte 0x{bytes[firstFault]:X2} is not UTF-8, and there are NULs); give a text file");
                }

                if (faults > bytes.Length / MinBytesPerFault)
                {
                    throw new InputException(name, $"{place}: byte 0x{bytes[firstFault]:X2} is not UTF-8{(faults > 1 ? $", and neither are {faults - 1:N0} other places" : string.Empty)}; if this is text, convert it (iconv -f WINDOWS-1251 -t UTF-8, or -f RK1048 where it has Kazakh letters)");
                }

                warning = $"{name}: {place}: byte 0x{bytes[firstFault]:X2} is not UTF-8 and is read as U+FFFD{(faults > 1 ? $", as are {faults - 1:N0} others" : string.Empty)}.";
            }

            int controls = CountControls(text, out int firstControl);
            if (controls >= MinControls && controls > length / MinCharsPerControl)
            {
                int line = 1 + text[..firstControl].Count('\n');
                throw new InputException(name, $"line {line}: a binary file, or UTF-16 without its mark ({controls:N0} of {length:N0} characters are controls, the first U+{(int)text[firstControl]:X4}); give UTF-8 text");
            }

            return new string(text);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Checks a line of a file whose lines are read one by one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="name">What errors call the file.</param>
    /// <param name="number">The line's number, counted from 1.</param>
    /// <exception cref="DataFormatException">The line is not UTF-8; others may be.</exception>
    /// <exception cref="InputException">The file is binary or UTF-16, and its other lines are no better.</exception>
    public static void CheckLine(ReadOnlySpan<byte> line, string name, int number)
    {
        if (Utf8.IsValid(line))
        {
            return;
        }

        if (number == 1)
        {
            ThrowIfUtf16(line, name);
        }

        throw line.Contains((byte)0)
            ? new InputException(name, $"line {number}: a binary file (it is not UTF-8, and there are NULs); give a text file")
            : new DataFormatException(name, number, "not valid UTF-8; save the file as UTF-8");
    }

    private static void ThrowIfUtf16(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new InputException(name, "line 1: begins with the byte order mark of UTF-16; convert the file to UTF-8 (iconv -f UTF-16 -t UTF-8)");
        }
    }

    private static int Decode(ReadOnlySpan<byte> bytes, int start, Span<char> chars, out int faults, out int firstFault)
    {
        faults = 0;
        firstFault = 0;
        int position = start;
        int length = 0;
        while (true)
        {
            OperationStatus status = Utf8.ToUtf16(bytes[position..], chars[length..], out int read, out int written, replaceInvalidSequences: false);
            position += read;
            length += written;
            if (status == OperationStatus.Done)
            {
                return length;
            }

            ReadOnlySpan<byte> rest = bytes[position..];
            if (rest is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..])
            {
                chars[length++] = (char)(0xD000 | ((rest[1] & 0x3F) << 6) | (rest[2] & 0x3F));
                position += 3;
                continue;
            }

            firstFault = faults++ == 0 ? position : firstFault;
            Rune.DecodeFromUtf8(rest, out _, out int consumed);
            chars[length++] = '\uFFFD';
            position += consumed;
        }
    }

    private static int CountControls(ReadOnlySpan<char> text, out int first)
    {
        first = text.IndexOfAny(Controls);
        int count = 0;
        for (int next = first; next >= 0; next = text.IndexOfAny(Controls))
        {
            count++;
            text = text[(next + 1)..];
        }

        return count;
    }
}
