namespace KazNlp.Cli.Tests;

public class BuildGazetteersTests
{
    private const string Countries =
        "alpha2,alpha3,numeric,name,official,variants,russian,english,demonyms,peoples,capital\n"
        + "KZ,KAZ,398,Қазақстан,Қазақстан Республикасы,ҚР,Казахстан,Kazakhstan,қазақстандық,қазақ,Астана\n";

    [Test]
    public void Files_become_a_pack_of_the_kind_gazetteers()
    {
        using var folder = new TestFolder();
        folder.Write("countries.csv", Countries);
        CommandResult result = CommandRunner.Run("build", "gazetteers", "--input", Path.GetDirectoryName(folder["x"])!, "--output", folder["g.kazpack"]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(ModelPack.Load(folder["g.kazpack"]).Kind, Is.EqualTo("gazetteers"));
    }

    [Test]
    public void Fault_names_file_and_line_and_nothing_is_written()
    {
        using var folder = new TestFolder();
        folder.Write("countries.csv", Countries);
        string places = folder.Write("places.csv", "name,aliases,class,kind,country,code\nАлматы,,GPE,city,QQ,\n");
        CommandRunner.Run("build", "gazetteers", "--input", Path.GetDirectoryName(places)!, "--output", folder["g.kazpack"]).Failed($"{places}(2): 'QQ'");
        Assert.That(folder.Names, Is.EqualTo(new[] { "countries.csv", "places.csv" }));
    }

    [Test]
    public void Missing_folder_is_named() =>
        CommandRunner.Run("build", "gazetteers", "--input", "/no/such/folder", "--output", "g.kazpack").Failed("/no/such/folder");
}
