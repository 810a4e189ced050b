using System.Buffers;
using System.Text;
using CsCheck;

namespace KazNlp.Cli.Tests;

public class JsonlDocumentTests
{
    [TestCase("""{"id":7,"text":"т"}""", "7")]
    [TestCase("""{"id":"a\u0301\"","text":"т"}""", """ "a\u0301\"" """)]
    [TestCase("""{"id":12345678901234567890.10,"text":"т"}""", "12345678901234567890.10")]
    [TestCase("""{"text":"т"}""", "null")]
    public void Id_is_returned_as_it_was_written(string line, string id) => Assert.That(Encoding.UTF8.GetString(Parse(line).Id.Span), Is.EqualTo(id.Trim()));

    [Test]
    public void Unknown_properties_are_ignored_and_the_order_is_free()
    {
        JsonlDocument document = Parse("""{"source":{"a":[1]},"text":"мәтін","label":null,"title":"тақырып","id":1}""");
        Assert.That((document.Title, document.Text), Is.EqualTo(("тақырып", "мәтін")));
    }

    [TestCase("""{"id":1,"title":null,"text":""}""")]
    [TestCase("""{"id":1,"title":"","text":""}""")]
    [TestCase("""{"id":1,"text":""}""")]
    public void Title_may_be_absent_null_or_empty(string line) => Assert.That(Parse(line).Title, Is.Null);

    [TestCase("", "not a JSON object")]
    [TestCase("мәтін", "not a JSON object")]
    [TestCase("""{"id":1,"text":"a" """, "not a JSON object")]
    [TestCase("""{"id":1,"text":"a"} x""", "not a JSON object")]
    [TestCase("""["text"]""", "not a JSON object")]
    [TestCase("""{"id":1}""", "no \"text\"")]
    [TestCase("""{"id":1,"text":null}""", "no \"text\"")]
    [TestCase("""{"id":1,"text":5}""", "\"text\" is no string")]
    [TestCase("""{"id":1,"text":"a","title":5}""", "\"title\" is no string")]
    public void Bad_line_is_named_with_its_number(string line, string reason) =>
        Assert.That(() => Parse(line), Throws.TypeOf<DataFormatException>().With.Message.StartsWith("d.jsonl, line 12").And.Message.Contains(reason));

    [Test]
    public void Line_that_is_not_utf_8_is_bad() =>
        Assert.That(() => JsonlDocument.Parse(new byte[] { (byte)'{', 0xFF, (byte)'}' }, "d.jsonl", 12), Throws.TypeOf<DataFormatException>().With.Message.Contains("not valid UTF-8"));

    [Test]
    public void Lone_surrogates_come_through_their_escapes() => Assert.That(Parse("""{"text":"\ud800\"\\\/\b\f\n\r\t\u049b қ\udc00"}""").Text, Is.EqualTo("\uD800\"\\/\b\f\n\r\tқ қ\uDC00"));

    [Test]
    public void Any_text_comes_back_from_what_is_written() => AnyText.Gen.Sample(text =>
    {
        var line = new ArrayBufferWriter<byte>();
        line.Write("{\"text\":"u8);
        JsonText.WriteQuoted(line, text);
        line.Write("}"u8);
        return JsonlDocument.Parse(line.WrittenMemory, "d.jsonl", 1).Text == text;
    });

    private static JsonlDocument Parse(string line) => JsonlDocument.Parse(Encoding.UTF8.GetBytes(line), "d.jsonl", 12);
}
