using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp classify</c>: topics alone.</summary>
internal sealed class ClassifyCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string?> _format = CommonArguments.DocumentFormat(
        "text: label, score and code of each topic on a line, best first (the default). json: an object a document, one a line. jsonl: the same with the document's id (the default for --input jsonl).",
        "text", "json", "jsonl");

    private readonly Option<string> _input = CommonArguments.Input();
    private readonly Option<string?> _model = CommonArguments.Model("topic");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public ClassifyCommand(StandardStreams streams)
        : base("classify", "Finds the topics of texts: IPTC Media Topics, or the labels of a model of your own. A text that no topic fits gets 'none'.")
    {
        _streams = streams;
        Add(_files);
        Add(_format);
        Add(_input);
        Add(_model);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp classify article.txt",
        "kaznlp classify *.txt",
        "kaznlp classify --input jsonl documents.jsonl > topics.jsonl",
    ];

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isJsonl = parsed.GetRequiredValue(_input) == "jsonl";
        string format = parsed.GetValue(_format) ?? (isJsonl ? "jsonl" : "text");
        DocumentFormat write = format == "text" ? PlainText.WriteTopics : AnalysisJson.WriteTopics;
        IReadOnlyList<InputFile> files = InputFile.FromArguments(_streams, parsed.GetValue(_files));
        string[] models = parsed.GetValue(_model) is { } model ? [model] : [];
        KazakhPipeline pipeline = Models.CreatePipeline(models, options => options with { Entities = false, Morphology = false });
        if (isJsonl)
        {
            return TextDocuments.WriteJsonlAsync(_streams, files, pipeline, write, cancellationToken);
        }

        string? nameProperty = format == "jsonl" ? DocumentName.Id : files.Count > 1 ? DocumentName.File : null;
        return Task.FromResult(TextDocuments.Write(_streams, files, pipeline, write, nameProperty, cancellationToken));
    }
}
