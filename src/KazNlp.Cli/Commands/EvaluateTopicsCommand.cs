using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate topics</c>: the best topic of each text.</summary>
internal sealed class EvaluateTopicsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile($"Labelled texts: {TopicExamples.Description}. - or nothing is standard input.");
    private readonly Option<string?> _model = CommonArguments.Model("topic");
    private readonly Option<string> _format = CommonArguments.Format("table: for people. json: one object.", "table", "json");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateTopicsCommand(StandardStreams streams)
        : base("topics", "Measures a topic model: a text is right when its best topic is its label. Micro precision, recall and F1 are all the accuracy; macro is the mean over the labels that the data has.")
    {
        _streams = streams;
        Add(_file);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate topics dev.jsonl",
        "kaznlp evaluate topics --model my-topics.kazpack --format json dev.jsonl | jq .accuracy",
    ];

    private int Run(ParseResult parsed)
    {
        TopicModel model = Models.OpenTopics(parsed.GetValue(_model));
        IReadOnlyList<TopicExample> examples = TopicExamples.Read(_streams, parsed.GetRequiredValue(_file));
        ClassificationReport report = TopicEvaluation.Evaluate(new TopicClassifier(model), examples);
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
                ("calibrationError", "Calibration error of the scores", report.CalibrationError),
            ],
        };
        table.Write(_streams, asJson: parsed.GetRequiredValue(_format) == "json");
        return ExitCode.Success;
    }
}
