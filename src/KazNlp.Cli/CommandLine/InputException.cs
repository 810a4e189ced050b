namespace KazNlp.Cli;

/// <summary>An input file, a model or an output place that cannot be used. The message is complete: name, place, reason, what to do.</summary>
internal sealed class InputException : Exception
{
    /// <summary>Describes a fault of a file as a whole.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="reason">What is wrong, and what to do, as a sentence without a full stop.</param>
    public InputException(string file, string reason)
        : base($"{file}: {reason}.")
    {
    }

    /// <summary>Turns what the file system says into a sentence for the user.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="fault">What opening or reading it threw.</param>
    public InputException(string file, Exception fault)
        : base($"{file}: {Reason(file, fault)}.", fault)
    {
    }

    /// <summary>An evaluation was given nothing to measure on, and a table of zeros would look like a result.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="what">What it should hold, in the plural.</param>
    public static InputException NothingToMeasure(string file, string what) => new(file, $"holds no {what} to measure on; give a file that does");

    /// <summary>Whether <paramref name="fault"/> is one that the file system raises.</summary>
    public static bool IsFileFault(Exception fault) => fault is IOException or UnauthorizedAccessException;

    private static string Reason(string file, Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file; check the path",
        UnauthorizedAccessException or IOException when Directory.Exists(file) => $"a folder, not a file; name its files ({Path.Join(file, "*")})",
        UnauthorizedAccessException => "no permission; check the rights of the file and of its folder",
        _ => fault.Message.TrimEnd('.'),
    };
}
