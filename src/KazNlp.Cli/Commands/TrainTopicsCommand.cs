using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train topics</c>: a topic model from labelled texts.</summary>
internal sealed class TrainTopicsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _train = new("--train")
    {
        Description = $"Labelled texts to learn from: {TopicExamples.Description}. May be given several times.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _development = new("--dev") { Description = "Labelled texts to measure on; nothing is learned from them.", HelpName = "FILE" };
    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of the folds and of the optimiser.", () => new TopicTrainerOptions().Seed);

    private readonly Option<int> _folds = new("--folds", "--cross-validate")
    {
        Description = "Parts of the cross-validation that calibrates the scores and gives the figures; 0 leaves it out.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => new TopicTrainerOptions().Folds,
    };

    private readonly Option<string?> _mlnet = new("--mlnet") { Description = "Also writes the model as a model file of ML.NET.", HelpName = "FILE.zip" };
    private readonly Option<string?> _page = TopicReport.Option();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainTopicsCommand(StandardStreams streams)
        : base("topics", "Trains a topic model with the labels that the data has: maximum entropy, with probabilities calibrated by cross-validation.")
    {
        _streams = streams;
        Add(_train);
        Add(_development);
        Add(_output);
        Add(_seed);
        Add(_folds);
        Add(_mlnet);
        Add(_page);
        CommonArguments.Require(_folds, static folds => folds is 0 or >= 2, "needs at least 2, or 0 for none");
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train topics --train train.jsonl --dev dev.jsonl --output topics.kazpack",
        "kaznlp train topics --train labelled.csv --output topics.kazpack",
        "kaznlp train topics --train labelled.csv --folds 10 --report report.html --mlnet topics.zip --output topics.kazpack",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string? mlnet = parsed.GetValue(_mlnet);
        string? page = parsed.GetValue(_page);
        foreach ((string? path, string option) in new[] { (mlnet, "--mlnet"), (page, "--report") })
        {
            if (path is not null)
            {
                Training.CheckOutput(path, option);
            }
        }

        string[] paths = parsed.GetRequiredValue(_train);
        List<TopicExample> examples = [.. paths.SelectMany(path => TopicExamples.Read(_streams, path))];
        IReadOnlyList<TopicExample> development = parsed.GetValue(_development) is { } file ? TopicExamples.Read(_streams, file) : [];
        var trainer = new KazakhTopicTrainer(options => options with { Seed = parsed.GetRequiredValue(_seed), Folds = parsed.GetRequiredValue(_folds) });

        TrainedTopicModel trained = await Training.RunAsync(_streams, paths, progress =>
            trainer.Train(examples, progress.Of<TopicTrainingProgress>(step => (step.Fraction, step.Stage)), cancellationToken));

        ModelPackBuilder pack = trained.Pack
            .AddMetadata("data", string.Join("; ", paths.Select(path => Path.GetFileName(path))))
            .AddMetadata("command", Training.Describe(parsed));
        if (trained.CrossValidation.Count > 0)
        {
            pack.AddMetadata("cross-validation", Describe(ClassificationReport.Create(trained.CrossValidation)));
        }

        if (development.Count > 0)
        {
            pack.AddMetadata("development", Describe(TopicEvaluation.Evaluate(new TopicClassifier(trained.Model), development)));
        }

        Training.Save(_streams, pack, output);
        if (mlnet is not null)
        {
            Training.Save(_streams, trained.SaveMLNet, mlnet);
        }

        if (trained.CrossValidation.Count > 0)
        {
            var report = ClassificationReport.Create(trained.CrossValidation);
            TopicReport.Write(_streams, report, asJson: false);
            if (page is not null)
            {
                TopicReport.WritePage(report, $"Cross-validation on {string.Join(", ", paths.Select(path => Path.GetFileName(path)))}", page);
            }
        }

        return ExitCode.Success;
    }

    private static string Describe(ClassificationReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{report.Count} documents: accuracy {report.Accuracy:0.0000}, macro F1 {report.MacroF1():0.0000}");
}
