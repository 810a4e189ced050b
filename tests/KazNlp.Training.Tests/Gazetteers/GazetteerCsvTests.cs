namespace KazNlp.Training.Tests.Gazetteers;

/// <summary>What the reader of gazetteer files says of a bad file.</summary>
[TestFixture]
public sealed class GazetteerCsvTests
{
    private const string Header = "name,aliases,class,kind,country,code\n";

    [Test]
    public void A_row_becomes_a_name_with_its_aliases()
    {
        GazetteerRow row = Read("# comment\n" + Header + "Стамбул,Ыстанбұл|Ыстамбұл,GPE,city,TR,\n").Single();
        Assert.That(row.Name, Is.EqualTo("Стамбул"));
        Assert.That(row.Aliases, Is.EqualTo(new[] { "Ыстанбұл", "Ыстамбұл" }));
        Assert.That((row.Type, row.Kind, row.Country, row.Code), Is.EqualTo((EntityType.Gpe, GazetteerKind.City, "TR", (string?)null)));
    }

    [TestCase(Header + "Алматы,,GPE,city,KZ\n", 2, "5 columns where 6 are needed")]
    [TestCase(Header + "Алматы,,PLACE,city,KZ,\n", 2, "'PLACE' is no entity class")]
    [TestCase(Header + "Алматы,,GPE,town,KZ,\n", 2, "'town' is no kind")]
    [TestCase(Header + "Алматы,,GPE,City,KZ,\n", 2, "'City' is no kind")]
    [TestCase(Header + "Алматы,,GPE,4,KZ,\n", 2, "'4' is no kind")]
    [TestCase(Header + "# a comment\nАлматы,,GPE,city,QQ,\n", 3, "'QQ' is no ISO 3166-1 alpha-2 code")]
    [TestCase(Header + ",,GPE,city,KZ,\n", 2, "is no name")]
    [TestCase(Header + "Алматы,Алма-Ата||Верный,GPE,city,KZ,\n", 2, "is no name")]
    [TestCase(Header + " Алматы,,GPE,city,KZ,\n", 2, "is no name")]
    [TestCase("name,class\nАлматы,GPE\n", 1, "the header must be")]
    [TestCase("", 1, "the header must be")]
    public void A_fault_is_reported_with_file_line_and_reason(string content, int line, string reason)
    {
        InvalidDataException? error = Assert.Throws<InvalidDataException>(() => Read(content));
        Assert.That(error!.Message, Does.Contain($"names.csv({line}): ").And.Contain(reason));
    }

    [Test]
    public void Every_kind_is_read_as_it_is_written()
    {
        foreach (GazetteerKind kind in Enum.GetValues<GazetteerKind>())
        {
            Assert.That(Read($"{Header}а,,MISCELLANEOUS,{GazetteerCsv.Label(kind)},,\n").Single().Kind, Is.EqualTo(kind));
        }
    }

    private static GazetteerRow[] Read(string content)
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp-gazetteer").FullName;
        try
        {
            string path = Path.Combine(folder, "names.csv");
            File.WriteAllText(path, content);
            return [.. GazetteerCsv.ReadNames(path, new HashSet<string> { "KZ", "TR" })];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
