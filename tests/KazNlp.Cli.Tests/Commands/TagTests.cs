namespace KazNlp.Cli.Tests;

public class TagTests
{
    [Test]
    public void Tokens_sentences_and_comments_are_kept_and_tags_are_new() =>
        Assert.That(
            CommandRunner.RunOn("# id = 1\nҚасым-Жомарт\tO\nТоқаев\nкелді\tB-GPE\n\n\n#\tO\nӨзбекстанға\tx\r\nбарды", "tag").Succeeded().Output,
            Is.EqualTo("# id = 1\nҚасым-Жомарт\tB-PERSON\nТоқаев\tI-PERSON\nкелді\tO\n\n#\tO\nӨзбекстанға\tB-GPE\nбарды\tO\n\n"));

    [Test]
    public void Line_with_three_columns_is_named_and_nothing_is_written()
    {
        using var folder = new TestFolder();
        string file = folder.Write("a.conll", "Ол\tO\n\nкелді\tO\tV\n");
        CommandResult result = CommandRunner.Run("tag", file).Failed($"{file}, line 3", "3 columns");
        Assert.That(result.OutputBytes, Is.Empty);
    }

    [Test]
    public void Output_of_analyze_and_of_tokenize_can_be_tagged()
    {
        string conll = CommandRunner.RunOn("Ол Астанаға келді. Біз бардық.", "analyze", "--format", "conll").Succeeded().Output;
        string tokens = CommandRunner.RunOn("Ол Астанаға келді. Біз бардық.", "tokenize", "--format", "tokens").Succeeded().Output;
        Assert.That(CommandRunner.RunOn(conll, "tag").Succeeded().Output, Is.EqualTo(CommandRunner.RunOn(tokens, "tag").Succeeded().Output));
    }

    [Test]
    public void Empty_file_has_no_sentences() => Assert.That(CommandRunner.RunOn(string.Empty, "tag").Succeeded().OutputBytes, Is.Empty);
}
