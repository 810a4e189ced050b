using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace KazNlp.Cli.Tests;

public partial class AnalyzeHtmlTests
{
    private const string Article = "Қасым-Жомарт Тоқаев Тәжікстанға барды.\n\nОл Душанбеде Эмомали Рахмонмен келіссөз жүргізді.";

    [Test]
    public void Page_marks_entities_by_class_with_name_and_country_on_hover()
    {
        string page = CommandRunner.RunOn(Article, "analyze", "--format", "html").Succeeded().Output;
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.StartWith("<!DOCTYPE html>\n<html lang=\"kk\">").And.EndWith("</body>\n</html>\n"));
            Assert.That(page, Does.Contain("""<mark class="PERSON" title="PERSON · Қасым-Жомарт Тоқаев">Қасым-Жомарт Тоқаев</mark> <mark class="GPE" title="GPE · Тәжікстан · Тәжікстан (TJ)">Тәжікстанға</mark>"""));
            Assert.That(Regex.Count(page, "<span class=\"sentence\">"), Is.EqualTo(2));
            Assert.That(page, Does.Contain("""<li><mark class="PERSON">PERSON</mark> 2</li>"""));
            Assert.That(page, Does.Match("""<ul class="topics"><li title="medtop:\d{8}">politics [01]\.\d\d</li>"""));
        });
    }

    [Test]
    public void Page_asks_for_nothing_from_outside_and_runs_no_script()
    {
        string page = CommandRunner.RunOn(Article, "analyze", "--format", "html").Succeeded().Output;
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Match(@"<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:"));
            Assert.That(page, Does.Contain("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""));
        });
    }

    [TestCase("<script>alert(1)</script> & \"Астана\" 'Алматы' &amp; </div></body>")]
    [TestCase("Астана\0\0 Ол\r\nАлматыда\r болды\n")]
    [TestCase("\n\n  Астана\tqala\u00A0\u2028 \u0001\u0085\uFEFF\uFFFE ]]> -->")]
    [TestCase("")]
    public void Text_of_the_page_is_the_text(string text) => AssertText(text);

    [Test]
    public void Text_of_the_page_is_any_text() => AnyText.Gen.Sample(AssertText, iter: 50);

    [Test]
    public void Lone_surrogate_is_a_replacement_character()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        HtmlText.Write(output, "а\ud800<\udc00😀");
        Assert.That(Encoding.UTF8.GetString(output.WrittenSpan), Is.EqualTo("а\uFFFD&lt;\uFFFD😀"));
    }

    [Test]
    public void Several_files_are_articles_of_one_page_and_a_bad_one_does_not_stop_the_others()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a<b>.txt", Article), folder["missing.txt"], folder.Write("c.txt", "Ол келді.")];
        CommandResult result = CommandRunner.Run(["analyze", "--format", "html", .. files]).Failed("missing.txt: no such file");
        Assert.Multiple(() =>
        {
            Assert.That(Regex.Count(result.Output, "<article>"), Is.EqualTo(2));
            Assert.That(result.Output, Does.Contain("a&lt;b&gt;.txt</div>").And.EndWith("</html>\n"));
        });
    }

    [Test]
    public void Document_of_a_collection_has_its_title_marked_as_heading()
    {
        string page = CommandRunner.RunOn("""{"id":7,"title":"Астанада <жиын>","text":"Ол келді."}""", "analyze", "--input", "jsonl", "--format", "html").Succeeded().Output;
        Assert.That(page, Does.Contain("""<div class="name">7</div>""" + "\n" + """<h1><mark class="GPE" title="GPE · Астана · Қазақстан (KZ)">Астанада</mark> &lt;жиын&gt;</h1>"""));
    }

    [Test]
    public void Class_of_ones_own_is_marked_without_a_colour_of_its_own()
    {
        using var folder = new TestFolder();
        string names = folder.Write("names.csv", "name,type,id\nЗерде,\"\"\"><b>\",\"<i>\"\n");
        string page = CommandRunner.RunOn("Ол Зердеде.", "analyze", "--format", "html", "--type", "\"><b>", "--gazetteer", names).Succeeded().Output;
        Assert.That(page, Does.Contain("""<mark class="other" title="&quot;&gt;&lt;b&gt; · Зерде · &lt;i&gt;">Зердеде</mark>"""));
    }

    private static void AssertText(string text)
    {
        string page = CommandRunner.RunOn(Encoding.UTF8.GetBytes(text), "analyze", "--format", "html").Output;
        Match body = Body().Match(page);
        Assert.That(Markup().Matches(body.Value).Select(tag => tag.Value), Is.All.Matches<string>(tag => Tag().IsMatch(tag)));
        string shown = WebUtility.HtmlDecode(Markup().Replace(body.Groups[1].Value, string.Empty));
        string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
        Assert.That(shown, Is.EqualTo(expected.StartsWith('\uFEFF') ? expected[1..] : expected));
    }

    [GeneratedRegex("<div class=\"text\">(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("^(<div class=\"text\">|</div>|<span class=\"sentence\">|</span>|<mark class=\"[A-Z_]+\" title=\"[^\"<>]*\">|</mark>)$")]
    private static partial Regex Tag();
}
