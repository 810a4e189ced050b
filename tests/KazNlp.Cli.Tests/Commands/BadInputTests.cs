using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class BadInputTests
{
    private static readonly string[] ReadingCommands =
    [
        "analyze", "analyze --input jsonl", "classify", "tokenize", "sentences", "tag", "lemmatize", "morph", "normalize", "identify", "identify --input jsonl", "encode", "decode", "count",
        "evaluate ner", "evaluate capitals", "evaluate topics", "evaluate lemmas", "evaluate lemmas --apertium", "evaluate morphology", "evaluate subword",
    ];

    [TestCase("")]
    [TestCase(" \t\r\n\u00A0\u3000")]
    [TestCase("\0\0\0")]
    [TestCase("Қаз\0ақстан \0 Астана\0")]
    [TestCase("\u0001\u001F")]
    public void Odd_text_is_analysed(string text)
    {
        JsonElement json = CommandRunner.RunOn(text, "analyze", "--format", "json").Succeeded().Json;
        foreach (JsonElement token in json.GetProperty("tokens").EnumerateArray())
        {
            Assert.That(text.Substring(token.GetProperty("start").GetInt32(), token.GetProperty("length").GetInt32()), Is.EqualTo(token.GetProperty("text").GetString()));
        }
    }

    [Test]
    public void Lone_surrogates_are_analysed_and_offsets_stay_true()
    {
        JsonElement json = CommandRunner.RunOn("""{"id":1,"text":"Ол \ud800 Астанаға \udc00\ud83d келді."}""", "analyze", "--input", "jsonl").Succeeded().Json;
        JsonElement token = json.GetProperty("tokens").EnumerateArray().Single(token => token.GetRawText().Contains("Астанаға", StringComparison.Ordinal));
        Assert.That(token.GetProperty("start").GetInt32(), Is.EqualTo(5));
    }

    [Test]
    public void Surrogate_that_was_saved_alone_counts_one_unit()
    {
        JsonElement json = CommandRunner.RunOn([.. "Ол "u8, 0xED, 0xA0, 0x80, .. " келді"u8], "tokenize", "--format", "json").Succeeded().Json;
        Assert.That(json.GetProperty("tokens").EnumerateArray().Last().GetProperty("start").GetInt32(), Is.EqualTo(5));
    }

    [TestCase("ә", 1_000_000)]
    [TestCase("7", 1_000_000)]
    [TestCase(".", 1_000_000)]
    [TestCase("ә-", 500_000)]
    [TestCase("😀", 20_000, Description = "a token each")]
    public void Long_text_without_a_space_is_analysed(string unit, int count)
    {
        string text = string.Concat(Enumerable.Repeat(unit, count));
        JsonElement json = CommandRunner.RunOn(text, "analyze", "--format", "json").Succeeded().Json;
        JsonElement last = json.GetProperty("tokens").EnumerateArray().Last();
        Assert.That(last.GetProperty("start").GetInt32() + last.GetProperty("length").GetInt32(), Is.EqualTo(text.Length));
    }

    [TestCase("evaluate ner", "sentences")]
    [TestCase("evaluate lemmas", "sentences")]
    [TestCase("evaluate lemmas --apertium", "sentences")]
    [TestCase("evaluate morphology", "rows")]
    [TestCase("evaluate subword", "words")]
    public void Nothing_to_measure_is_no_result(string command, string what) =>
        CommandRunner.RunOn("\n", command.Split(' ')).Failed($"standard input: holds no {what} to measure on");

    [TestCaseSource(nameof(ReadingCommands))]
    public void Missing_file_and_folder_are_named(string command)
    {
        using var folder = new TestFolder();
        Assert.Multiple(() =>
        {
            CommandRunner.Run([.. command.Split(' '), folder["no.txt"]]).Failed($"kaznlp: error: {folder["no.txt"]}: no such file");
            CommandRunner.Run([.. command.Split(' '), folder["."]]).Failed($"{folder["."]}: a folder");
        });
    }

    [TestCaseSource(nameof(ReadingCommands))]
    public void Binary_file_is_refused_with_line_and_reason(string command)
    {
        using var folder = new TestFolder();
        string file = folder.Write("photo.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. Enumerable.Range(0, 2000).Select(i => (byte)(i * 37))]);
        CommandResult result = CommandRunner.Run([.. command.Split(' '), file]).Failed("photo.png", "line 1");
        Assert.That(result.OutputBytes, Is.Empty);
    }

    [TestCase("analyze")]
    [TestCase("classify")]
    [TestCase("tag")]
    [TestCase("evaluate ner")]
    [TestCase("evaluate topics")]
    public void Model_that_is_none_is_refused(string command)
    {
        using var folder = new TestFolder();
        string text = folder.Write("a.txt", "Ол\tO\n");
        string noModel = folder.Write("no.kazpack", "Бұл модель емес. Бұл модель емес. Бұл модель емес.");
        byte[] good = new ModelPackBuilder("subword").AddSection("s", new byte[1000]).ToArray();
        string truncated = folder.Write("truncated.kazpack", good[..700]);
        string other = folder.Write("other.kazpack", good);
        Assert.Multiple(() =>
        {
            CommandRunner.Run([.. command.Split(' '), "--model", noModel, text]).Failed($"{noModel}: ");
            CommandRunner.Run([.. command.Split(' '), "--model", truncated, text]).Failed($"{truncated}: truncated");
            CommandRunner.Run([.. command.Split(' '), "--model", other, text]).Failed($"{other}: a pack of kind 'subword'");
            CommandRunner.Run([.. command.Split(' '), "--model", folder["no.file"], text]).Failed($"{folder["no.file"]}: no such file");
        });
    }
}
