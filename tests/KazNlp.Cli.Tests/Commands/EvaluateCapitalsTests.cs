namespace KazNlp.Cli.Tests;

public class EvaluateCapitalsTests
{
    private const string Text = "Бүгін Астанада Қасым-Жомарт Тоқаев сөйледі. Жиын аяқталды.";

    [Test]
    public void Words_capitals_inside_sentences_and_marked_words_are_counted() =>
        Assert.That(
            CommandRunner.RunOn(Text, "evaluate", "capitals", "--format", "json").Succeeded().Output,
            Is.EqualTo("""{"file":"standard input","words":7,"capitals":0.4286,"marked":0.4286}""" + "\n"));

    [Test]
    public void Table_has_a_line_for_each_file()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.txt", Text), folder.Write("b.txt", string.Empty)];
        Assert.That(CommandRunner.Run(["evaluate", "capitals", .. files]).Succeeded().Lines, Is.EqualTo(new[]
        {
            "   words  capitals  marked  file", $"       7    42.9%   42.9%  {files[0]}", $"       0     0.0%    0.0%  {files[1]}",
        }));
    }
}
