using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace KazNlp.Cli.Tests;

public class JsonTextTests
{
    [TestCase("Қазақстан – «ел» 🇰🇿", "\"Қазақстан – «ел» 🇰🇿\"")]
    [TestCase("\"\\/<>&'+", "\"\\\"\\\\/<>&'+\"")]
    [TestCase("\0\n\r\t\u0001\u007F\u0085\u2028", "\"\\u0000\\n\\r\\t\\u0001\\u007f\\u0085\\u2028\"")]
    [TestCase("", "\"\"")]
    public void Text_is_written_to_be_read(string text, string json) => Assert.That(Quote(text), Is.EqualTo(json));

    [Test]
    public void Lone_surrogate_is_written_as_its_escape() => Assert.That(Quote("а\uDC00😀\uD83D"), Is.EqualTo("\"а\\udc00😀\\ud83d\""));

    [Test]
    public void Any_well_formed_text_is_what_a_json_reader_reads() =>
        AnyText.Gen.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))).Sample(text => JsonElement.Parse(Quote(text)).GetString() == text);

    [Test]
    public void Any_text_is_one_line_for_every_reader() => AnyText.Gen.Sample(text => Quote(text).All(c => c is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')));

    private static string Quote(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonText.WriteQuoted(output, text);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
