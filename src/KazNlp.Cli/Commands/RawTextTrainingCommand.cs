using System.CommandLine;

namespace KazNlp.Cli;

/// <summary>A command that learns a pack from raw text and a seed alone.</summary>
internal abstract class RawTextTrainingCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _text = CommonArguments.RawText();
    private readonly Option<string> _output = Training.Output();
    private readonly Option<int> _seed;

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    /// <param name="name">Its name below <c>train</c>.</param>
    /// <param name="description">What its help says.</param>
    /// <param name="seed">The option <c>--seed</c>.</param>
    protected RawTextTrainingCommand(StandardStreams streams, string name, string description, Option<int> seed)
        : base(name, description)
    {
        _streams = streams;
        _seed = seed;
        Add(_text);
        Add(_output);
        Add(_seed);
        SetAction(RunAsync);
    }

    /// <summary>Learns from the text.</summary>
    /// <param name="paths">The files of raw text.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Where progress is shown.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    protected abstract ModelPackBuilder Train(IReadOnlyList<string> paths, int seed, ProgressDisplay progress, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string[] paths = parsed.GetRequiredValue(_text);
        Training.CheckInput(_streams, paths);
        int seed = parsed.GetRequiredValue(_seed);
        ModelPackBuilder pack = await Training.RunAsync(_streams, paths, progress => Train(paths, seed, progress, cancellationToken));
        Training.Save(_streams, pack.AddMetadata("command", Training.Describe(parsed)), output);
        return ExitCode.Success;
    }
}
