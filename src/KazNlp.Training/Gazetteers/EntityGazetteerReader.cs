using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KazNlp;

/// <summary>
/// Reads names of one's own from CSV: a header, then a name a row. The columns are <c>name</c>, <c>type</c> and, if they are there, <c>id</c> and <c>aliases</c>, in any order; others are
/// ignored. Aliases are parted by <c>|</c> or <c>;</c>. UTF-8; a byte order mark is accepted. Thread-safe.
/// </summary>
/// <remarks>
/// <c>type</c> is a label of <see cref="EntityType.All"/>, in any case, or one of the classes that the caller allows beside them. Lines that start with <c>#</c> are
/// comments. Rows are read one by one, so that a file may be larger than memory has room for as text.
/// </remarks>
/// <example><c>name,type,id,aliases</c>, then <c>Біріккен Ұлттар Ұйымы,ORGANISATION,Q1065,БҰҰ|ООН</c>.</example>
public static class EntityGazetteerReader
{
    private const string HeaderExample = "name,type,id,aliases";
    private const int LongestName = ushort.MaxValue;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ownTypes">Classes that rows may give beside the 25 of <see cref="EntityType.All"/>; null for none.</param>
    /// <exception cref="DataFormatException">
    /// The header lacks a column, a row has no name or an unknown class, or the file is no UTF-8. The message names the file, the line, the column (the number of the field)
    /// and what to do.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EntityGazetteer Load(string path, IReadOnlyCollection<EntityType>? ownTypes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return Read(reader, path, ownTypes);
    }

    /// <summary>Reads text.</summary>
    /// <param name="reader">The text; it stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="ownTypes">As for <see cref="Load"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">As for <see cref="Load"/>.</exception>
    public static EntityGazetteer Read(TextReader reader, string name, IReadOnlyCollection<EntityType>? ownTypes = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Dictionary<string, EntityType> types = new(StringComparer.OrdinalIgnoreCase);
        foreach (EntityType type in EntityType.All.Concat(ownTypes ?? []))
        {
            types.TryAdd(type.Name, type);
        }

        return EntityGazetteer.Create(ReadRows(reader, name, types));
    }

    private static IEnumerable<GazetteerEntry> ReadRows(TextReader reader, string file, Dictionary<string, EntityType> types)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            Comment = '#',
            BadDataFound = bad => throw new DataFormatException(file, bad.Context.Parser?.RawRow ?? 0, "a quotation mark is out of place; quote the whole field and write the mark twice inside it"),
        };
        using var parser = new CsvParser(reader, configuration, leaveOpen: true);
        string[] header = Next(parser, file) ? [.. parser.Record!.Select(column => column.Trim().ToLowerInvariant())] : [];
        int nameField = Require(header, "name", file, parser.RawRow);
        int typeField = Require(header, "type", file, parser.RawRow);
        int idField = Array.IndexOf(header, "id");
        int aliasesField = Array.IndexOf(header, "aliases");
        bool any = false;
        while (Next(parser, file))
        {
            string[] fields = parser.Record!;
            int line = parser.RawRow;
            if (fields.Length != header.Length)
            {
                throw new DataFormatException(file, line, $"the row has {fields.Length} fields where the header has {header.Length}; quote fields that hold commas, part aliases with |");
            }

            any = true;
            string id = idField < 0 ? string.Empty : fields[idField].Trim();
            if (id.Length > LongestName)
            {
                throw new DataFormatException(file, line, $"the id has {id.Length} characters, more than {LongestName}", idField + 1);
            }

            string[] aliases = aliasesField < 0 ? [] : fields[aliasesField].Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            yield return new GazetteerEntry(NameOf(fields[nameField], file, line, nameField), TypeOf(fields[typeField], types, file, line, typeField), id.Length == 0 ? null : id)
            {
                Aliases = [.. aliases.Select(alias => NameOf(alias, file, line, aliasesField))],
            };
        }

        if (!any)
        {
            throw new DataFormatException(file, Math.Max(parser.RawRow, 1), "the file holds no names; write one a row under the header");
        }
    }

    private static bool Next(CsvParser parser, string file)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new DataFormatException(file, parser.RawRow + 1, "the text here or a few lines on is no UTF-8; save the file as UTF-8");
        }
    }

    private static int Require(string[] header, string column, string file, int line)
    {
        int index = Array.IndexOf(header, column);
        if (index >= 0)
        {
            return index;
        }

        string advice = header is [var only] && only.Contains(';', StringComparison.Ordinal) ? "separate the columns with commas, not semicolons" : $"begin the file with '{HeaderExample}'";
        throw new DataFormatException(file, Math.Max(line, 1), $"the header has no column '{column}'; {advice}");
    }

    private static string NameOf(string field, string file, int line, int index)
    {
        string name = field.Trim();
        string? fault = name.Length == 0 ? "the name is empty; fill it in or take the row out"
            : name.Length > LongestName ? $"the name has {name.Length} characters, more than {LongestName}; is a quotation mark missing"
            : !name.Any(char.IsLetterOrDigit) ? $"the name '{name}' has no letter or digit, so it cannot be found in text; take the row out"
            : null;
        return fault is null ? name : throw new DataFormatException(file, line, fault, index + 1);
    }

    private static EntityType TypeOf(string field, Dictionary<string, EntityType> types, string file, int line, int index)
    {
        string label = field.Trim();
        if (types.TryGetValue(label, out EntityType type))
        {
            return type;
        }

        string[] alike = label.Length == 0 ? [] : [.. types.Keys.Where(known => known.StartsWith(label, StringComparison.OrdinalIgnoreCase))];
        string advice = alike is [var meant] ? $"write {meant}" : $"the types are {string.Join(", ", types.Keys)}, and those of your own that are declared";
        throw new DataFormatException(file, line, label.Length == 0 ? $"the type is empty; {advice}" : $"the type '{label}' is not known; {advice}", index + 1);
    }
}
