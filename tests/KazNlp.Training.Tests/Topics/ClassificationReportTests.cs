namespace KazNlp.Training.Tests;

public sealed class ClassificationReportTests
{
    private static TopicPrediction Predict(string gold, string predicted, double score, string? second = null) =>
        new(new TopicExample { Label = gold, SecondLabel = second, Text = "" }, predicted, score);

    [Test]
    public void Figures_are_those_counted_by_hand()
    {
        var report = ClassificationReport.Create([Predict("a", "a", 0.95), Predict("a", "b", 0.55, second: "b"), Predict("b", "b", 0.85), Predict("c", "b", 0.45)]);
        Assert.That(report.Accuracy, Is.EqualTo(0.5));
        Assert.That(report.SoftAccuracy, Is.EqualTo(0.75));
        Assert.That(report.Labels, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(report.Classes[0].Precision, Is.EqualTo(1));
        Assert.That(report.Classes[0].Recall, Is.EqualTo(0.5));
        Assert.That(report.Classes[1].F1, Is.EqualTo(0.5));
        Assert.That(report.Classes[2].F1, Is.EqualTo(0));
        Assert.That(report.MacroF1(), Is.EqualTo(((2.0 / 3) + 0.5) / 3).Within(1e-12));
        Assert.That(report.MacroF1(minExamples: 2), Is.EqualTo(2.0 / 3).Within(1e-12));
        Assert.That(report.Confusion(0, 1), Is.EqualTo(1));
        Assert.That(report.AccuracyAt(0.5), Is.EqualTo(1));
        Assert.That(report.CalibrationError, Is.EqualTo((0.05 + 0.55 + 0.15 + 0.45) / 4).Within(1e-12));
    }
}
