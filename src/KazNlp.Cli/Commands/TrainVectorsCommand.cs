using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train vectors</c>: what raw text tells of stems, for topic features.</summary>
internal sealed class TrainVectorsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _text = CommonArguments.RawText();
    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of the random projection.", () => new StemVectorOptions().Seed);

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainVectorsCommand(StandardStreams streams)
        : base("vectors", "Learns from raw text how rare stems are and which keep the same company: the pack that the library embeds for the features of every topic model.")
    {
        _streams = streams;
        Add(_text);
        Add(_output);
        Add(_seed);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train vectors --text news.txt --text web.txt --output vectors.kazpack",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string[] paths = parsed.GetRequiredValue(_text);
        Training.CheckInput(_streams, paths);
        var trainer = new StemVectorTrainer(options => options with { Seed = parsed.GetRequiredValue(_seed) });
        ModelPackBuilder pack = await Training.RunAsync(_streams, paths, progress => trainer.Train(
            paths.SelectMany(File.ReadLines),
            progress.Of<TopicTrainingProgress>(step => (step.Fraction, step.Stage)),
            cancellationToken));
        Training.Save(_streams, pack.AddMetadata("command", Training.Describe(parsed)), output);
        return ExitCode.Success;
    }
}
