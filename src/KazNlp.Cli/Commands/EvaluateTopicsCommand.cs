using System.CommandLine;
using System.CommandLine.Parsing;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate topics</c>: the best topic of each text.</summary>
internal sealed class EvaluateTopicsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile($"Labelled texts: {TopicExamples.Description}. - or nothing is standard input.");
    private readonly Option<string?> _model = CommonArguments.Model("topic");
    private readonly Option<string?> _engine = CommonArguments.Choice<string?>(
        "--engine",
        "core: the library alone (the default). mlnet: ML.NET computes the same model, and the largest difference between the two is told.",
        "core", "mlnet");

    private readonly Option<string?> _mlnet = new("--mlnet") { Description = "With --engine mlnet: a model file of ML.NET, written by 'kaznlp train topics --mlnet', in place of one built from the model.", HelpName = "FILE.zip" };
    private readonly Option<int?> _folds = new("--folds", "--cross-validate")
    {
        Description = "Cross-validates instead of asking a model: each of this many parts of the file is predicted by a model trained on the others.",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> _bySource = new("--by-source") { Description = "Cross-validates by the column 'source': each source is predicted by a model that never saw it." };
    private readonly Option<bool> _keepBoilerplate = new("--keep-boilerplate") { Description = "In cross-validation, also counts names of agencies and reporters, buttons and counters; to see what leaving them out changes." };
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of the folds and of the optimiser.", () => new TopicTrainerOptions().Seed);
    private readonly Option<string?> _page = TopicReport.Option();
    private readonly Option<string> _format = Figures.Format();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateTopicsCommand(StandardStreams streams)
        : base("topics", "Measures a topic model: a text is right when its best topic is its label. Micro precision, recall and F1 are all the accuracy; macro is the mean over the labels that the data has.")
    {
        _streams = streams;
        Add(_file);
        Add(_model);
        Add(_engine);
        Add(_mlnet);
        Add(_folds);
        Add(_bySource);
        Add(_keepBoilerplate);
        Add(_seed);
        Add(_page);
        Add(_format);
        CommonArguments.Require(_folds, static folds => folds >= 2, "needs at least 2");
        Validators.Add(CheckCombination);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate topics dev.jsonl",
        "kaznlp evaluate topics --model my-topics.kazpack --report report.html dev.csv",
        "kaznlp evaluate topics --engine mlnet dev.jsonl",
        "kaznlp evaluate topics --folds 5 labelled.csv",
        "kaznlp evaluate topics --model my-topics.kazpack --format json dev.jsonl | jq .accuracy",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(_file);
        if (parsed.GetValue(_page) is { } page)
        {
            Training.CheckOutput(page, "--report");
        }

        if (IsCrossValidation(parsed))
        {
            IReadOnlyList<TopicPrediction> held = await CrossValidateAsync(parsed, path, cancellationToken);
            Write(parsed, ClassificationReport.Create(held), $"Cross-validation on {Path.GetFileName(path)}", parsed.GetValue(_bySource) ? FiguresOfSources(held) : []);
            return ExitCode.Success;
        }

        TopicModel model = Models.OpenTopics(parsed.GetValue(_model));
        IReadOnlyList<TopicExample> examples = TopicExamples.Read(_streams, path);
        string title = $"{Path.GetFileName(model.Name)} on {Path.GetFileName(path)}";
        if (parsed.GetValue(_engine) != "mlnet")
        {
            Write(parsed, TopicEvaluation.Evaluate(new TopicClassifier(model), examples), title);
            return ExitCode.Success;
        }

        MLNetTopicModel other = Models.OpenMLNetTopics(parsed.GetValue(_mlnet), model);
        var comparison = TopicEngineComparison.Create(model, other, examples);
        Write(parsed, ClassificationReport.Create(comparison.Predictions), $"{title}, by ML.NET",
            ("largestDifference", "Largest difference between a score of ML.NET and the library's", comparison.LargestDifference),
            ("otherBest", "Documents with another best topic than the library's", comparison.OtherBestCount));
        return ExitCode.Success;
    }

    private async Task<IReadOnlyList<TopicPrediction>> CrossValidateAsync(ParseResult parsed, string path, CancellationToken cancellationToken)
    {
        IReadOnlyList<TopicExample> examples = TopicExamples.Read(_streams, path);
        var trainer = new KazakhTopicTrainer(options => options with { Folds = parsed.GetValue(_folds) ?? options.Folds, Seed = parsed.GetRequiredValue(_seed) });
        var validation = new TopicCrossValidationOptions { BySource = parsed.GetValue(_bySource), KeepBoilerplate = parsed.GetValue(_keepBoilerplate) };
        return await Training.RunAsync(_streams, [path], progress =>
            trainer.CrossValidate(examples, _ => validation, progress.Of<TopicTrainingProgress>(step => (step.Fraction, step.Stage)), cancellationToken));
    }

    private static IEnumerable<(string Property, string Caption, double Value)> FiguresOfSources(IReadOnlyList<TopicPrediction> predictions) => predictions
        .GroupBy(prediction => prediction.Example.Source ?? "", StringComparer.Ordinal)
        .OrderByDescending(source => source.Count())
        .Select(source => (source.Key, Report: ClassificationReport.Create([.. source])))
        .SelectMany(source => new (string, string, double)[]
        {
            ($"accuracy of {source.Key}", $"Accuracy on {source.Key}, {source.Report.Count} documents", source.Report.Accuracy),
            ($"softAccuracy of {source.Key}", $"Accuracy on {source.Key}, a second label counting as right", source.Report.SoftAccuracy),
        });

    private void Write(ParseResult parsed, ClassificationReport report, string title, params IEnumerable<(string Property, string Caption, double Value)> more)
    {
        TopicReport.Write(_streams, report, parsed.AsJson(_format), more);
        if (parsed.GetValue(_page) is { } page)
        {
            TopicReport.WritePage(report, title, page);
        }
    }

    private bool IsCrossValidation(ParseResult parsed) => parsed.GetValue(_folds) is not null || parsed.GetValue(_bySource);

    private void CheckCombination(CommandResult result)
    {
        bool isCrossValidation = result.GetResult(_folds) is not null || result.GetResult(_bySource) is { Implicit: false };
        if (isCrossValidation && (result.GetResult(_model) is not null || result.GetResult(_engine) is not null || result.GetResult(_mlnet) is not null))
        {
            result.AddError("--folds and --by-source train models of their own; leave out --model, --engine and --mlnet.");
        }

        if (!isCrossValidation && result.GetResult(_keepBoilerplate) is { Implicit: false })
        {
            result.AddError("--keep-boilerplate needs --folds or --by-source.");
        }

        if (result.GetResult(_mlnet) is not null && result.GetValue(_engine) != "mlnet")
        {
            result.AddError("--mlnet needs --engine mlnet.");
        }
    }
}
