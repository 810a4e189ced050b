using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class EvaluateNerTests
{
    private const string Gold = "Астанада\tB-GPE\nкеше\tB-DATE\n\nӘсел\tB-PERSON\nкелді\tO\n";
    private const string Predictions = "Астанада\tB-GPE\nкеше\tO\n\nӘсел\tB-PERSON\nкелді\tO\n";

    [Test]
    public void Tags_of_another_system_are_measured_and_compared()
    {
        using var folder = new TestFolder();
        JsonElement json = CommandRunner.Run("evaluate", "ner", "--format", "json", "--predictions", folder.Write("a.conll", Predictions), "--against", folder.Write("b.conll", Gold), folder.Write("gold.conll", Gold)).Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("micro").GetProperty("f1").GetDouble(), Is.EqualTo(0.8).Within(1e-9));
            Assert.That(json.GetProperty("f1Interval").GetArrayLength(), Is.EqualTo(2));
            Assert.That(json.GetProperty("against").GetProperty("difference").GetDouble(), Is.EqualTo(-0.2).Within(1e-9));
            Assert.That(json.GetProperty("against").GetProperty("pValue").GetDouble(), Is.EqualTo(1).Within(1e-9));
        });
    }

    [Test]
    public void Other_sentences_are_refused_with_their_line()
    {
        using var folder = new TestFolder();
        CommandResult result = CommandRunner.Run("evaluate", "ner", "--predictions", folder.Write("a.conll", "Басқа\tO\n"), folder.Write("gold.conll", Gold));
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("a.conll: not the annotated sentences: Sentence 1 (line 1)"));
        });
    }
}
