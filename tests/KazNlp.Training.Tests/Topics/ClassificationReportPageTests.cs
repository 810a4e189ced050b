namespace KazNlp.Training.Tests;

public sealed class ClassificationReportPageTests
{
    [Test]
    public void Page_holds_the_figures_every_cell_and_no_markup_of_a_label()
    {
        var report = ClassificationReport.Create(
        [
            new TopicPrediction(new TopicExample { Label = "<b>", Text = "" }, "<b>", 0.9),
            new TopicPrediction(new TopicExample { Label = "<b>", Text = "" }, "ә", 0.8),
            new TopicPrediction(new TopicExample { Label = "ә", Text = "" }, "ә", 0.7),
        ]);
        string page = ClassificationReportPage.Render(report, "a & b");
        Assert.That(page, Does.Contain("<b>66.7 %</b>accuracy").And.Contain("<title>a &amp; b</title>").And.Contain("&lt;b&gt;"));
        Assert.That(page, Does.Contain("""<td class="wrong" style="--share:0.5">1</td>""").And.Contain("""<td class="right" style="--share:1">1</td>"""));
    }
}
