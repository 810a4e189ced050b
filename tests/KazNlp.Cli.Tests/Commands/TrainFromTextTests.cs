namespace KazNlp.Cli.Tests;

public class TrainFromTextTests
{
    private static readonly string Text = WriteText();

    [TestCase("words")]
    [TestCase("vectors")]
    public void Model_says_its_kind_and_the_command_that_made_it(string kind)
    {
        using var folder = new TestFolder();
        string text = folder.Write("text.txt", Text);
        CommandResult result = CommandRunner.Run("train", kind, "--text", text, "--output", folder["m.kazpack"]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        ModelPack model = ModelPack.Load(folder["m.kazpack"]);
        Assert.Multiple(() =>
        {
            Assert.That(model.Kind, Is.EqualTo(kind));
            Assert.That(model.Metadata["command"], Is.EqualTo($"kaznlp train {kind} --text text.txt --output MODEL"));
        });
    }

    [TestCase("words")]
    [TestCase("vectors")]
    public void Too_little_text_and_missing_files_are_refused(string kind)
    {
        using var folder = new TestFolder();
        string text = folder.Write("text.txt", "Ол келді.\n");
        Assert.Multiple(() =>
        {
            CommandRunner.Run("train", kind, "--text", text, "--output", folder["m.kazpack"]).Failed($"{text}: ");
            CommandRunner.Run("train", kind, "--text", folder["no.txt"], "--output", folder["m.kazpack"]).Failed("no.txt: no such file");
            Assert.That(folder.Names, Is.EqualTo(new[] { "text.txt" }));
        });
    }

    /// <summary>Words that differ in their stems, each often enough to be learned.</summary>
    private static string WriteText()
    {
        string[] syllables = ["ба", "ге", "до", "жы", "зу", "ке", "лө", "мә", "на", "пі", "ра", "сү", "та", "шы"];
        string[] words = [.. from first in syllables from second in syllables from third in syllables[..7] select first + second + third + "қ"];
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, 6).Select(_ =>
        {
            random.Shuffle(words);
            return string.Concat(words.Chunk(10).Select(line => string.Join(' ', line) + ".\n"));
        }));
    }
}
