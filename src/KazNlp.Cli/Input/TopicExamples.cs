using System.Text;

namespace KazNlp.Cli;

/// <summary>Reads labelled texts that the user named.</summary>
internal static class TopicExamples
{
    /// <summary>What the help says of such a file.</summary>
    public const string Description = """JSON Lines in UTF-8, {"id", "label", "title", "text"} a line, or CSV (*.csv) with these columns""";

    /// <summary>Reads a file: CSV by its extension, else JSON Lines.</summary>
    /// <param name="streams">Where standard input comes from.</param>
    /// <param name="path">The file, <c>-</c> for standard input.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="DataFormatException">A line is bad; the message names file and line.</exception>
    public static IReadOnlyList<TopicExample> Read(StandardStreams streams, string path)
    {
        bool isCsv = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        return new InputFile(streams, path).ReadAll<TopicExample>((stream, name) =>
        {
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return isCsv ? TopicExampleReader.ReadCsv(reader, name) : TopicExampleReader.ReadJsonLines(reader, name);
        });
    }
}
