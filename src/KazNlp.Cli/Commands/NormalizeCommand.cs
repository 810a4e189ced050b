using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp normalize</c>: text with its letters put right.</summary>
internal sealed class NormalizeCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public NormalizeCommand(StandardStreams streams)
        : base("normalize", "Puts the letters of a text right: Latin look-alikes inside Cyrillic words, letters apart from their marks, invisible characters. Everything else stays as it is.")
    {
        _streams = streams;
        Add(_file);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp normalize scanned.txt > clean.txt",
        "kaznlp normalize words.txt | diff words.txt -",
    ];

    private int Run(ParseResult parsed)
    {
        string text = new InputFile(_streams, parsed.GetRequiredValue(_file)).ReadText();
        using StreamWriter output = _streams.OpenOutputText();
        output.Write(KazakhNormalizer.Default.Normalize(text));
        return ExitCode.Success;
    }
}
