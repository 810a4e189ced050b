using System.Globalization;
using System.Net;
using System.Text;

namespace KazNlp;

/// <summary>Draws a <see cref="ClassificationReport"/> as one self-contained HTML page: the figures, a table of the labels, and the confusion matrix with its cells shaded.</summary>
public static class ClassificationReportPage
{
    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.25rem .6rem;text-align:right}th{font-weight:600}
        tbody tr{border-top:1px solid #e4e4e4}tbody th{font-weight:400}
        th[scope=row]{text-align:left}.matrix td{min-width:2.2rem;text-align:center;border:1px solid #e4e4e4}
        .matrix tbody th,.matrix thead td{position:sticky;left:0;background:#fff}.matrix thead td{border:0;text-align:left;vertical-align:bottom;font-size:.85rem;color:#666}
        .matrix .right{font-weight:600}
        .matrix thead th{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;vertical-align:bottom}
        .right{background:rgb(80 190 130/var(--share))}.wrong{background:rgb(240 120 100/var(--share))}
        .figures{display:flex;flex-wrap:wrap;gap:2rem}.figures b{display:block;font-size:1.6rem}.scroll{overflow-x:auto}
        """;

    /// <summary>The page as text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What was evaluated on what.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> or <paramref name="title"/> is null.</exception>
    public static string Render(ClassificationReport report, string title)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(title);
        string heading = WebUtility.HtmlEncode(title);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}</title>\n<style>\n{Style}\n</style>\n<h1>{heading}</h1>\n");
        AppendFigures(page, report);
        AppendLabels(page, report);
        AppendCoverage(page, report);
        AppendMatrix(page, report);
        return page.Append("</html>\n").ToString();
    }

    /// <summary>Writes the page to a file, which is seen whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What was evaluated on what.</param>
    /// <param name="path">The file; one that is there already is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(ClassificationReport report, string title, string path) => WholeFile.WriteText(path, Render(report, title));

    private static void AppendFigures(StringBuilder page, ClassificationReport report)
    {
        page.Append("<div class=\"figures\">\n");
        AppendFigure("examples", report.Count.ToString(CultureInfo.InvariantCulture));
        AppendFigure("accuracy", Percent(report.Accuracy));
        AppendFigure("accuracy, second label allowed", Percent(report.SoftAccuracy));
        AppendFigure("macro F1", Percent(report.MacroF1()));
        AppendFigure("calibration error", Percent(report.CalibrationError));
        AppendFigure("accuracy on the 80 % most confident", Percent(report.AccuracyAt(0.8)));
        page.Append("</div>\n");

        void AppendFigure(string name, string value) => page.Append(CultureInfo.InvariantCulture, $"<div><b>{value}</b>{name}</div>\n");
    }

    private static void AppendLabels(StringBuilder page, ClassificationReport report)
    {
        page.Append("<h2>Labels</h2>\n<table>\n<thead><tr><th scope=\"row\">label</th><th>precision</th><th>recall</th><th>F1</th><th>examples</th></tr></thead>\n<tbody>\n");
        foreach (ClassScore score in report.Classes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{WebUtility.HtmlEncode(score.Label)}</th><td>{Percent(score.Precision)}</td><td>{Percent(score.Recall)}</td><td>{Percent(score.F1)}</td><td>{score.Support}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void AppendCoverage(StringBuilder page, ClassificationReport report)
    {
        page.Append("<h2>The most confident part</h2>\n<table>\n<thead><tr><th>part</th><th>accuracy</th><th>least score</th></tr></thead>\n<tbody>\n");
        foreach (double coverage in ClassificationReport.Coverages)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{100 * coverage:0} %</td><td>{Percent(report.AccuracyAt(coverage))}</td><td>{report.ScoreAt(coverage):0.000}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void AppendMatrix(StringBuilder page, ClassificationReport report)
    {
        page.Append("<h2>Confusion matrix</h2>\n<p>A row is a gold label, a column a predicted one; the shade is the share of the row, red where the two differ.</p>\n<div class=\"scroll\">\n<table class=\"matrix\">\n<thead><tr><td>gold ↓ predicted →</td>");
        foreach (string label in report.Labels)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th>{WebUtility.HtmlEncode(label)}</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        for (int gold = 0; gold < report.Labels.Length; gold++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{WebUtility.HtmlEncode(report.Labels[gold])}</th>");
            for (int predicted = 0; predicted < report.Labels.Length; predicted++)
            {
                int count = report.Confusion(gold, predicted);
                double share = report.Classes[gold].Support == 0 ? 0 : (double)count / report.Classes[gold].Support;
                page.Append(CultureInfo.InvariantCulture, $"<td class=\"{(gold == predicted ? "right" : "wrong")}\" style=\"--share:{share:0.##}\">{(count == 0 ? "" : count)}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
