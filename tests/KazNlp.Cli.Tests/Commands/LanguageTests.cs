namespace KazNlp.Cli.Tests;

public class LanguageTests
{
    [Test]
    public void Language_of_a_file_is_told_with_its_probability()
    {
        using var folder = new TestFolder();
        string kazakh = folder.Write("a.txt", "Біз бүгін базарға бардық.");
        string russian = folder.Write("b.txt", "Сегодня мы пошли на рынок.");
        string[] lines = CommandRunner.Run("identify", kazakh, russian).Succeeded().Output.Split('\n');
        Assert.That(lines[0], Does.Match($@"^kk\t[01]\.\d{{4}}\t{kazakh}$"));
        Assert.That(lines[1], Does.Match($@"^ru\t[01]\.\d{{4}}\t{russian}$"));
    }

    [Test]
    public void Each_line_may_be_a_text() =>
        Assert.That(
            CommandRunner.RunOn("Біз бүгін базарға бардық.\r\n\n12345\nСегодня мы пошли на рынок.", "identify", "--input", "lines").Succeeded().Output.Split('\n').Select(line => line.Split('\t')[0]),
            Is.EqualTo(new[] { "kk", "und", "ru", "" }));

    [TestCase("lines")]
    [TestCase("jsonl")]
    public void Binary_file_is_read_no_further_than_the_line_that_shows_it(string input)
    {
        byte[] image = [0x89, .. "PNG\r\n\u001A\n\0\0\0\rIHDR\0"u8, 0xFF, (byte)'\n', .. Enumerable.Repeat((byte)0xFE, 100), (byte)'\n', 0x80];
        CommandResult result = CommandRunner.RunOn(image, "identify", "--input", input).Failed("standard input, line 1: not valid UTF-8");
        Assert.That(result.Error.Split('\n')[^2], Does.StartWith("kaznlp: error: standard input: line 3: a binary file"));
    }

    [TestCase("lines")]
    [TestCase("jsonl")]
    public void Utf16_file_is_told_how_to_be_converted(string input) =>
        CommandRunner.RunOn([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("Қазақша мәтін\nекінші")], "identify", "--input", input).Failed("standard input: line 1: begins with the byte order mark of UTF-16", "iconv");

    [Test]
    public void Line_that_is_not_utf8_is_named_and_the_others_are_told()
    {
        CommandResult result = CommandRunner.RunOn([.. "Біз бүгін базарға бардық.\n"u8, 0xC7, 0xE0, (byte)'\n', .. "Сегодня мы пошли на рынок."u8], "identify", "--input", "lines").Failed("line 2: not valid UTF-8");
        Assert.That(result.Lines.Select(line => line[..2]), Is.EqualTo(new[] { "kk", "ru" }));
    }

    [Test]
    public void Documents_of_a_collection_keep_their_ids_and_a_bad_line_is_named()
    {
        CommandResult result = CommandRunner.RunOn("{\"id\":7,\"text\":\"Біз бүгін базарға бардық.\"}\n{\"id\":\n", "identify", "--input", "jsonl").Failed("line 2");
        Assert.That(result.Output, Does.Match("^{\"id\":7,\"language\":\"kk\",\"probability\":(1|0\\.\\d+)}\n$"));
    }

    [Test]
    public void Model_of_ones_own_is_trained_measured_and_used()
    {
        using var folder = new TestFolder();
        string texts = folder["texts"];
        Directory.CreateDirectory(texts);
        File.WriteAllLines(Path.Combine(texts, "aa.txt"), Enumerable.Range(0, 40).Select(i => $"lamo kelo {"abcdefghij"[i % 10]}ilo namo"));
        File.WriteAllLines(Path.Combine(texts, "bb_latn.txt"), Enumerable.Range(0, 40).Select(i => $"strk {"abcdefghij"[i % 10]}rtsk vlk rst"));
        string model = folder["m.kazpack"];
        Assert.That(CommandRunner.Run("train", "languages", "--train", texts, "--output", model).ExitCode, Is.Zero);
        Assert.That(CommandRunner.Run("evaluate", "languages", "--model", model, "--format", "json", texts).Succeeded().Output, Does.Contain("\"accuracy\": 1"));
        Assert.That(CommandRunner.RunOn("vlk strk", "identify", "--model", model).Succeeded().Output, Does.StartWith("bb-Latn\t"));
    }

    [Test]
    public void File_that_is_named_by_no_language_is_told()
    {
        using var folder = new TestFolder();
        string file = folder.Write("articles.txt", "Сөз");
        CommandRunner.Run("evaluate", "languages", folder[""]).Failed(file, "kk.txt");
        CommandRunner.Run("evaluate", "languages", folder["none"]).Failed("none");
    }
}
