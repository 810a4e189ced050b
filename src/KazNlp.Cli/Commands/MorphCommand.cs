using System.CommandLine;
using System.Text;

namespace KazNlp.Cli;

/// <summary><c>kaznlp morph</c>: lemma, part of speech and features for the words of a CoNLL-U file.</summary>
internal sealed class MorphCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("A CoNLL-U file in UTF-8. - or nothing is standard input.");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public MorphCommand(StandardStreams streams)
        : base("morph", "Fills LEMMA, UPOS and FEATS of a CoNLL-U file; words, multi-word ranges, comments and the other columns stay as they are.")
    {
        _streams = streams;
        Add(_file);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["kaznlp morph words.conllu > analysed.conllu"];

    /// <summary>Reads a CoNLL-U file, so that a fault anywhere shows before anything is written.</summary>
    public static IReadOnlyList<ConllUSentence> Read(StandardStreams streams, string path) =>
        new InputFile(streams, path).ReadAll(static (stream, name) => ConllUReader.Read(new StreamReader(stream, Encoding.UTF8), name));

    private int Run(ParseResult parsed)
    {
        IReadOnlyList<ConllUSentence> sentences = Read(_streams, parsed.GetRequiredValue(_file));
        using StreamWriter output = _streams.OpenOutputText();
        foreach (ConllUSentence sentence in sentences)
        {
            ConllUAnnotator.Write(output, sentence, KazakhMorphology.Default);
        }

        return ExitCode.Success;
    }
}
