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

    [Test]
    public void Cross_validation_predicts_every_text_and_draws_a_page()
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.jsonl", Examples);
        CommandResult result = CommandRunner.Run("evaluate", "topics", data, "--folds", "3", "--format", "json", "--report", folder["page.html"]);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Error, Does.Contain("fold 3 of 3"));
            Assert.That(result.Json.GetProperty("documents").GetInt32(), Is.EqualTo(24));
            Assert.That(result.Json.GetProperty("accuracy").GetDouble(), Is.GreaterThan(0.9));
            Assert.That(result.Json.GetProperty("confusion").GetProperty("спорт").GetProperty("спорт").GetInt32(), Is.GreaterThan(10));
            Assert.That(File.ReadAllText(folder["page.html"]), Does.Contain("Cross-validation on data.jsonl").And.Contain("Confusion matrix"));
        });
    }

    [Test]
    public void Each_source_is_held_out_as_a_whole()
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.csv", "label,text,source\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"спорт,Футбол командасы {i} гол соқты,{"xy"[i % 2]}\nауа райы,Ертең {i} градус суық болады,{"xy"[i % 2]}\n")));
        CommandResult result = CommandRunner.Run("evaluate", "topics", data, "--by-source", "--keep-boilerplate");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("fold 2 of 2"));
        Assert.That(result.Output, Does.Contain("Confusion").And.Contain("Most confident"));
    }

    [Test]
    public void Mlnet_computes_the_same_scores_from_the_pack_and_from_its_own_file()
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.jsonl", Examples);
        string model = folder["m.kazpack"];
        string zip = folder["m.zip"];
        CommandResult train = CommandRunner.Run("train", "topics", "--train", data, "--folds", "2", "--output", model, "--mlnet", zip, "--report", folder["page.html"]);
        Assert.That(train.ExitCode, Is.Zero, train.Error);
        Assert.That(train.Output, Does.Contain("Confusion"));
        Assert.That(folder.Names, Is.EquivalentTo(new[] { "data.jsonl", "m.kazpack", "m.zip", "page.html" }));
        foreach (string[] engine in new string[][] { ["--engine", "mlnet"], ["--engine", "mlnet", "--mlnet", zip] })
        {
            JsonElement json = CommandRunner.Run(["evaluate", "topics", data, "--model", model, "--format", "json", .. engine]).Succeeded().Json;
            Assert.That(json.GetProperty("largestDifference").GetDouble(), Is.LessThan(1e-5));
            Assert.That(json.GetProperty("otherBest").GetInt32(), Is.Zero);
            Assert.That(json.GetProperty("accuracy").GetDouble(), Is.EqualTo(1));
        }
    }

    [Test]
    public void Models_of_other_labels_are_not_compared()
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.jsonl", Examples);
        string zip = folder["m.zip"];
        Assert.That(CommandRunner.Run("train", "topics", "--train", data, "--folds", "0", "--output", folder["m.kazpack"], "--mlnet", zip).ExitCode, Is.Zero);
        CommandRunner.Run("evaluate", "topics", data, "--engine", "mlnet", "--mlnet", zip).Failed("different labels");
        CommandRunner.Run("evaluate", "topics", data, "--engine", "mlnet", "--mlnet", data).Failed($"{data}: not an ML.NET model");
    }

    [TestCase("label,text\nа,бір\nа,екі\n", "one label 'а'")]
    [TestCase("label,text\nа,\nб,\n", "column 'text' is empty")]
    [TestCase("label,text\nа,бір\nб,екі,үш\n", "line 3: the row has 3 fields")]
    [TestCase("label,text\nа,1\nа,2\nа,3\nа,4\nа,5\nб,6\n", "'б' (1)")]
    [TestCase("topic,text\nа,бір\n", "no column 'label'")]
    public void Data_that_cannot_be_learned_from_is_told_by_both_commands(string csv, string message)
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.csv", csv);
        CommandRunner.Run("train", "topics", "--train", data, "--output", folder["m.kazpack"]).Failed(data, message);
        CommandRunner.Run("evaluate", "topics", data, "--folds", "2").Failed(data, message);
    }

    [TestCase("--folds", "1")]
    [TestCase("--folds", "five")]
    [TestCase("--folds", "5", "--model", "m.kazpack")]
    [TestCase("--keep-boilerplate")]
    [TestCase("--mlnet", "m.zip")]
    [TestCase("--engine", "onnx")]
    public void Options_that_do_not_go_together_are_refused(params string[] options) =>
        Assert.That(CommandRunner.Run(["evaluate", "topics", "data.jsonl", .. options]).ExitCode, Is.EqualTo(2));

    private static string Train(TestFolder folder, string name)
    {
        string data = folder.Write("data.jsonl", Examples);
        CommandResult result = CommandRunner.Run("train", "topics", "--train", data, "--dev", data, "--output", folder[name]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("kaznlp: wrote").And.Contain("development: 24 documents"));
        return folder[name];
    }
}
