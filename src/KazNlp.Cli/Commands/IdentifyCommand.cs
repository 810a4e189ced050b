using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary><c>kaznlp identify</c>: the language of texts or of their lines.</summary>
internal sealed class IdentifyCommand : ExampleCommand
{
    private const int ScoreDigits = 4;

    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string> _input = CommonArguments.Choice(
        "--input",
        "text: a file is a text. lines: a line is a text. jsonl: a line is a document, {\"id\", \"title\", \"text\"}; its result is a line with the same id, in the same order.",
        "text",
        "lines",
        "jsonl");

    private readonly Option<string?> _model = CommonArguments.Model("language");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public IdentifyCommand(StandardStreams streams)
        : base("identify", "Tells which language texts are in: BCP 47 tag, TAB, probability, TAB, the file's name or the line; an object a line for --input jsonl. 'und' where it cannot be told.")
    {
        _streams = streams;
        Add(_files);
        Add(_input);
        Add(_model);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp identify *.txt",
        "kaznlp identify --input lines comments.txt | grep ^kk | cut -f 3-",
        "kaznlp identify --input jsonl documents.jsonl | jq -r 'select(.language == \"kk\").id'",
    ];

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        LanguageIdentifier identifier = Models.OpenLanguages(parsed.GetValue(_model));
        IReadOnlyList<InputFile> files = InputFile.FromArguments(_streams, parsed.GetValue(_files));
        return parsed.GetRequiredValue(_input) switch
        {
            "lines" => TextDocuments.WriteLinesAsync(_streams, files, (_, file) => (line, number, result) => WriteLine(identifier, line, file.Name, number, result), cancellationToken),
            "jsonl" => TextDocuments.WriteLinesAsync(_streams, files, (_, file) => (line, number, result) => WriteJson(identifier, JsonlDocument.Parse(line, file.Name, number), result), cancellationToken),
            _ => Task.FromResult(WriteFiles(identifier, files, cancellationToken)),
        };
    }

    private int WriteFiles(LanguageIdentifier identifier, IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        using StreamWriter output = _streams.OpenOutputText();
        return TextDocuments.ForEach(_streams, files, (_, file) => output.WriteLine($"{Describe(identifier.Identify(file.ReadText()))}\t{file.Name}"), cancellationToken);
    }

    private static void WriteLine(LanguageIdentifier identifier, ReadOnlyMemory<byte> line, string file, int number, IBufferWriter<byte> result)
    {
        Utf8Text.CheckLine(line.Span, file, number);
        string text = Encoding.UTF8.GetString(line.Span).TrimEnd('\r');
        PlainText.Write(result, $"{Describe(identifier.Identify(text))}\t{text}\n");
    }

    private static void WriteJson(LanguageIdentifier identifier, JsonlDocument document, IBufferWriter<byte> result)
    {
        LanguageScore score = identifier.Identify($"{document.Title}\n{document.Text}");
        JsonLine.Write(result, json =>
        {
            json.WritePropertyName("id"u8);
            json.WriteRawValue(document.Id.Span, skipInputValidation: true);
            json.WriteString("language"u8, score.Tag);
            json.WriteNumber("probability"u8, Math.Round(score.Probability, ScoreDigits));
        });
    }

    private static string Describe(LanguageScore score) => string.Create(CultureInfo.InvariantCulture, $"{score.Tag}\t{score.Probability:0.0000}");
}
