namespace KazNlp.Cli;

/// <summary><c>kaznlp train vectors</c>: what raw text tells of lemmas, for topic features.</summary>
/// <param name="streams">What it reads and writes.</param>
internal sealed class TrainVectorsCommand(StandardStreams streams) : RawTextTrainingCommand(
    streams,
    "vectors",
    "Learns from raw text how rare lemmas are and which keep the same company: the pack that the library embeds for the features of every topic model.",
    CommonArguments.Seed("Seed of the random projection.", () => new LemmaVectorOptions().Seed))
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train vectors --text news.txt --text web.txt --output vectors.kazpack",
    ];

    /// <inheritdoc/>
    protected override ModelPackBuilder Train(IReadOnlyList<string> paths, int seed, ProgressDisplay progress, CancellationToken cancellationToken) =>
        new LemmaVectorTrainer(options => options with { Seed = seed }).Train(
            paths.SelectMany(File.ReadLines),
            progress.Of<TopicTrainingProgress>(step => (step.Fraction, step.Stage)),
            cancellationToken);
}
