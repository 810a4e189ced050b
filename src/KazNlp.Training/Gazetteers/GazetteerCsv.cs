using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KazNlp;

/// <summary>Reads gazetteer files, row by row, with every fault reported by file and line.</summary>
internal static class GazetteerCsv
{
    private static readonly string[] CountryColumns = ["alpha2", "alpha3", "numeric", "name", "official", "variants", "russian", "english", "demonyms", "peoples", "capital"];
    private static readonly string[] NameColumns = ["name", "aliases", "class", "kind", "country", "code"];

    /// <summary>Reads a file of countries.</summary>
    /// <exception cref="InvalidDataException">A row has a fault.</exception>
    public static IReadOnlyList<CountryRow> ReadCountries(string path)
    {
        var rows = new List<CountryRow>(256);
        foreach ((int line, string[] f) in Read(path, CountryColumns))
        {
            if (f[0].Length != 2 || !f[0].All(char.IsAsciiLetterUpper) || f[1].Length != 3 || !f[1].All(char.IsAsciiLetterUpper) || f[2].Length != 3 || !f[2].All(char.IsAsciiDigit))
            {
                throw Fault(path, line, $"'{f[0]}', '{f[1]}', '{f[2]}' are not the two-letter, three-letter and numeric code of a country");
            }

            RequireName(path, line, f[3]);
            RequireName(path, line, f[4]);
            rows.Add(new CountryRow(line, f[0], f[1], f[2], f[3], f[4], List(path, line, f[5]), f[6], f[7], List(path, line, f[8]), List(path, line, f[9]), f[10]));
        }

        return rows;
    }

    /// <summary>Reads a file of names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="countryCodes">The country codes that a row may give; null to allow any two capital letters.</param>
    /// <exception cref="InvalidDataException">A row has a fault.</exception>
    public static IEnumerable<GazetteerRow> ReadNames(string path, IReadOnlySet<string>? countryCodes)
    {
        foreach ((int line, string[] f) in Read(path, NameColumns))
        {
            RequireName(path, line, f[0]);
            var type = EntityType.All.FirstOrDefault(known => known.Name == f[2]);
            if (type == default)
            {
                throw Fault(path, line, $"'{f[2]}' is no entity class");
            }

            if (!TryParseKind(f[3], out GazetteerKind kind))
            {
                throw Fault(path, line, $"'{f[3]}' is no kind of name; the kinds are {string.Join(", ", Enum.GetValues<GazetteerKind>().Select(Label))}");
            }

            if (f[4].Length > 0 && countryCodes?.Contains(f[4]) == false)
            {
                throw Fault(path, line, $"'{f[4]}' is no ISO 3166-1 alpha-2 code");
            }

            yield return new GazetteerRow(line, f[0], List(path, line, f[1]), type, kind, f[4].Length == 0 ? null : f[4], f[5].Length == 0 ? null : f[5]);
        }
    }

    /// <summary>How files write a kind: <c>sports_club</c>.</summary>
    public static string Label(GazetteerKind kind)
    {
        var label = new StringBuilder();
        foreach (char c in kind.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && label.Length > 0)
            {
                label.Append('_');
            }

            label.Append(char.ToLowerInvariant(c));
        }

        return label.ToString();
    }

    private static bool TryParseKind(string label, out GazetteerKind kind) =>
        Enum.TryParse(label.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out kind) && Label(kind) == label;

    private static IEnumerable<(int Line, string[] Fields)> Read(string path, string[] columns)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            Comment = '#',
            BadDataFound = bad => throw Fault(path, bad.Context.Parser?.RawRow ?? 0, $"a quotation mark is out of place in '{bad.RawRecord.TrimEnd()}'"),
        };
        using var parser = new CsvParser(reader, configuration);
        if (!parser.Read() || !columns.SequenceEqual(parser.Record ?? [], StringComparer.Ordinal))
        {
            throw Fault(path, parser.RawRow, $"the header must be '{string.Join(',', columns)}'");
        }

        while (parser.Read())
        {
            string[] fields = parser.Record ?? [];
            if (fields.Length != columns.Length)
            {
                throw Fault(path, parser.RawRow, $"{fields.Length} columns where {columns.Length} are needed");
            }

            yield return (parser.RawRow, fields);
        }
    }

    private static string[] List(string path, int line, string field)
    {
        string[] items = field.Length == 0 ? [] : field.Split('|');
        foreach (string item in items)
        {
            RequireName(path, line, item);
        }

        return items;
    }

    private static void RequireName(string path, int line, string name)
    {
        if (GazetteerFolding.Fold(name).Length == 0 || name != name.Trim())
        {
            throw Fault(path, line, $"'{name}' is no name: it is empty, without letters, or has white space around it");
        }
    }

    private static InvalidDataException Fault(string path, int line, string reason) => new($"{path}({line}): {reason}.");
}
