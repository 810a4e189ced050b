using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train languages</c>: which letters languages put together.</summary>
internal sealed class TrainLanguagesCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string> _train = new("--train")
    {
        Description = "A folder of UTF-8 text, a sentence or paragraph a line, each file named by its language: kk.txt, kk-Latn.txt, ru.txt.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of the choice of examples.", () => new LanguageTrainerOptions().Seed);

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainLanguagesCommand(StandardStreams streams)
        : base("languages", "Learns to tell languages apart. The last tenth of each file is held out to measure the model, which says in its metadata how it did.")
    {
        _streams = streams;
        Add(_train);
        Add(_output);
        Add(_seed);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train languages --train texts/ --output languages.kazpack",
        "kaznlp identify --model languages.kazpack article.txt",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string folder = parsed.GetRequiredValue(_train);
        IReadOnlyList<LanguageText> texts = LanguageFolder.Read(folder);
        int seed = parsed.GetRequiredValue(_seed);
        ModelPackBuilder pack = await Training.RunAsync(_streams, [folder], progress =>
            new LanguageTrainer(options => options with { Seed = seed }).Train(texts, progress.Of<TrainingProgress>(step => (step.Fraction, step.Stage)), cancellationToken));
        Training.Save(_streams, pack.AddMetadata("command", Training.Describe(parsed)), output);
        return ExitCode.Success;
    }
}
