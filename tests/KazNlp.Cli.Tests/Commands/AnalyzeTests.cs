using System.Text;
using System.Text.Json;
using CsCheck;

namespace KazNlp.Cli.Tests;

public class AnalyzeTests
{
    private const string Text = "Қасым-Жомарт Тоқаев Тәжікстанға барды. Ол Душанбеде Эмомали Рахмонмен келіссөз жүргізді.";

    [Test]
    public void Json_is_one_object_with_everything()
    {
        JsonElement json = CommandRunner.RunOn(Text, "analyze", "--format", "json").Succeeded().Json;
        JsonElement tajikistan = json.GetProperty("entities").EnumerateArray().First(entity => entity.GetProperty("text").GetString() == "Тәжікстанға");
        JsonElement person = json.GetProperty("entities")[0];
        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(json), Is.EqualTo(new[] { "sentences", "tokens", "entities", "groups", "roles", "topics" }));
            Assert.That(json.GetProperty("sentences").GetArrayLength(), Is.EqualTo(2));
            Assert.That(NamesOf(json.GetProperty("tokens")[0]), Is.EqualTo(new[] { "start", "length", "kind", "text" }));
            Assert.That(NamesOf(tajikistan), Is.EqualTo(new[] { "start", "length", "type", "text", "canonical", "countryCode", "groupId", "score" }));
            Assert.That(tajikistan.GetProperty("canonical").GetString(), Is.EqualTo("Тәжікстан"));
            Assert.That(tajikistan.GetProperty("countryCode").GetString(), Is.EqualTo("TJ"));
            Assert.That(NamesOf(person), Is.EqualTo(new[] { "start", "length", "type", "text", "canonical", "groupId", "score" }), "a country code that is not known is left out");
            Assert.That(person.GetProperty("type").GetString(), Is.EqualTo("PERSON"));
            Assert.That(NamesOf(json.GetProperty("topics")[0]), Is.EqualTo(new[] { "label", "code", "score" }));
        });
    }

    [TestCase("topics", "topics")]
    [TestCase("entities,sentences", "sentences entities")]
    [TestCase("entities, groups,roles", "entities groups roles")]
    public void Only_some_parts_may_be_asked_for(string parts, string properties)
    {
        JsonElement json = CommandRunner.RunOn(Text, "analyze", "--format", "json", "--only", parts).Succeeded().Json;
        Assert.That(NamesOf(json), Is.EqualTo(properties.Split(' ')));
        Assert.That(json.EnumerateObject().All(part => part.Value.GetArrayLength() > 0 || part.Name == "roles"), Is.True);
    }

    [Test]
    public void Text_without_words_has_the_topic_none()
    {
        JsonElement json = CommandRunner.RunOn(string.Empty, "analyze", "--format", "json").Succeeded().Json;
        JsonElement topic = json.GetProperty("topics").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(topic.GetProperty("label").GetString(), Is.EqualTo("none"));
            Assert.That(topic.GetProperty("code").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(json.GetProperty("entities").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public void Offsets_of_any_text_are_those_of_its_utf_16_code_units() => AnyText.Gen.Sample(
        text =>
        {
            string line = $$"""{"id":1,"text":{{JsonSerializer.Serialize(new string([.. text.Select(c => char.IsSurrogate(c) ? 'ә' : c)]))}}}""";
            string read = JsonElement.Parse(line).GetProperty("text").GetString()!;
            JsonElement json = CommandRunner.RunOn(line, "analyze", "--input", "jsonl").Succeeded().Json;
            return json.GetProperty("tokens").EnumerateArray().All(token =>
                read.Substring(token.GetProperty("start").GetInt32(), token.GetProperty("length").GetInt32()) == token.GetProperty("text").GetString());
        },
        iter: 50);

    [Test]
    public void Several_files_give_an_object_each_with_the_name_of_the_file()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.txt", Text), folder.Write("b.txt", "Ол келді.")];
        JsonElement[] lines = CommandRunner.Run(["analyze", "--format", "json", .. files]).Succeeded().JsonLines;
        Assert.That(lines.Select(line => line.GetProperty("file").GetString()), Is.EqualTo(files));
    }

    [Test]
    public void Jsonl_of_a_text_file_has_its_name_as_id()
    {
        using var folder = new TestFolder();
        string file = folder.Write("a.txt", Text);
        JsonElement line = CommandRunner.Run("analyze", "--format", "jsonl", file).Succeeded().JsonLines.Single();
        Assert.That(line.GetProperty("id").GetString(), Is.EqualTo(file));
    }

    [Test]
    public void File_that_is_missing_does_not_stop_the_others()
    {
        using var folder = new TestFolder();
        string file = folder.Write("a.txt", "Ол келді.");
        CommandResult result = CommandRunner.Run("analyze", "--format", "json", folder["missing.txt"], file).Failed("missing.txt: no such file");
        Assert.That(result.JsonLines.Single().GetProperty("file").GetString(), Is.EqualTo(file));
    }

    [Test]
    public void Conll_has_a_tag_for_each_token_and_a_blank_line_after_each_sentence()
    {
        string[] lines = CommandRunner.RunOn(Text, "analyze", "--format", "conll").Succeeded().Lines;
        Assert.Multiple(() =>
        {
            Assert.That(lines[..3], Is.EqualTo(new[] { "Қасым-Жомарт\tB-PERSON", "Тоқаев\tI-PERSON", "Тәжікстанға\tB-GPE" }));
            Assert.That(lines.Count(line => line.Length == 0), Is.EqualTo(2));
            Assert.That(lines[^1], Is.Empty);
            Assert.That(lines[^2], Is.EqualTo(".\tO"));
        });
    }

    [Test]
    public void Conll_of_several_files_names_them_in_comments()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.txt", "Ол."), folder.Write("b.txt", "Біз.")];
        Assert.That(
            CommandRunner.Run(["analyze", "--format", "conll", .. files]).Succeeded().Lines,
            Is.EqualTo(new[] { $"# file = {files[0]}", "Ол\tO", ".\tO", "", $"# file = {files[1]}", "Біз\tO", ".\tO", "" }));
    }

    [Test]
    public void Report_shows_topic_countries_entities_and_sentences()
    {
        string report = CommandRunner.RunOn(Text, "analyze").Succeeded().Output;
        Assert.Multiple(() =>
        {
            Assert.That(report, Does.Contain("Topics").And.Contain("Countries").And.Contain("Entities").And.Contain("Sentences"));
            Assert.That(report, Does.Contain("TJ  Тәжікстан: Тәжікстан, Душанбе\n"));
            Assert.That(report, Does.Contain("PERSON  Қасым-Жомарт Тоқаев"));
            Assert.That(report, Does.Contain("1  Қасым-Жомарт Тоқаев Тәжікстанға барды.\n"));
            Assert.That(report, Does.Not.Contain("\u001B"));
        });
    }

    [Test]
    public void Jsonl_returns_every_id_in_order_and_the_title_apart()
    {
        string input = string.Concat(Enumerable.Range(0, 200).Select(i => $$"""{"id":{{(i % 2 == 0 ? $"\"a{i}\"" : i)}},"title":"Тәжікстанда","text":"{{new string('ә', i)}} Қазақстанға барды."}""" + "\n"));
        JsonElement[] lines = CommandRunner.RunOn(input, "analyze", "--input", "jsonl").Succeeded().JsonLines;
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(line => line.GetProperty("id").ToString()), Is.EqualTo(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? $"a{i}" : $"{i}")));
            Assert.That(NamesOf(lines[7]), Is.EqualTo(new[] { "id", "sentences", "tokens", "entities", "groups", "roles", "titleEntities", "topics" }));
            Assert.That(lines[7].GetProperty("tokens")[1].GetProperty("start").GetInt32(), Is.EqualTo(8), "offsets are those of the text, without the title");
            Assert.That(lines[7].GetProperty("titleEntities")[0].GetRawText(), Does.StartWith("""{"start":0,"length":11,"type":"GPE","text":"Тәжікстанда","canonical":"Тәжікстан","countryCode":"TJ","""));
        });
    }

    [Test]
    public void Bad_jsonl_lines_are_numbered_and_do_not_stop_the_others()
    {
        const string Input = "{\"id\":1,\"text\":\"Ол келді.\"}\nnot json\n\n{\"id\":2}\n{\"id\":3,\"text\":\"Біз.\"}";
        CommandResult result = CommandRunner.RunOn(Input, "analyze", "--input", "jsonl").Failed("standard input, line 2", "standard input, line 4");
        Assert.That(result.JsonLines.Select(line => line.GetProperty("id").GetInt32()), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public void Jsonl_without_a_title_has_no_title_entities()
    {
        JsonElement line = CommandRunner.RunOn("""{"id":1,"text":"Ол келді."}""", "analyze", "--input", "jsonl", "--format", "json").Succeeded().Json;
        Assert.That(line.GetProperty("titleEntities").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Progress_on_a_terminal_does_not_touch_the_results()
    {
        byte[] input = Encoding.UTF8.GetBytes("{\"id\":1,\"text\":\"Ол келді.\"}\nbad\n");
        CommandResult watched = CommandRunner.RunOn(new MemoryStream(input), errorIsTerminal: true, "analyze", "--input", "jsonl").Failed("standard input, line 2");
        Assert.That(watched.Output, Is.EqualTo(CommandRunner.RunOn(input, "analyze", "--input", "jsonl").Output));
    }

    [Test]
    public void Date_completes_values_and_that_of_a_line_comes_first()
    {
        const string Lines = """
            {"id":1,"text":"Кездесу 22 тамызда өтті."}
            {"id":2,"text":"Кездесу 22 тамызда өтті.","date":"2019-09-01T10:00:00Z"}
            {"id":3,"text":"Кездесу 22 тамызда өтті.","date":"осенью"}
            """;
        CommandResult result = CommandRunner.RunOn(Lines, "analyze", "--input", "jsonl", "--date", "2025-09-01").Failed("standard input, line 3", "no date such as 2025-08-22");
        Assert.That(
            result.JsonLines.Select(line => line.GetProperty("entities")[0].GetProperty("value").GetRawText()),
            Is.EqualTo(new[]
            {
                """{"kind":"date","iso":"2025-08-22","start":"2025-08-22","end":"2025-08-22"}""",
                """{"kind":"date","iso":"2019-08-22","start":"2019-08-22","end":"2019-08-22"}""",
            }));
    }

    [Test]
    public void Date_that_is_none_is_wrong_usage() =>
        Assert.That(CommandRunner.RunOn("Ол.", "analyze", "--date", "22.08.2025").ExitCode, Is.EqualTo(2));

    [Test]
    public void Groups_and_roles_point_to_entities()
    {
        JsonElement json = CommandRunner.RunOn("Түркия Президенті Режеп Тайып Ердоған келді. Ердоған Астанада болды.", "analyze", "--format", "json").Succeeded().Json;
        JsonElement role = json.GetProperty("roles").EnumerateArray().Single();
        JsonElement person = json.GetProperty("entities")[role.GetProperty("person").GetInt32()];
        JsonElement group = json.GetProperty("groups")[person.GetProperty("groupId").GetInt32()];
        Assert.Multiple(() =>
        {
            Assert.That(role.GetProperty("countryCode").GetString(), Is.EqualTo("TR"));
            Assert.That(person.GetProperty("canonical").GetString(), Is.EqualTo("Режеп Тайып Ердоған"));
            Assert.That(group.GetProperty("mentions").GetInt32(), Is.EqualTo(2));
            Assert.That(group.GetProperty("person").GetProperty("surname").GetString(), Is.EqualTo("Ердоған"));
            Assert.That(json.GetProperty("entities").EnumerateArray().Last().GetProperty("subdivisionCode").GetString(), Is.EqualTo("KZ-71"));
        });
    }

    [Test]
    public void Amounts_are_numbers_with_currency_and_unit()
    {
        JsonElement json = CommandRunner.RunOn("Жобаға 1,5 млрд теңге бөлінді. Өндіріс 38%-ға өсіп, 4 млн тоннадан асты.", "analyze", "--format", "json").Succeeded().Json;
        Assert.That(
            json.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("value").GetRawText()),
            Is.EqualTo(new[]
            {
                """{"kind":"money","amount":1500000000,"currency":"KZT"}""",
                """{"kind":"percentage","number":38}""",
                """{"kind":"quantity","number":4000000,"unit":"t"}""",
            }));
    }

    private static IEnumerable<string> NamesOf(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
