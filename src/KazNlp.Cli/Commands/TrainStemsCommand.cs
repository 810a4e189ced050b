using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train stems</c>: proposals for the lexicon.</summary>
internal sealed class TrainStemsCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string[]> _text = CommonArguments.RawText();
    private readonly Option<int> _min = new("--min") { Description = "How often a stem must be attested.", HelpName = "NUMBER", DefaultValueFactory = _ => 4 };

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainStemsCommand(StandardStreams streams)
        : base("stems", "Proposes stems that the lexicon lacks, from counts of raw text: rows for data/morphology/lexicon-*.tsv, to be read by a person.")
    {
        _streams = streams;
        Add(_text);
        Add(_min);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["kaznlp train stems --text news.txt --min 6 > proposals.tsv"];

    private int Run(ParseResult parsed)
    {
        string[] paths = parsed.GetRequiredValue(_text);
        Training.CheckInput(_streams, paths);
        using StreamWriter output = _streams.OpenOutputText();
        foreach (string row in MorphologyTraining.ProposeStems(KazakhMorphology.Default, paths, parsed.GetRequiredValue(_min)))
        {
            output.WriteLine(row);
        }

        return ExitCode.Success;
    }
}
