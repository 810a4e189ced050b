// Counts who and what a folder of articles names, and with which countries: a CSV file, and its top on the screen.
//
//   dotnet run -c Release --project samples/05-PeopleAndCountries                        the articles that come with the sample
//   dotnet run -c Release --project samples/05-PeopleAndCountries -- FOLDER OUT.csv      your *.txt: the title, an empty line, the text

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using KazNlp;

const int Shown = 25;
Console.OutputEncoding = Encoding.UTF8;
string folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "articles");
string csv = args.Length > 1 ? args[1] : "people-and-countries.csv";

// Numbers and dates are entities too, but nobody's name.
HashSet<EntityType> values = [EntityType.Cardinal, EntityType.Date, EntityType.Money, EntityType.Ordinal, EntityType.Percentage, EntityType.Quantity, EntityType.Time];

string[] files = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
KazakhPipeline pipeline = KazakhPipeline.Create(o => o with { Topics = false, Morphology = false });
(string File, EntityGroup Group)[] named =
[
    .. files.AsParallel().AsOrdered().SelectMany(file => pipeline.Analyze(File.ReadAllText(file)).EntityGroups
        .Where(group => !values.Contains(group.Type))
        .Select(group => (Path.GetFileName(file), group))),
];

// A group is one thing in one article; across articles, things of one class and name are one.
Row[] rows =
[
    .. named.GroupBy(found => (found.Group.Type, found.Group.Name.ToLowerInvariant()))
        .Select(thing => new Row(
            thing.Key.Type.Name,
            thing.CountBy(found => found.Group.Name).MaxBy(name => name.Value).Key,
            thing.Select(found => found.Group.CountryCode).FirstOrDefault(code => code is not null),
            thing.Sum(found => found.Group.Mentions.Length),
            thing.Count(),
            string.Join('|', thing.SelectMany(found => found.Group.Mentions).Select(mention => mention.Text.ReplaceLineEndings(" ")).Distinct()),
            thing.First().File))
        .OrderByDescending(row => row.Mentions).ThenByDescending(row => row.Documents).ThenBy(row => row.Canonical, StringComparer.Ordinal),
];

// Complete, or not there at all.
string temporary = csv + ".tmp";
using (var writer = new CsvWriter(new StreamWriter(temporary), CultureInfo.InvariantCulture))
{
    writer.WriteRecords(rows);
}

File.Move(temporary, csv, overwrite: true);

Console.WriteLine($"{"mentions",8}  {"articles",8}  {"country",-7}  {"class",-12}  name");
foreach (Row row in rows.Take(Shown))
{
    Console.WriteLine($"{row.Mentions,8}  {row.Documents,8}  {row.CountryCode,-7}  {row.Type,-12}  {row.Canonical}");
}

Console.WriteLine();
Console.WriteLine($"{"mentions",8}  country");
foreach (IGrouping<string, Row> country in rows.Where(row => row.CountryCode is not null).GroupBy(row => row.CountryCode!).OrderByDescending(country => country.Sum(row => row.Mentions)))
{
    Console.WriteLine($"{country.Sum(row => row.Mentions),8}  {country.Key} {(Countries.TryGet(country.Key, out Country? known) ? known.Name : "")}");
}

Console.WriteLine($"\n{rows.Length} names of {files.Length} articles: {csv}");

internal sealed record Row(
    [property: Name("type")] string Type,
    [property: Name("canonical")] string Canonical,
    [property: Name("countryCode")] string? CountryCode,
    [property: Name("mentions")] int Mentions,
    [property: Name("documents")] int Documents,
    [property: Name("forms")] string Forms,
    [property: Name("firstDocument")] string FirstDocument);
