using System.Text;

namespace KazNlp.Tests;

public class ConllReaderTests
{
    [Test]
    public void Sentences_tokens_tags_and_comments_are_read()
    {
        List<ConllSentence> sentences = Tagged("\uFEFF# id = 1\r\nАстана\tB-GPE\r\n.\tO\r\n\r\n\n#\tO\nБір\tB-CARDINAL");

        Assert.Multiple(() =>
        {
            Assert.That(sentences, Has.Count.EqualTo(2));
            Assert.That(sentences[0].Tokens, Is.EqualTo(new[] { "Астана", "." }));
            Assert.That(sentences[0].Tags, Is.EqualTo(new[] { "B-GPE", "O" }));
            Assert.That(sentences[0].Comments, Is.EqualTo(new[] { "# id = 1" }));
            Assert.That(sentences[0].Line, Is.EqualTo(2));
            Assert.That(sentences[1].Tokens, Is.EqualTo(new[] { "#", "Бір" }));
        });
    }

    [Test]
    public void Tags_may_be_absent_or_strange_when_only_tokens_are_read() =>
        Assert.That(
            ConllReader.ReadTokens(Bytes("Астана\nда\tX-PER\n"), "a.conll").Single().Tokens,
            Is.EqualTo(new[] { "Астана", "да" }));

    [Test]
    public void Empty_file_has_no_sentences() => Assert.That(Tagged(""), Is.Empty);

    [TestCase("Астана\tB-GPE\n.\tO\tO\n", 2, "3 columns")]
    [TestCase("Астана\tX-PER\n", 1, "X-PER")]
    [TestCase("Астана\tB-\n", 1, "B-")]
    [TestCase("Астана\n", 1, "no tag")]
    [TestCase("Астана O\n", 1, "space")]
    [TestCase("\tO\n", 1, "empty")]
    [TestCase("а\tO\nб\0в\tO\n", 2, "NUL")]
    public void Bad_line_is_reported_with_file_line_and_reason(string text, int line, string reason)
    {
        DataFormatException? fault = Assert.Throws<DataFormatException>(() => Tagged(text));

        Assert.Multiple(() =>
        {
            Assert.That(fault!.Line, Is.EqualTo(line));
            Assert.That(fault.Message, Does.StartWith("a.conll, line " + line).And.Contain(reason));
        });
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_reported()
    {
        byte[] bytes = [.. "Астана\tO\n"u8, 0xD0, 0x41, .. "\tO\n"u8];
        DataFormatException? fault = Assert.Throws<DataFormatException>(() => _ = ConllReader.ReadTagged(new MemoryStream(bytes), "a.conll").Count());

        Assert.That(fault!.Message, Does.StartWith("a.conll, line 2").And.Contain("UTF-8"));
    }

    [Test]
    public void Written_sentences_are_read_back()
    {
        using var writer = new StringWriter();
        var sentence = new ConllSentence { Tokens = ["Астана", "."], Comments = ["# id = 1"] };
        ConllWriter.Write(writer, sentence, ["B-GPE", "O"]);
        ConllSentence read = Tagged(writer.ToString()).Single();

        Assert.Multiple(() =>
        {
            Assert.That(read.Tokens, Is.EqualTo(sentence.Tokens));
            Assert.That(read.Tags, Is.EqualTo(new[] { "B-GPE", "O" }));
            Assert.That(read.Comments, Is.EqualTo(sentence.Comments));
        });
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static List<ConllSentence> Tagged(string text) => [.. ConllReader.ReadTagged(Bytes(text), "a.conll")];
}
