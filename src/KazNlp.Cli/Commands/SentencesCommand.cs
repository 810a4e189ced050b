using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp sentences</c>: one sentence a line.</summary>
internal sealed class SentencesCommand : ExampleCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public SentencesCommand(StandardStreams streams)
        : base("sentences", "Splits a text into sentences: one a line, as written; a line break inside a sentence becomes a space.")
    {
        Argument<string> file = CommonArguments.OneFile();
        Add(file);
        SetAction(parsed => TextDocuments.WriteOne(streams, parsed.GetRequiredValue(file), PlainText.WriteSentenceLines));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp sentences article.txt",
        "curl -s https://example.kz/article.txt | kaznlp sentences | wc -l",
    ];
}
