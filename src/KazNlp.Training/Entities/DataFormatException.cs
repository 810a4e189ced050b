namespace KazNlp;

/// <summary>A data file says something that its format does not allow. The message names the file, the line and the reason.</summary>
public sealed class DataFormatException : FormatException
{
    /// <summary>Describes a fault in a file.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="reason">What is wrong and what would be right, as a sentence without a full stop.</param>
    /// <param name="column">The column of the line, counted from 1, or null when the whole line is meant.</param>
    public DataFormatException(string file, int line, string reason, int? column = null)
        : base(column is int c ? $"{file}, line {line}, column {c}: {reason}." : $"{file}, line {line}: {reason}.")
    {
        File = file;
        Line = line;
        Column = column;
        Reason = reason;
    }

    /// <summary>The file, as the user named it.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The column of the line, counted from 1, or null when the whole line is meant.</summary>
    public int? Column { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }
}
