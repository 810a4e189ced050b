using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train subword</c>: a subword vocabulary from raw text.</summary>
internal sealed class TrainSubwordCommand : ExampleCommand
{
    private const int MaxWeight = 1000;

    private readonly StandardStreams _streams;
    private readonly Option<string[]> _input = new("--input")
    {
        Description = "UTF-8 text, a paragraph or sentence a line. Several may be given; FILE=NUMBER lets the text of a file count so often.",
        HelpName = "FILE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _size = new("--vocab-size")
    {
        Description = "Number of ids: bytes, characters, pieces and special tokens.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => new SubwordTrainerOptions().VocabularySize,
    };

    private readonly Option<string[]> _special = new("--special")
    {
        Description = "A token outside the merges; several may be given. [default: <|endoftext|> <|padding|>]",
        HelpName = "TEXT",
    };

    private readonly Option<int> _crossing = new("--morpheme-crossing")
    {
        Description = "What a pair across a morpheme boundary counts, 1 to 100 percent: the less, the more cuts inside words stand at such boundaries; 100 is plain byte-pair encoding.",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => new SubwordTrainerOptions().MorphemeCrossingPercent,
    };

    private readonly Option<string> _output = Training.Output();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainSubwordCommand(StandardStreams streams)
        : base("subword", "Trains a subword vocabulary: byte-level byte-pair encoding inside Kazakh words. An --output that ends in .json is a tokenizer.json.")
    {
        _streams = streams;
        Add(_input);
        Add(_size);
        Add(_special);
        Add(_crossing);
        Add(_output);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train subword --input news.txt wiki.txt --vocab-size 16000 --output subword-16k.kazpack",
        "kaznlp train subword --input news.txt=4 --input laws.txt --vocab-size 50000 --output tokenizer.json",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        (string Path, int Weight)[] inputs = [.. parsed.GetRequiredValue(_input).Select(ParseInput)];
        string[] paths = [.. inputs.Select(input => input.Path)];
        Training.CheckInput(_streams, paths);
        KazakhSubwordTokenizer tokenizer = await Training.RunAsync(_streams, paths, progress =>
        {
            var options = new SubwordTrainerOptions { VocabularySize = parsed.GetRequiredValue(_size), MorphemeCrossingPercent = parsed.GetRequiredValue(_crossing) };
            var trainer = new SubwordTrainer(parsed.GetValue(_special) is { Length: > 0 } special ? options with { SpecialTokens = special } : options);
            foreach ((string path, int weight) in inputs)
            {
                progress.Report(0, "counting words");
                trainer.Add(new InputFile(_streams, path).ReadText(), weight, cancellationToken);
            }

            return trainer.Train(progress.Of<double>(done => (done, "merging")), cancellationToken);
        });
        if (output.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            Training.Save(_streams, tokenizer.SaveTokenizerJson, output);
        }
        else
        {
            Training.Save(_streams, tokenizer.ToPack().AddMetadata("command", Training.Describe(parsed)), output);
        }

        return ExitCode.Success;
    }

    private static (string Path, int Weight) ParseInput(string argument)
    {
        int sign = argument.LastIndexOf('=');
        return sign > 0 && !File.Exists(argument) && int.TryParse(argument.AsSpan(sign + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int weight)
            ? weight is > 0 and <= MaxWeight ? (argument[..sign], weight) : throw new InputException(argument, $"a file counts 1 to {MaxWeight} times")
            : (argument, 1);
    }
}
