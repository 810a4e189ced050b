using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train words</c>: what raw text tells of words, for entity models.</summary>
internal sealed class TrainWordsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _text = CommonArguments.RawText();
    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _seed = CommonArguments.Seed("Seed of vectors, samples and first cluster centres.", () => new WordKnowledgeOptions().Seed);

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainWordsCommand(StandardStreams streams)
        : base("words", "Learns word clusters and stem counts from raw text, for 'kaznlp train ner --words'.")
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
        "kaznlp train words --text news.txt --text web.txt --output words.kazpack",
        "kaznlp train ner --words words.kazpack --train train.conll --dev dev.conll --output entities.kazpack",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string[] paths = parsed.GetRequiredValue(_text);
        Training.CheckInput(_streams, paths);
        var trainer = new WordKnowledgeTrainer(options => options with { Seed = parsed.GetRequiredValue(_seed) });
        WordKnowledge words = await Training.RunAsync(_streams, paths, progress =>
            trainer.Train(paths, progress.Of<TrainingProgress>(step => (step.Fraction, step.Stage)), cancellationToken));
        Training.Save(_streams, words.ToPack().AddMetadata("command", Training.Describe(parsed)), output);
        return ExitCode.Success;
    }
}
