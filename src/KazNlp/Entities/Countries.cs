using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KazNlp;

/// <summary>Every country and territory of ISO 3166-1, by code and by name. Thread-safe; nothing is loaded before the first use.</summary>
public static class Countries
{
    private const int ColumnCount = 11;
    private static readonly Lazy<Table> Loaded = new(() => new Table(Gazetteer.Default.CountryTable.Span));

    /// <summary>All 249, by alpha-2 code in ordinal order.</summary>
    public static IReadOnlyList<Country> All => Loaded.Value.All;

    /// <summary>The country of an alpha-2 or alpha-3 code, in upper or lower case.</summary>
    /// <param name="code"><c>KZ</c>, <c>KAZ</c>, <c>kz</c>.</param>
    /// <param name="country">The country, or null where no country has the code.</param>
    /// <returns>Whether the code is known.</returns>
    public static bool TryGet(ReadOnlySpan<char> code, [NotNullWhen(true)] out Country? country) =>
        Loaded.Value.ByCode.TryGetValue(code, out country);

    /// <summary>The country of a name in its dictionary form: short, official, a variant, or the Russian or English name.</summary>
    /// <param name="name"><c>Тәжікстан</c>, <c>АҚШ</c>, <c>Қазақстан Республикасы</c>, <c>ресей федерациясы</c>. Case, hyphens and Latin look-alike letters do not matter; case endings do: take them off first.</param>
    /// <param name="country">The country, or null where no country has the name.</param>
    /// <returns>Whether the name is known.</returns>
    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out Country? country)
    {
        Gazetteer gazetteer = Gazetteer.Default;
        if (gazetteer.TryFind(name, out GazetteerNode node) && node.Kinds.Has(GazetteerKind.Country))
        {
            foreach (GazetteerMatch entry in gazetteer.GetEntries(node))
            {
                if (entry.Kind == GazetteerKind.Country)
                {
                    return TryGet(entry.CountryCode, out country);
                }
            }
        }

        country = null;
        return false;
    }

    private sealed class Table
    {
        public Table(ReadOnlySpan<byte> utf8)
        {
            string text = Encoding.UTF8.GetString(utf8);
            var all = new List<Country>(256);
            foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            {
                if (!line.IsEmpty)
                {
                    all.Add(Parse(line));
                }
            }

            All = all.AsReadOnly();
            var byCode = new Dictionary<string, Country>(2 * all.Count, StringComparer.OrdinalIgnoreCase);
            foreach (Country country in all)
            {
                byCode.Add(country.Alpha2, country);
                byCode.Add(country.Alpha3, country);
            }

            ByCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public IReadOnlyList<Country> All { get; }

        public Dictionary<string, Country>.AlternateLookup<ReadOnlySpan<char>> ByCode { get; }

        private static Country Parse(ReadOnlySpan<char> line)
        {
            string[] columns = line.ToString().Split('\t');
            return columns.Length != ColumnCount
                ? throw new InvalidDataException($"The gazetteers pack has a country with {columns.Length} columns where {ColumnCount} are needed: '{columns[0]}'.")
                : new Country
                {
                    Alpha2 = columns[0],
                    Alpha3 = columns[1],
                    Numeric = columns[2],
                    Name = columns[3],
                    OfficialName = columns[4],
                    Variants = SplitList(columns[5]),
                    RussianName = columns[6],
                    EnglishName = columns[7],
                    Demonyms = SplitList(columns[8]),
                    Peoples = SplitList(columns[9]),
                    Capital = columns[10].Length == 0 ? null : columns[10],
                };
        }

        private static ReadOnlyCollection<string> SplitList(string list) => Array.AsReadOnly(list.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }
}
