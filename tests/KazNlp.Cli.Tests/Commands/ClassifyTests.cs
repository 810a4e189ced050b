using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class ClassifyTests
{
    private const string Sport = "Қазақстан футбол құрамасы іріктеу кезеңінің матчында 2:1 есебімен жеңіске жетті. Шабуылшы екі гол соқты, бапкер ойынға риза.";

    [Test]
    public void Text_gives_label_score_and_code_a_line()
    {
        string[] best = CommandRunner.RunOn(Sport, "classify").Succeeded().Lines[0].Split('\t');
        Assert.Multiple(() =>
        {
            Assert.That(best, Has.Length.EqualTo(3));
            Assert.That(best[0], Is.EqualTo("sport"));
            Assert.That(best[1], Does.Match(@"^[01]\.\d{4}$"));
            Assert.That(best[2], Is.EqualTo("medtop:15000000"));
        });
    }

    [Test]
    public void Jsonl_gives_id_best_label_score_and_all_topics()
    {
        JsonElement line = CommandRunner.RunOn($$"""{"id":"x","text":"{{Sport}}"}""", "classify", "--input", "jsonl").Succeeded().JsonLines.Single();
        Assert.Multiple(() =>
        {
            Assert.That(line.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "id", "label", "score", "topics" }));
            Assert.That(line.GetProperty("id").GetString(), Is.EqualTo("x"));
            Assert.That(line.GetProperty("label").GetString(), Is.EqualTo(line.GetProperty("topics")[0].GetProperty("label").GetString()));
        });
    }

    [Test]
    public void Several_files_name_each_line()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.txt", Sport), folder.Write("b.txt", string.Empty)];
        string[] lines = CommandRunner.Run(["classify", .. files]).Succeeded().Lines;
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.StartWith($"{files[0]}\tsport\t"));
            Assert.That(lines[^1], Does.Match($"^{System.Text.RegularExpressions.Regex.Escape(files[1])}\tnone\t[01]\\.\\d{{4}}\t$"));
        });
    }
}
