using System.Globalization;

namespace KazNlp;

/// <summary>Reads CoNLL-U: sentences of word lines, multi-word ranges, empty nodes and comments, each kept as it is written.</summary>
public static class ConllUReader
{
    private const int Columns = 10;

    /// <summary>Reads a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What errors call it: the file's path.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">A line has not ten columns, or its ID is no number, range or empty node; the message names file and line.</exception>
    public static IEnumerable<ConllUSentence> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReadLines(reader, name);
    }

    private static IEnumerable<ConllUSentence> ReadLines(TextReader reader, string name)
    {
        var lines = new List<ConllULine>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number == 1)
            {
                line = line.TrimStart('\uFEFF');
            }

            if (line.Trim().Length == 0)
            {
                if (lines.Count > 0)
                {
                    yield return new ConllUSentence(lines);
                    lines = [];
                }
            }
            else if (line[0] == '#')
            {
                lines.Add(new ConllULine(line, null, ConllULineKind.Comment));
            }
            else
            {
                lines.Add(Parse(line, name, number));
            }
        }

        if (lines.Count > 0)
        {
            yield return new ConllUSentence(lines);
        }
    }

    private static ConllULine Parse(string line, string name, int number)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != Columns)
        {
            throw new DataFormatException(name, number, $"{fields.Length} columns where CoNLL-U has {Columns}, separated by tabs");
        }

        string id = fields[0];
        ConllULineKind kind = id.Contains('-', StringComparison.Ordinal) ? ConllULineKind.Range : id.Contains('.', StringComparison.Ordinal) ? ConllULineKind.Empty : ConllULineKind.Word;
        if (!id.Split('-', '.').All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw new DataFormatException(name, number, $"'{id}' is no CoNLL-U ID: a number, a range such as 2-3, or an empty node such as 2.1");
        }

        return new ConllULine(line, fields, kind);
    }
}
