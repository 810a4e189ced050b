using System.Globalization;
using System.Text;

namespace KazNlp;

/// <summary>Turns the readable gazetteers (<c>data/gazetteers/*.csv</c>) into the pack that the library embeds.</summary>
/// <remarks>
/// <c>countries.csv</c> has the columns of <see cref="Country"/>; every other file has the columns <c>name, aliases, class, kind, country, code</c>.
/// Aliases are parted by <c>|</c>; lines that start with <c>#</c> are comments. The same files give the same bytes.
/// </remarks>
public static class GazetteerCompiler
{
    /// <summary>Name of the file of countries.</summary>
    public const string CountriesFile = "countries.csv";

    /// <summary>Reads all CSV files of a directory.</summary>
    /// <param name="directory">The directory; its <see cref="CountriesFile"/> must be there.</param>
    /// <returns>The pack, to be saved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="directory"/> is null.</exception>
    /// <exception cref="InvalidDataException">A file has a fault; the message names file, line and reason.</exception>
    /// <exception cref="IOException">The directory or a file cannot be read.</exception>
    public static ModelPackBuilder Compile(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var builder = new GazetteerBuilder();
        IReadOnlyList<CountryRow> countries = GazetteerCsv.ReadCountries(Path.Combine(directory, CountriesFile));
        builder.SetCountries(Table(countries));
        int rows = AddCountries(builder, countries);

        var codes = countries.Select(country => country.Alpha2).ToHashSet(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(directory, "*.csv").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) != CountriesFile)
            {
                foreach (GazetteerRow row in GazetteerCsv.ReadNames(path, codes))
                {
                    builder.Add(row.Name, row.Aliases, row.Type, row.Kind, row.Country, row.Code);
                    rows++;
                }
            }
        }

        return builder.ToPack()
            .AddMetadata("source", "data/gazetteers/*.csv")
            .AddMetadata("command", "kaznlp build gazetteers --input data/gazetteers --output src/KazNlp/Resources/Packs/gazetteers.kazpack")
            .AddMetadata("things", rows.ToString(CultureInfo.InvariantCulture));
    }

    private static int AddCountries(GazetteerBuilder builder, IReadOnlyList<CountryRow> countries)
    {
        int rows = 0;
        foreach (CountryRow country in countries)
        {
            // "Iran, Islamic Republic of" is how ISO sorts a name, not how anyone writes it.
            IEnumerable<string> foreign = new[] { country.Russian, country.English }.Where(name => !name.Contains(',', StringComparison.Ordinal));
            builder.Add(country.Name, [country.Official, .. country.Variants, .. foreign], EntityType.Gpe, GazetteerKind.Country, country.Alpha2, country.Alpha3);
            rows++;
            if (country.Demonyms.Count > 0)
            {
                builder.Add(country.Demonyms[0], [.. country.Demonyms.Skip(1)], EntityType.Norp, GazetteerKind.Demonym, country.Alpha2);
                rows++;
            }

            if (country.Peoples.Count > 0)
            {
                builder.Add(country.Peoples[0], [.. country.Peoples.Skip(1)], EntityType.Norp, GazetteerKind.Nationality, country.Alpha2);
                rows++;
            }
        }

        return rows;
    }

    private static string Table(IReadOnlyList<CountryRow> countries)
    {
        var table = new StringBuilder();
        foreach (CountryRow c in countries)
        {
            table.AppendJoin('\t', c.Alpha2, c.Alpha3, c.Numeric, c.Name, c.Official, string.Join('|', c.Variants), c.Russian, c.English, string.Join('|', c.Demonyms), string.Join('|', c.Peoples), c.Capital).Append('\n');
        }

        return table.ToString();
    }
}
