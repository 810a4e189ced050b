using System.Text;
using System.Text.Json;

namespace KazNlp.Cli.Tests.Commands;

public class SubwordTests
{
    private const string Text = "Астанада кездесу өтті.\nОған 12 ел 😀 қатысты.\n";

    [Test]
    public void Decoding_what_was_encoded_gives_back_the_text()
    {
        string ids = CommandRunner.RunOn(Text, "encode").Succeeded().Output;
        Assert.That(CommandRunner.RunOn(ids, "decode").Succeeded().Output, Is.EqualTo(Text));
    }

    [Test]
    public void Tokens_as_JSON_have_offsets_into_the_text()
    {
        JsonElement.ArrayEnumerator tokens = CommandRunner.RunOn(Text, "encode", "--format", "json").Succeeded().Json.GetProperty("tokens").EnumerateArray();
        Assert.That(
            tokens.Select(token => token.GetProperty("text").GetString()),
            Is.EqualTo(tokens.Select(token => Text.Substring(token.GetProperty("start").GetInt32(), token.GetProperty("length").GetInt32()))));
    }

    [Test]
    public void Counting_names_the_files_where_there_are_several()
    {
        using var folder = new TestFolder();
        string a = folder.Write("a.txt", Text);
        string b = folder.Write("b.txt", "ел");
        int ids = CommandRunner.Run("encode", a).Succeeded().Output.Split(' ').Length;
        Assert.Multiple(() =>
        {
            Assert.That(CommandRunner.Run("count", a).Succeeded().Output, Is.EqualTo($"{ids}\n"));
            Assert.That(CommandRunner.Run("count", a, b).Succeeded().Output, Is.EqualTo($"{ids}\t{a}\n1\t{b}\n"));
        });
    }

    [Test]
    public void An_id_that_is_none_is_named_with_its_line() =>
        CommandRunner.RunOn("1 2\n3 x\n", "decode").Failed("standard input: line 2: 'x' is no id");

    [Test]
    public void A_trained_vocabulary_can_be_measured_beside_others()
    {
        using var folder = new TestFolder();
        var text = new StringBuilder();
        for (int i = 0; i < 6000; i++)
        {
            int word = i * 7919 % 911;
            text.Append("қлбмтршсжкнд"[word % 12]).Append("аоұыеөүіә"[word % 9]).Append("нрлтсй"[word % 6]).Append("қалтсбд"[word % 7]).Append(i % 2 == 0 ? "лардың" : "да").Append(i % 9 == 0 ? ".\n" : " ");
        }

        string input = folder.Write("news.txt", text.ToString());
        CommandResult run = CommandRunner.Run("train", "subword", "--input", input + "=2", "--vocab-size", "512", "--output", folder["v.kazpack"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonElement figures = CommandRunner.Run("evaluate", "subword", "--model", folder["v.kazpack"], "--format", "json", input).Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(figures.GetProperty("roundTrip").GetBoolean(), Is.True);
            Assert.That(figures.GetProperty("tokensPerWord").GetDouble(), Is.InRange(1, 3));
            Assert.That(figures.GetProperty("others").GetProperty("o200k_base").GetProperty("tokensPerWord").GetDouble(), Is.GreaterThan(2));
            Assert.That(CommandRunner.Run("evaluate", "subword", input).Succeeded().Output, Does.Contain("cl100k_base"));
        });
    }

    [Test]
    public void A_broken_vocabulary_is_refused_with_its_name()
    {
        using var folder = new TestFolder();
        CommandRunner.Run("count", "--model", folder.Write("tokenizer.json", "{\n\"model\": {"), folder.Write("a.txt", Text)).Failed("tokenizer.json", "line 2", "truncated");
    }
}
