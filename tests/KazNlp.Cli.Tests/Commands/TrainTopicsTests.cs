using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class TrainTopicsTests
{
    private static readonly string Examples = string.Concat(Enumerable.Range(0, 12).Select(i =>
        $$"""{"id":"с{{i}}","label":"спорт","title":"","text":"Футбол командасы {{i}} гол соғып, матчта жеңіске жетті, бапкер қуанды."}""" + "\n"
        + $$"""{"id":{{i}},"label":"ауа райы","title":"Болжам","text":"Ертең {{i}} градус суық болады, жаңбыр мен қар жауып, жел күшейеді."}""" + "\n"));

    [Test]
    public void Trained_model_classifies_with_the_labels_of_its_data()
    {
        using var folder = new TestFolder();
        string model = Train(folder, "model.kazpack");
        JsonElement line = CommandRunner.RunOn("""{"id":1,"text":"Команда матчта гол соқты."}""", "classify", "--input", "jsonl", "--model", model).Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(line.GetProperty("label").GetString(), Is.EqualTo("спорт"));
            Assert.That(line.GetProperty("topics")[0].GetProperty("code").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public void Same_data_and_seed_give_the_same_file()
    {
        using var folder = new TestFolder();
        Assert.That(File.ReadAllBytes(Train(folder, "a.kazpack")), Is.EqualTo(File.ReadAllBytes(Train(folder, "b.kazpack"))));
    }

    [Test]
    public void Evaluation_counts_each_label_and_all_together()
    {
        using var folder = new TestFolder();
        string model = Train(folder, "model.kazpack");
        JsonElement json = CommandRunner.RunOn(Examples, "evaluate", "topics", "--model", model, "--format", "json").Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("accuracy").GetDouble(), Is.EqualTo(1));
            Assert.That(json.GetProperty("classes").EnumerateArray().Select(row => row.GetProperty("label").GetString()), Is.EqualTo(new[] { "ауа райы", "спорт" }));
            Assert.That(json.GetProperty("micro").GetProperty("gold").GetInt32(), Is.EqualTo(24));
            Assert.That(CommandRunner.RunOn(Examples, "evaluate", "topics", "--model", model).Succeeded().Output, Does.Match(@"спорт +. +100\.00").And.Contain("micro").And.Contain("macro"));
        });
    }

    [Test]
    public void Bad_training_line_stops_before_anything_is_written()
    {
        using var folder = new TestFolder();
        string train = folder.Write("train.jsonl", Examples + "not json\n");
        CommandRunner.Run("train", "topics", "--train", train, "--output", folder["m.kazpack"]).Failed($"{train}, line 25");
        Assert.That(folder.Names, Is.EqualTo(new[] { "train.jsonl" }));
    }

    [Test]
    public void Data_with_one_label_is_no_training_data()
    {
        using var folder = new TestFolder();
        string train = folder.Write("train.jsonl", """{"label":"спорт","text":"Гол."}""");
        CommandRunner.Run("train", "topics", "--train", train, "--output", folder["m.kazpack"]).Failed($"{train}: ", "one label");
    }

    private static string Train(TestFolder folder, string name)
    {
        string data = folder.Write("data.jsonl", Examples);
        CommandResult result = CommandRunner.Run("train", "topics", "--train", data, "--dev", data, "--output", folder[name]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("kaznlp: wrote").And.Contain("development: 24 documents"));
        return folder[name];
    }
}
