using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp tag</c>: entity tags for given tokens.</summary>
internal sealed class TagCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("A CoNLL file in UTF-8: token TAB tag, or the token alone; a blank line ends a sentence, a line that begins with '# ' is a comment. - or nothing is standard input.");
    private readonly Option<string?> _model = CommonArguments.Model("entity");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TagCommand(StandardStreams streams)
        : base("tag", "Finds entities in tokenized text: keeps tokens, sentences and comments, and writes predicted IOB2 tags in place of those of the file.")
    {
        _streams = streams;
        Add(_file);
        Add(_model);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp tag tokens.conll > tagged.conll",
        "kaznlp tokenize --format tokens article.txt | kaznlp tag",
    ];

    private int Run(ParseResult parsed)
    {
        EntityModel model = Models.OpenEntities(parsed.GetValue(_model));

        // The whole file is read before anything is written, so that a bad line leaves no half of a result.
        IReadOnlyList<ConllSentence> sentences = new InputFile(_streams, parsed.GetRequiredValue(_file)).ReadAll(ConllReader.ReadTokens);
        using StreamWriter output = _streams.OpenOutputText();
        foreach ((ConllSentence sentence, string[] tags) in sentences.AsParallel().AsOrdered().Select(sentence => (sentence, model.Tag(sentence.Tokens))))
        {
            ConllWriter.Write(output, sentence, tags);
        }

        return ExitCode.Success;
    }
}
