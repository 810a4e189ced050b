namespace KazNlp.Cli;

/// <summary><c>kaznlp</c> itself: it only holds the others.</summary>
internal sealed class RootKazNlpCommand() : ExampleCommand(
    "kaznlp",
    """
    Analyses Kazakh text: sentences, tokens, named entities with canonical names and country codes, and news topics. Trains and evaluates the models behind it.

    A FILE is UTF-8 text, with or without a BOM; - or no FILE means standard input. Results go to standard output, messages to standard error.

    Exit code: 0 for success, 1 for bad input or a failed run, 2 for wrong usage.
    """)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp analyze article.txt                    # a report to read",
        "kaznlp analyze --format json < article.txt    # everything, with offsets",
        "kaznlp tokenize article.txt                   # a sentence a line, tokens apart",
        "kaznlp analyze --help                         # about one command",
    ];
}
