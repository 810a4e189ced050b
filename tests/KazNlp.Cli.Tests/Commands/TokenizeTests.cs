using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class TokenizeTests
{
    private const string Text = "Ол Алматыға\nкелді. 25°C, Қасым-Жомарт!\n";

    [Test]
    public void Lines_hold_a_sentence_each_with_tokens_one_space_apart() =>
        Assert.That(CommandRunner.RunOn(Text, "tokenize").Succeeded().Lines, Is.EqualTo(new[] { "Ол Алматыға келді .", "25 °C , Қасым-Жомарт !" }));

    [Test]
    public void Tokens_stand_one_a_line_with_a_blank_line_between_sentences() =>
        Assert.That(
            CommandRunner.RunOn(Text, "tokenize", "--format", "tokens").Succeeded().Lines,
            Is.EqualTo(new[] { "Ол", "Алматыға", "келді", ".", "", "25", "°C", ",", "Қасым-Жомарт", "!" }));

    [Test]
    public void Json_gives_sentences_and_tokens_with_offsets_and_kinds()
    {
        JsonElement json = CommandRunner.RunOn("Ол 3,5 км 😀 жүрді.", "tokenize", "--format", "json").Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(json.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "sentences", "tokens" }));
            Assert.That(json.GetProperty("sentences")[0].GetRawText(), Is.EqualTo("""{"start":0,"length":19}"""));
            Assert.That(json.GetProperty("tokens")[1].GetRawText(), Is.EqualTo("""{"start":3,"length":3,"kind":"number","text":"3,5"}"""));
            Assert.That(json.GetProperty("tokens")[3].GetRawText(), Is.EqualTo("""{"start":10,"length":2,"kind":"emoji","text":"😀"}"""));
        });
    }

    [Test]
    public void Kinds_are_written_in_lower_case()
    {
        JsonElement json = CommandRunner.RunOn("ел 5 , % https://egemen.kz a@b.kz #тег @аты 😀", "tokenize", "--format", "json").Succeeded().Json;
        Assert.That(
            json.GetProperty("tokens").EnumerateArray().Select(token => token.GetProperty("kind").GetString()),
            Is.EqualTo(new[] { "word", "number", "punctuation", "symbol", "url", "email", "hashtag", "mention", "emoji" }));
    }

    [TestCase("")]
    [TestCase(" \n\t\u00A0\r\n ")]
    public void Text_without_tokens_has_no_lines(string text) => Assert.That(CommandRunner.RunOn(text, "tokenize").Succeeded().OutputBytes, Is.Empty);

    [Test]
    public void File_and_standard_input_give_the_same()
    {
        using var folder = new TestFolder();
        string file = folder.Write("a.txt", "\uFEFF" + Text);
        CommandResult fromFile = CommandRunner.Run("tokenize", file).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(CommandRunner.RunOn(Text, "tokenize", "-").Succeeded().Output, Is.EqualTo(fromFile.Output));
            Assert.That(CommandRunner.RunOn(Text, "tokenize").Succeeded().Output, Is.EqualTo(fromFile.Output));
        });
    }
}
