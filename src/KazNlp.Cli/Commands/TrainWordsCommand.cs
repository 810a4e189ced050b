namespace KazNlp.Cli;

/// <summary><c>kaznlp train words</c>: what raw text tells of words, for entity models.</summary>
/// <param name="streams">What it reads and writes.</param>
internal sealed class TrainWordsCommand(StandardStreams streams) : RawTextTrainingCommand(
    streams,
    "words",
    "Learns word clusters and stem counts from raw text, for 'kaznlp train ner --words'.",
    CommonArguments.Seed("Seed of vectors, samples and first cluster centres.", () => new WordKnowledgeOptions().Seed))
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train words --text news.txt --text web.txt --output words.kazpack",
        "kaznlp train ner --words words.kazpack --train train.conll --dev dev.conll --output entities.kazpack",
    ];

    /// <inheritdoc/>
    protected override ModelPackBuilder Train(IReadOnlyList<string> paths, int seed, ProgressDisplay progress, CancellationToken cancellationToken) =>
        new WordKnowledgeTrainer(options => options with { Seed = seed })
            .Train(paths, progress.Of<TrainingProgress>(step => (step.Fraction, step.Stage)), cancellationToken)
            .ToPack();
}
