namespace KazNlp.Training.Tests;

public sealed class TopicExampleReaderTests
{
    [Test]
    public void Json_lines_give_every_field_and_blank_lines_are_skipped()
    {
        IReadOnlyList<TopicExample> examples = TopicExampleReader.ReadJsonLines(
            new StringReader("""
            {"id":"1","label":"sport","label2":"health","title":"Т","text":"Мәтін","source":"s"}

            {"id":2,"label":"none","text":"Басқа"}
            """), "a.jsonl");
        Assert.That(examples, Is.EqualTo(new[]
        {
            new TopicExample { Id = "1", Label = "sport", SecondLabel = "health", Title = "Т", Text = "Мәтін", Source = "s" },
            new TopicExample { Id = "2", Label = "none", Text = "Басқа" },
        }));
    }

    [Test]
    public void Csv_takes_any_label_any_order_of_columns_and_quoted_line_breaks()
    {
        IReadOnlyList<TopicExample> examples = TopicExampleReader.ReadCsv(new StringReader("Text,LABEL\n\"бір,\nекі \"\"үш\"\"\",ауыл шаруашылығы\n"), "a.csv");
        Assert.That(examples, Is.EqualTo(new[] { new TopicExample { Label = "ауыл шаруашылығы", Text = "бір,\nекі \"үш\"" } }));
    }

    [TestCase("{\"label\":\"a\",\"text\":\"b\"}\n{\"label\":", "line 2", "JSON")]
    [TestCase("{\"label\":\"a\",\"text\":\"b\"}\n[]", "line 2", "object")]
    [TestCase("{\"text\":\"b\"}", "line 1", "label")]
    [TestCase("{\"label\":\"a\"}", "line 1", "text")]
    [TestCase("{\"label\":5,\"text\":\"b\"}", "line 1", "'label'")]
    [TestCase("{\"label\":\"a\",\"text\":\" \"}", "line 1", "empty in every row")]
    [TestCase("", "line 1", "no examples")]
    public void Broken_json_is_told_by_file_line_and_reason(string text, string line, string reason)
    {
        Assert.That(() => TopicExampleReader.ReadJsonLines(new StringReader(text), "a.jsonl"),
            Throws.TypeOf<DataFormatException>().With.Message.StartWith("a.jsonl, " + line).And.Message.Contain(reason));
    }

    [TestCase("label,title\na,b", "line 1", "'text'")]
    [TestCase("label,text\na,b\nc,d,e", "line 3", "3 fields")]
    [TestCase("label,text\na,b\nc", "line 3", "1 fields")]
    [TestCase("label,text\na,b\n,d", "line 3", "label")]
    [TestCase("label,text\na,b\nc,d\"e", "line 3", "quotation mark")]
    [TestCase("label,text\na,\nb,", "line 1", "empty in every row")]
    [TestCase("label,text\n", "line", "no examples")]
    [TestCase("", "line 1", "empty")]
    public void Broken_csv_is_told_by_file_line_and_reason(string text, string line, string reason)
    {
        Assert.That(() => TopicExampleReader.ReadCsv(new StringReader(text), "a.csv"),
            Throws.TypeOf<DataFormatException>().With.Message.StartWith("a.csv, " + line).And.Message.Contain(reason));
    }
}
