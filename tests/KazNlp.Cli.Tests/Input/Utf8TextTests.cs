using System.Text;
using CsCheck;

namespace KazNlp.Cli.Tests;

public class Utf8TextTests
{
    [Test]
    public void Byte_order_mark_is_no_part_of_the_text() => Assert.That(Decode([0xEF, 0xBB, 0xBF, .. "Алматы"u8]), Is.EqualTo("Алматы"));

    [Test]
    public void Byte_order_mark_alone_is_an_empty_text() => Assert.That(Decode([0xEF, 0xBB, 0xBF]), Is.Empty);

    [Test]
    public void Nuls_are_text() => Assert.That(Decode("\0Қа\0\0зақ\0"u8.ToArray()), Is.EqualTo("\0Қа\0\0зақ\0"));

    [Test]
    public void Any_string_keeps_its_code_units_with_surrogates_encoded_alone() =>
        AnyText.Gen.Where(text => text.All(c => !char.IsControl(c) || char.IsWhiteSpace(c) || c == 0)).Sample(text => Decode(EncodeAnyUtf16(text)) == text);

    [Test]
    public void Few_damaged_bytes_are_replaced_and_the_first_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(new string('қ', 200) + "\nәә"), 0xFF, .. "ә"u8];
        string text = Utf8Text.Decode(bytes, "a.txt", out string? warning);
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.EndWith("әә\uFFFDә"));
            Assert.That(warning, Is.EqualTo("a.txt: line 2, byte offset 405: byte 0xFF is not UTF-8 and is read as U+FFFD."));
        });
    }

    [Test]
    public void Windows_1251_is_refused_with_the_way_out() =>
        Assert.That(() => Decode([0xCA, 0xE0, 0xE7, 0xE0, 0xF5]), Throws.TypeOf<InputException>().With.Message.StartsWith("a.txt: line 1, byte offset 0: byte 0xCA is not UTF-8").And.Message.Contains("iconv -f WINDOWS-1251"));

    [Test]
    public void Utf_16_is_refused_with_the_way_out() =>
        Assert.That(() => Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Алматы")]), Throws.TypeOf<InputException>().With.Message.Contains("iconv -f UTF-16"));

    [Test]
    public void Utf_16_without_its_mark_is_refused() =>
        Assert.That(() => Decode(Encoding.Unicode.GetBytes("Алматы мен Астана арасында")), Throws.TypeOf<InputException>().With.Message.Contains("controls"));

    [Test]
    public void Binary_file_is_refused_with_line_and_offset() =>
        Assert.That(() => Decode([.. "PK\n"u8, 0x00, 0x03, 0x9F, 0x00, .. new byte[4096]]), Throws.TypeOf<InputException>().With.Message.StartsWith("a.txt: line 2, byte offset 5: a binary file"));

    private static string Decode(byte[] bytes) => Utf8Text.Decode(bytes, "a.txt", out _);

    private static byte[] EncodeAnyUtf16(string text)
    {
        using var bytes = new MemoryStream();
        for (int i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                bytes.Write(Encoding.UTF8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                bytes.Write([0xED, (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
            }
        }

        return bytes.ToArray();
    }
}
