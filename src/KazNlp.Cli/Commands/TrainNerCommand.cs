using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train ner</c>: an entity model from CoNLL files.</summary>
internal sealed class TrainNerCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _train = new("--train")
    {
        Description = "A CoNLL file to learn from: token TAB tag in IOB2, a blank line after each sentence. May be given several times.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<double[]> _weights = new("--weight")
    {
        Description = "How much a sentence of a --train file counts: one for each of them, in their order. [default: 1]",
        HelpName = "NUMBER",
    };

    private readonly Option<double[]> _finalWeights = new("--final-weight")
    {
        Description = "What the weight of each --train file has become by the last epoch, in their order: the file that weighs most then has the last word. [default: --weight]",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> _adapt = new("--adapt")
    {
        Description = "The model is to annotate as the first --train file does: what the others do otherwise goes into weights of their own, which the model does without.",
    };

    private readonly Option<string> _development = new("--dev")
    {
        Description = "A CoNLL file to calibrate scores and to measure on; nothing is learned from it.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _unlabelled = new("--unlabelled")
    {
        Description = "Raw text, a paragraph or sentence a line: a first model labels it, and a second also learns from what the first is sure of. May be given several times.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _words = new("--words") { Description = "What 'kaznlp train words' learned from raw text. [default: what the embedded model knows]", HelpName = "MODEL" };
    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _epochs = new("--epochs") { Description = "Passes over the data.", HelpName = "NUMBER", DefaultValueFactory = _ => new EntityTrainerOptions().Epochs };
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of the order of sentences and of feature dropout.", () => new EntityTrainerOptions().Seed);

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "How often the model is learned, with the seeds from --seed on; their weights are averaged. As many as there are processors run at once.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => new EntityTrainerOptions().Seeds,
    };

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainNerCommand(StandardStreams streams)
        : base("ner", "Trains an entity model: a linear-chain conditional random field, with the classes that the data has.")
    {
        _streams = streams;
        CommonArguments.Require(_epochs, static epochs => epochs >= 1, "needs at least 1");
        CommonArguments.Require(_seeds, static seeds => seeds >= 1, "needs at least 1");
        Validators.Add(result =>
        {
            foreach (Option<double[]> option in new[] { _weights, _finalWeights })
            {
                double[] weights = result.GetValue(option) ?? [];
                if (weights.Length > 0 && weights.Length != result.GetValue(_train)?.Length)
                {
                    result.AddError($"{option.Name} must be given as often as --train, or not at all.");
                }

                if (weights.Any(weight => !(weight > 0 && double.IsFinite(weight))))
                {
                    result.AddError($"{option.Name} must be a positive number.");
                }
            }
        });
        Add(_train);
        Add(_weights);
        Add(_finalWeights);
        Add(_adapt);
        Add(_development);
        Add(_unlabelled);
        Add(_words);
        Add(_output);
        Add(_epochs);
        Add(_seed);
        Add(_seeds);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train ner --train train.conll --dev dev.conll --output entities.kazpack",
        "kaznlp train ner --train gold.conll --weight 1 --train silver.conll --weight 0.5 --dev dev.conll --output entities.kazpack",
        "kaznlp train ner --train gold.conll --train silver.conll --adapt --dev dev.conll --output entities.kazpack",
        "kaznlp train ner --train train.conll --dev dev.conll --seeds 4 --output entities.kazpack",
        "kaznlp train ner --train train.conll --dev dev.conll --unlabelled news.txt --unlabelled web.txt --output entities.kazpack",
        "kaznlp train ner --train gold.conll --train silver.conll --final-weight 1 --final-weight 0.2 --dev dev.conll --output entities.kazpack",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string[] paths = parsed.GetRequiredValue(_train);
        double[] weights = parsed.GetValue(_weights) is { Length: > 0 } given ? given : [.. paths.Select(_ => 1.0)];
        double[] finalWeights = parsed.GetValue(_finalWeights) is { Length: > 0 } last ? last : weights;
        bool adapt = parsed.GetValue(_adapt);
        List<EntityTrainingSet> sets =
        [
            .. paths.Select((path, i) => new EntityTrainingSet(Path.GetFileName(path), Read(path), weights[i], finalWeights[i], HasOwnConventions: adapt && i > 0)),
        ];
        IReadOnlyList<ConllSentence> development = Read(parsed.GetRequiredValue(_development));
        List<string> unlabelled = [.. (parsed.GetValue(_unlabelled) ?? []).SelectMany(path => ReadLines(path))];
        WordKnowledge words = Models.OpenWords(parsed.GetValue(_words));
        var trainer = new EntityTrainer(options => options with { Epochs = parsed.GetRequiredValue(_epochs), Seed = parsed.GetRequiredValue(_seed), Seeds = parsed.GetRequiredValue(_seeds) }, words);

        ModelPackBuilder pack = await Training.RunAsync(_streams, paths, progress => trainer.Train(
            sets,
            development,
            progress: progress.Of<TrainingProgress>(step => (step.Fraction, Describe(step))),
            command: Training.Describe(parsed),
            unlabelled: unlabelled,
            cancellation: cancellationToken));
        Training.Save(_streams, pack, output);
        return ExitCode.Success;
    }

    private IReadOnlyList<ConllSentence> Read(string path) => new InputFile(_streams, path).ReadAll(ConllReader.ReadTagged);

    private string[] ReadLines(string path) => new InputFile(_streams, path).ReadText().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Describe(TrainingProgress step) =>
        step.Loss is { } loss ? string.Create(CultureInfo.InvariantCulture, $"{step.Stage}, loss {loss:0.0000}") : step.Stage;
}
