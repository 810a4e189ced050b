using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp build gazetteers</c>: the pack of countries, places and other names.</summary>
internal sealed class BuildGazetteersCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string> _input = new("--input") { Description = "The folder of the gazetteers' CSV files; one of them is countries.csv.", HelpName = "FOLDER", Required = true };
    private readonly Option<string> _output = Training.Output();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">Where messages go.</param>
    public BuildGazetteersCommand(StandardStreams streams)
        : base("gazetteers", "Compiles the gazetteers into one pack. A fault in a file is reported with its line.")
    {
        _streams = streams;
        Add(_input);
        Add(_output);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp build gazetteers --input data/gazetteers --output src/KazNlp/Resources/Packs/gazetteers.kazpack",
    ];

    private int Run(ParseResult parsed)
    {
        string input = parsed.GetRequiredValue(_input);
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        if (!Directory.Exists(input))
        {
            throw new InputException(input, "no such folder; check the path");
        }

        Training.Save(_streams, GazetteerCompiler.Compile(input), output);
        return ExitCode.Success;
    }
}
