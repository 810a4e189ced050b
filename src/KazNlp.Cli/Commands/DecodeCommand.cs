using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp decode</c>: the text of subword ids.</summary>
internal sealed class DecodeCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("Ids in decimal, separated by white space; - or nothing is standard input.");
    private readonly Option<string?> _model = CommonArguments.Vocabulary();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public DecodeCommand(StandardStreams streams)
        : base("decode", "Turns subword ids back into the text, without a line end of its own.")
    {
        _streams = streams;
        Add(_file);
        Add(_model);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["kaznlp encode article.txt | kaznlp decode"];

    private int Run(ParseResult parsed)
    {
        KazakhSubwordTokenizer tokenizer = Models.OpenSubword(parsed.GetValue(_model));
        var file = new InputFile(_streams, parsed.GetRequiredValue(_file));
        var ids = new List<int>();
        int number = 0;
        foreach (ReadOnlySpan<char> line in file.ReadText().AsSpan().EnumerateLines())
        {
            number++;
            foreach (Range range in line.SplitAny(' ', '\t'))
            {
                ReadOnlySpan<char> word = line[range];
                if (word.IsEmpty)
                {
                    continue;
                }

                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || !tokenizer.TryGetPiece(id, out _))
                {
                    throw new InputException(file.Name, $"line {number}: '{word}' is no id of the vocabulary, which has 0 to {tokenizer.VocabularySize - 1}");
                }

                ids.Add(id);
            }
        }

        using StreamWriter output = _streams.OpenOutputText();
        output.Write(tokenizer.Decode(ids));
        return ExitCode.Success;
    }
}
