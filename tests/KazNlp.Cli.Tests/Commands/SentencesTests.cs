namespace KazNlp.Cli.Tests;

public class SentencesTests
{
    [Test]
    public void Sentences_stand_one_a_line_as_written() =>
        Assert.That(
            CommandRunner.RunOn("  Ол  келді,  25°C. Біз де бардық!  ", "sentences").Succeeded().Lines,
            Is.EqualTo(new[] { "Ол  келді,  25°C.", "Біз де бардық!" }));

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Line_break_inside_a_sentence_becomes_one_space(string lineBreak) =>
        Assert.That(
            CommandRunner.RunOn($"Президент бүгін қала тұрғындарымен,{lineBreak}олардың балаларымен кездесті.", "sentences").Succeeded().Lines,
            Is.EqualTo(new[] { "Президент бүгін қала тұрғындарымен, олардың балаларымен кездесті." }));

    [Test]
    public void Text_without_tokens_has_no_sentences() => Assert.That(CommandRunner.RunOn(" \n\n ", "sentences").Succeeded().OutputBytes, Is.Empty);
}
