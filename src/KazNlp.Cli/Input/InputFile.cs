namespace KazNlp.Cli;

/// <summary>A file that the user named, or standard input.</summary>
/// <param name="streams">Where standard input comes from and messages go.</param>
/// <param name="path">The path as the user wrote it; <c>-</c> is standard input.</param>
internal sealed class InputFile(StandardStreams streams, string path)
{
    /// <summary>How the command line names standard input.</summary>
    public const string StandardInput = "-";

    // A string holds at most 2^30 UTF-16 code units, and a byte of UTF-8 makes at most one.
    private const int MaxTextBytes = 1_000_000_000;

    /// <summary>What messages and results call it.</summary>
    public string Name { get; } = path == StandardInput ? "standard input" : path;

    /// <summary>The files of an argument list; standard input when it is empty.</summary>
    public static IReadOnlyList<InputFile> FromArguments(StandardStreams streams, IReadOnlyList<string>? paths) =>
        paths is null or [] ? [new InputFile(streams, StandardInput)] : [.. paths.Select(path => new InputFile(streams, path))];

    /// <summary>Opens it for reading.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public Stream Open()
    {
        if (path == StandardInput)
        {
            return streams.Input;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault) || fault is ArgumentException)
        {
            throw new InputException(Name, fault);
        }
    }

    /// <summary>Number of its bytes, or null when only reading it can tell.</summary>
    public long? TryGetLength()
    {
        var file = new FileInfo(path);
        return path != StandardInput && file.Exists ? file.Length : null;
    }

    /// <summary>Reads it whole, as text.</summary>
    /// <exception cref="InputException">It cannot be read, is a binary file, or is not UTF-8.</exception>
    public string ReadText()
    {
        using Stream stream = Open();
        using var buffer = new MemoryStream();
        try
        {
            stream.CopyTo(buffer);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw buffer.Length > MaxTextBytes ? TooLong() : new InputException(Name, fault);
        }

        if (buffer.Length > MaxTextBytes)
        {
            throw TooLong();
        }

        string text = Utf8Text.Decode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), Name, out string? warning);
        if (warning is not null)
        {
            streams.ReportWarning(warning);
        }

        return text;
    }

    /// <summary>Reads all its records, so that a fault anywhere shows before anything is done with them.</summary>
    /// <param name="read">A reader that takes the bytes and the name for its errors.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    /// <exception cref="DataFormatException">A line is bad; the message names file and line.</exception>
    public IReadOnlyList<T> ReadAll<T>(Func<Stream, string, IEnumerable<T>> read)
    {
        using Stream stream = Open();
        try
        {
            return [.. read(stream, Name)];
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(Name, fault);
        }
    }

    private InputException TooLong() => new(Name, $"more than {MaxTextBytes:N0} bytes; split the text into documents, one JSON object a line, and use --input jsonl");
}
