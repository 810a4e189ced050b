using System.Collections.Concurrent;

namespace KazNlp.Training.Tests.Gazetteers;

/// <summary>The readable gazetteers in <c>data/gazetteers</c>, and the pack that is made from them.</summary>
[TestFixture]
public sealed class GazetteerFilesTests
{
    private static readonly string Folder = RepositoryFiles.Path("data", "gazetteers");

    private static readonly string[] NameFiles =
        [.. Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileName(path)).Where(name => name != GazetteerCompiler.CountriesFile).Order(StringComparer.Ordinal)];

    private static readonly HashSet<string> Codes =
        [.. GazetteerCsv.ReadCountries(Path.Combine(Folder, GazetteerCompiler.CountriesFile)).Select(country => country.Alpha2)];

    private static readonly ConcurrentDictionary<string, GazetteerRow[]> RowsByFile = new(StringComparer.Ordinal);

    [Test]
    public void The_embedded_pack_is_what_the_files_compile_to()
    {
        byte[] expected = GazetteerCompiler.Compile(Folder).ToArray();
        byte[] actual = File.ReadAllBytes(RepositoryFiles.Path("src", "KazNlp", "Resources", "Packs", "gazetteers.kazpack"));
        Assert.That(
            actual.AsSpan().SequenceEqual(expected),
            Is.True,
            "data/gazetteers has changed; run: kaznlp build gazetteers --input data/gazetteers --output src/KazNlp/Resources/Packs/gazetteers.kazpack");
    }

    [TestCaseSource(nameof(NameFiles))]
    public void Rows_are_sorted_and_distinct(string file)
    {
        string?[][] keys = [.. Rows(file).Select(row => new[] { row.Name, row.Type.Name, GazetteerCsv.Label(row.Kind), row.Country, row.Code })];
        for (int i = 1; i < keys.Length; i++)
        {
            int order = 0;
            for (int column = 0; column < keys[i].Length && order == 0; column++)
            {
                order = string.CompareOrdinal(keys[i - 1][column] ?? string.Empty, keys[i][column] ?? string.Empty);
            }

            Assert.That(order, Is.LessThan(0), $"{file}: '{string.Join(',', keys[i])}' after '{string.Join(',', keys[i - 1])}'");
        }
    }

    [TestCaseSource(nameof(NameFiles))]
    public void No_alias_repeats_another_name_of_its_row(string file)
    {
        IEnumerable<string> repeats = Rows(file)
            .Where(row => row.Aliases.Append(row.Name).Distinct(StringComparer.Ordinal).Count() <= row.Aliases.Count)
            .Select(row => row.Name);
        Assert.That(repeats, Is.Empty);
    }

    [TestCaseSource(nameof(NameFiles))]
    public void Files_say_whence_they_come_and_under_which_licence(string file)
    {
        IEnumerable<string> header = File.ReadLines(Path.Combine(Folder, file)).TakeWhile(line => line.StartsWith('#'));
        Assert.That(string.Join('\n', header), Does.Contain("compiled by").And.Contain("licence"));
    }

    [TestCaseSource(nameof(NameFiles))]
    public void A_kind_belongs_to_one_class(string file)
    {
        IEnumerable<GazetteerKind> divided = Rows(file).GroupBy(row => row.Kind).Where(group => group.Select(row => row.Type).Distinct().Count() > 1).Select(group => group.Key);
        Assert.That(divided, Is.Empty);
    }

    [TestCaseSource(nameof(NameFiles))]
    public void Names_hold_no_hidden_character_and_no_word_of_two_scripts(string file)
    {
        IEnumerable<string> bad = Rows(file).SelectMany(row => row.Aliases.Append(row.Name))
            .Where(name => name.Any(c => char.IsControl(c) || c is '\u00A0' or '\u00AD' or '\uFEFF') || name.Contains("  ", StringComparison.Ordinal) || MixesScripts(name));
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void Every_region_of_Kazakhstan_is_there_with_its_code()
    {
        string[] codes = [.. Rows("places.csv").Where(row => row is { Country: "KZ", Kind: GazetteerKind.Region }).Select(row => row.Code!)];
        Assert.That(codes, Is.EquivalentTo(new[]
        {
            "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35",
            "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63",
        }));
    }

    [Test]
    public void Places_of_Kazakhstan_have_a_code_of_Kazakhstan()
    {
        IEnumerable<string> bad = Rows("places.csv")
            .Where(row => row.Type == EntityType.Gpe && row.Kind != GazetteerKind.Country && row.Country == "KZ")
            .Where(row => row.Code?.StartsWith("KZ-", StringComparison.Ordinal) != true)
            .Select(row => row.Name);
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void Every_capital_is_a_city_of_its_country()
    {
        var cities = Rows("places.csv").Where(row => row.Kind == GazetteerKind.City)
            .SelectMany(row => row.Aliases.Append(row.Name).Select(name => (name, row.Country)))
            .ToHashSet();
        IEnumerable<string> missing = GazetteerCsv.ReadCountries(Path.Combine(Folder, GazetteerCompiler.CountriesFile))
            .Where(country => country.Capital.Length > 0 && !cities.Contains((country.Capital, country.Alpha2)))
            .Select(country => country.Capital);
        Assert.That(missing, Is.Empty);
    }

    private static GazetteerRow[] Rows(string file) => RowsByFile.GetOrAdd(file, static name => [.. GazetteerCsv.ReadNames(Path.Combine(Folder, name), Codes)]);

    private static bool MixesScripts(string name) =>
        name.Split(' ', '-').Any(word => word.Any(char.IsAsciiLetter) && word.Any(c => c is >= '\u0400' and <= '\u052F'));
}
