using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class TrainNerTests
{
    private static readonly string Sentences = string.Concat(Enumerable.Repeat(
        "Асан\tB-КІСІ\nАстанаға\tB-ЖЕР\nбарды\tO\n.\tO\n\nАйгүл\tB-КІСІ\nАлматыдан\tB-ЖЕР\nкелді\tO\n.\tO\n\nКітап\tO\nоқыды\tO\n.\tO\n\n", 10));

    [Test]
    public void Trained_model_tags_with_the_classes_of_its_data()
    {
        using var folder = new TestFolder();
        string model = Train(folder, "model.kazpack");
        Assert.Multiple(() =>
        {
            Assert.That(
                CommandRunner.RunOn("Асан\nАлматыдан\nкелді\n", "tag", "--model", model).Succeeded().Output,
                Is.EqualTo("Асан\tB-КІСІ\nАлматыдан\tB-ЖЕР\nкелді\tO\n\n"));
            Assert.That(
                CommandRunner.RunOn("Асан Алматыдан келді.", "analyze", "--model", model, "--format", "conll").Succeeded().Output,
                Does.StartWith("Асан\tB-КІСІ\nАлматыдан\tB-ЖЕР\nкелді\tO\n"));
        });
    }

    [Test]
    public void Same_data_and_seed_give_the_same_file()
    {
        using var folder = new TestFolder();
        Assert.That(File.ReadAllBytes(Train(folder, "a.kazpack")), Is.EqualTo(File.ReadAllBytes(Train(folder, "b.kazpack"))));
    }

    [Test]
    public void Evaluation_counts_each_class_and_all_together()
    {
        using var folder = new TestFolder();
        string model = Train(folder, "model.kazpack");
        JsonElement json = CommandRunner.RunOn(Sentences, "evaluate", "ner", "--model", model, "--format", "json").Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("classes").EnumerateArray().Select(row => row.GetProperty("label").GetString()), Is.EqualTo(new[] { "ЖЕР", "КІСІ" }));
            Assert.That(json.GetProperty("micro").GetProperty("gold").GetInt32(), Is.EqualTo(40));
            Assert.That(json.GetProperty("micro").GetProperty("f1").GetDouble(), Is.EqualTo(1));
            Assert.That(json.GetProperty("macro").GetProperty("f1").GetDouble(), Is.EqualTo(1));
            Assert.That(json.GetProperty("sentences").GetInt32(), Is.EqualTo(30));
        });
        JsonElement raw = CommandRunner.RunOn(Sentences, "evaluate", "ner", "--raw", "--model", model, "--format", "json").Succeeded().Json;
        Assert.That(raw.GetProperty("micro").GetProperty("gold").GetInt32(), Is.EqualTo(40));
        string table = CommandRunner.RunOn(Sentences, "evaluate", "ner", "--model", model).Succeeded().Output;
        Assert.That(table, Does.Match(@"КІСІ +. +100\.00").And.Contain("micro").And.Contain("macro").And.Not.Contain("\u001B"));
    }

    [Test]
    public void Evaluation_rewrites_text_and_parts_names_seen_in_training()
    {
        using var folder = new TestFolder();
        string model = Train(folder, "model.kazpack");
        string seen = folder.Write("seen.conll", "Асан\tB-КІСІ\nкелді\tO\n");
        JsonElement json = CommandRunner.RunOn(Sentences, "evaluate", "ner", "--model", model, "--as", "capitals", "--train", seen, "--format", "json").Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("micro").GetProperty("gold").GetInt32(), Is.EqualTo(40));
            Assert.That(json.GetProperty("seen").GetProperty("gold").GetInt32(), Is.EqualTo(10));
            Assert.That(json.GetProperty("unseen").GetProperty("gold").GetInt32(), Is.EqualTo(30));
        });
        Assert.That(CommandRunner.RunOn(Sentences, "evaluate", "ner", "--as", "verse").Error, Does.Contain("as-is, capitals, lower-case, look-alikes"));
    }

    [Test]
    public void Trainings_are_averaged_and_raw_text_is_learned_from()
    {
        using var folder = new TestFolder();
        string data = folder.Write("data.conll", Sentences);
        string raw = folder.Write("raw.txt", "Бүгін ауа райы жақсы болды.\n");
        CommandResult result = CommandRunner.Run(
            "train", "ner", "--train", data, "--dev", data, "--output", folder["m.kazpack"], "--epochs", "2", "--seeds", "2", "--unlabelled", raw);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("labelling raw text").And.Contain("epoch 2 of 2").And.Contain("--seeds 2 --unlabelled raw.txt"));
    }

    [Test]
    public void Bad_training_line_stops_before_anything_is_written()
    {
        using var folder = new TestFolder();
        string train = folder.Write("train.conll", "Асан\tB-КІСІ\nкелді\n");
        CommandRunner.Run("train", "ner", "--train", train, "--dev", train, "--output", folder["m.kazpack"]).Failed($"{train}, line 2", "no tag");
        Assert.That(folder.Names, Is.EqualTo(new[] { "train.conll" }));
    }

    [Test]
    public void Data_without_entities_is_no_training_data()
    {
        using var folder = new TestFolder();
        string train = folder.Write("train.conll", "Ол\tO\n");
        CommandRunner.Run("train", "ner", "--train", train, "--dev", train, "--output", folder["m.kazpack"]).Failed("0 entity classes");
    }

    [Test]
    public void Output_into_a_missing_folder_fails_before_the_training()
    {
        using var folder = new TestFolder();
        string train = folder.Write("train.conll", Sentences);
        CommandRunner.Run("train", "ner", "--train", train, "--dev", train, "--output", folder["missing/m.kazpack"]).Failed("does not exist");
    }

    private static string Train(TestFolder folder, string name)
    {
        string data = folder.Write("data.conll", Sentences);
        CommandResult result = CommandRunner.Run("train", "ner", "--train", data, "--dev", data, "--output", folder[name], "--epochs", "3");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("kaznlp: epoch 3 of 3").And.Contain("kaznlp: wrote"));
        return folder[name];
    }
}
