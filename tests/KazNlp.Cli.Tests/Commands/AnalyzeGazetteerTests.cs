using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class AnalyzeGazetteerTests
{
    private const string Text = "Ол Зерде Технолоджистің кеңсесіне, кейін Астанаға барды.";

    [Test]
    public void Names_of_ones_own_are_found_with_their_identifiers()
    {
        using var folder = new TestFolder();
        string first = folder.Write("a.csv", "name,type,id,aliases\nЗерде Технолоджис,CLIENT,c-7,\n");
        string second = folder.Write("b.csv", "name,type,id\nЗерде Технолоджис,ORGANISATION,o-1\nАстана,PRODUCT,p-1\n");
        JsonElement json = CommandRunner.RunOn(Text, "analyze", "--format", "json", "--type", "CLIENT", "--gazetteer", first, "--gazetteer", second).Succeeded().Json;
        Assert.That(json.GetProperty("entities").EnumerateArray().Select(entity => entity.GetRawText()), Is.EqualTo(new[]
        {
            """{"start":3,"length":20,"type":"CLIENT","text":"Зерде Технолоджистің","canonical":"Зерде Технолоджис","id":"c-7","groupId":0,"score":1}""",
            """{"start":41,"length":8,"type":"PRODUCT","text":"Астанаға","canonical":"Астана","id":"p-1","groupId":1,"score":1}""",
        }));
    }

    [Test]
    public void Fault_in_a_file_of_names_is_told_by_line_and_column()
    {
        using var folder = new TestFolder();
        string file = folder.Write("names.csv", "name,type,id,aliases\nЗерде,CLIENT,,\n");
        CommandRunner.RunOn(Text, "analyze", "--gazetteer", file).Failed($"{file}, line 2, column 2: the type 'CLIENT' is not known");
    }

    [Test]
    public void Missing_file_of_names_is_told() =>
        CommandRunner.RunOn(Text, "analyze", "--gazetteer", "missing.csv").Failed("missing.csv: no such file; check the path.");
}
