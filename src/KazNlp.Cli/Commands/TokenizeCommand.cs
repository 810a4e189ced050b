using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp tokenize</c>: tokens, sentence by sentence.</summary>
internal sealed class TokenizeCommand : ExampleCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TokenizeCommand(StandardStreams streams)
        : base("tokenize", "Splits a text into tokens.")
    {
        Argument<string> file = CommonArguments.OneFile();
        Option<string> format = CommonArguments.Format(
            "lines: one sentence a line, tokens separated by one space. tokens: one token a line, a blank line between sentences. json: sentences and tokens with offsets (UTF-16 code units) and kinds.",
            "lines", "tokens", "json");
        Add(file);
        Add(format);
        SetAction(parsed => TextDocuments.WriteOne(streams, parsed.GetRequiredValue(file), parsed.GetRequiredValue(format) switch
        {
            "json" => AnalysisJson.WriteTokens,
            "tokens" => PlainText.WriteTokenColumn,
            _ => PlainText.WriteTokenLines,
        }));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp tokenize article.txt",
        "kaznlp tokenize --format tokens < article.txt | sort | uniq -c | sort -rn | head",
        "echo 'Қасым-Жомарт Тоқаев 25°C-та келді.' | kaznlp tokenize --format json",
    ];
}
