using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>Writes how well topics are found: figures, a row a label, the most confident part, the confusion matrix; as text, as JSON, and as an HTML page.</summary>
internal static class TopicReport
{
    /// <summary>More labels than this make a matrix that no screen shows; the page has it.</summary>
    private const int MostLabelsAsText = 40;

    /// <summary>The option that names the page.</summary>
    public static Option<string?> Option() => new("--report") { Description = "Also writes the report as one HTML page with the confusion matrix drawn.", HelpName = "FILE.html" };

    /// <summary>Writes the report to standard output.</summary>
    /// <param name="streams">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="asJson">Whether as one JSON object instead of tables.</param>
    /// <param name="more">Further figures: a JSON property name, what people call it, and the value.</param>
    public static void Write(StandardStreams streams, ClassificationReport report, bool asJson, params IEnumerable<(string Property, string Caption, double Value)> more)
    {
        ClassScore[] inData = [.. report.Classes.Where(score => score.Support > 0)];
        var table = new ScoreTable
        {
            Classes = [.. report.Classes.Select(score => new ScoreTable.Row(score.Label, score.Support, score.Predicted, score.Correct, score.Precision, score.Recall, score.F1))],
            Micro = new ScoreTable.Row("micro", report.Count, report.Count, report.Classes.Sum(score => score.Correct), report.Accuracy, report.Accuracy, report.Accuracy),
            Macro = new ScoreTable.Row("macro", null, null, null, inData.Average(score => score.Precision), inData.Average(score => score.Recall), report.MacroF1()),
            Totals =
            [
                ("documents", "Documents", report.Count),
                ("accuracy", "Accuracy", report.Accuracy),
                ("softAccuracy", "Accuracy, a second label counting as right", report.SoftAccuracy),
                ("macroF1", "Macro F1", report.MacroF1()),
                ("macroF1OfFrequent", "Macro F1 of the labels with ten documents or more", report.MacroF1(minExamples: 10)),
                ("calibrationError", "Calibration error of the scores", report.CalibrationError),
                .. more,
            ],
            WriteMoreJson = json => WriteJson(json, report),
            WriteMoreText = output => WriteText(output, report),
        };
        table.Write(streams, asJson);
    }

    /// <summary>Writes the report as a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What was measured on what.</param>
    /// <param name="path">The page's file.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void WritePage(ClassificationReport report, string title, string path)
    {
        try
        {
            ClassificationReportPage.Save(report, title, path);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(path, fault);
        }
    }

    private static void WriteJson(Utf8JsonWriter json, ClassificationReport report)
    {
        json.WriteStartArray("coverage"u8);
        foreach (double coverage in ClassificationReport.Coverages)
        {
            json.WriteStartObject();
            json.WriteNumber("share"u8, coverage);
            json.WriteFigure("accuracy"u8, report.AccuracyAt(coverage));
            json.WriteFigure("leastScore"u8, report.ScoreAt(coverage));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("confusion"u8);
        for (int gold = 0; gold < report.Labels.Length; gold++)
        {
            json.WriteStartObject(report.Labels[gold]);
            for (int predicted = 0; predicted < report.Labels.Length; predicted++)
            {
                if (report.Confusion(gold, predicted) is > 0 and int count)
                {
                    json.WriteNumber(report.Labels[predicted], count);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(TextWriter output, ClassificationReport report)
    {
        output.WriteLine();
        output.WriteLine("  Most confident   Accuracy   Least score");
        foreach (double coverage in ClassificationReport.Coverages)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {100 * coverage,12:0} % {100 * report.AccuracyAt(coverage),10:0.00} {report.ScoreAt(coverage),13:0.000}"));
        }

        if (report.Labels.Length <= MostLabelsAsText)
        {
            WriteMatrix(output, report);
        }
    }

    /// <summary>Columns bear the numbers of the labels, as their names do not fit.</summary>
    private static void WriteMatrix(TextWriter output, ClassificationReport report)
    {
        int nameWidth = report.Labels.Max(label => label.Length);
        int cellWidth = Math.Max(3, report.Classes.Max(score => score.Support).ToString(CultureInfo.InvariantCulture).Length) + 1;
        output.WriteLine();
        output.WriteLine("  Confusion: a row is the label in the data, a column the predicted one");
        var line = new StringBuilder().Append(' ', nameWidth + 5);
        for (int label = 1; label <= report.Labels.Length; label++)
        {
            line.Append(label.ToString(CultureInfo.InvariantCulture).PadLeft(cellWidth));
        }

        output.WriteLine(line);
        for (int gold = 0; gold < report.Labels.Length; gold++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"  {gold + 1,2} {report.Labels[gold].PadRight(nameWidth)}");
            for (int predicted = 0; predicted < report.Labels.Length; predicted++)
            {
                int count = report.Confusion(gold, predicted);
                line.Append((count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture)).PadLeft(cellWidth));
            }

            output.WriteLine(line);
        }
    }
}
