namespace KazNlp;

/// <summary>A readable table of <c>data/morphology</c>: tab-separated, <c>#</c> starts a comment, <c>-</c> is an empty field.</summary>
internal static class MorphologyTable
{
    /// <summary>Reads the rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">How many columns every row has.</param>
    /// <exception cref="InvalidDataException">A row has another number of columns; the message names file and line.</exception>
    public static IReadOnlyList<Row> Read(string path, int columns)
    {
        var rows = new List<Row>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] fields = line.Split('\t');
            if (fields.Length != columns)
            {
                throw new InvalidDataException($"{path}({number}): {fields.Length} columns where {columns} are needed; separate them by one tab and write - for an empty one.");
            }

            rows.Add(new Row(path, number, [.. fields.Select(f => f == "-" ? "" : f)]));
        }

        return rows;
    }

    /// <summary>A row and where it stands, for messages.</summary>
    internal sealed record Row(string Path, int Line, string[] Fields)
    {
        public string this[int column] => Fields[column];

        public InvalidDataException Error(string fault) => new($"{Path}({Line}): {fault}");
    }
}
