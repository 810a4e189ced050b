using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp count</c>: how many subword tokens texts have.</summary>
internal sealed class CountCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string?> _model = CommonArguments.Vocabulary();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public CountCommand(StandardStreams streams)
        : base("count", "Counts the subword tokens of texts: the number, and behind a tab the file where there are several.")
    {
        _streams = streams;
        Add(_files);
        Add(_model);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["kaznlp count prompt.txt", "kaznlp count --model tokenizer.json articles/*.txt"];

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        KazakhSubwordTokenizer tokenizer = Models.OpenSubword(parsed.GetValue(_model));
        IReadOnlyList<InputFile> files = InputFile.FromArguments(_streams, parsed.GetValue(_files));
        using StreamWriter output = _streams.OpenOutputText();
        return Task.FromResult(TextDocuments.ForEach(
            _streams,
            files,
            (_, file) =>
            {
                int count = tokenizer.CountTokens(file.ReadText());
                output.WriteLine(files.Count == 1 ? $"{count}" : $"{count}\t{file.Name}");
            },
            cancellationToken));
    }
}
