using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate capitals</c>: how many words are marked as names, beside how many have a capital inside their sentence.</summary>
internal sealed class EvaluateCapitalsCommand : ExampleCommand
{
    private const int ShareDigits = 4;

    private static readonly HashSet<EntityType> Names = [EntityType.Person, EntityType.Gpe, EntityType.Organisation];

    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string?> _model = CommonArguments.Model("entity");
    private readonly Option<string> _format = Figures.Format("one object a file, one a line");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateCapitalsCommand(StandardStreams streams)
        : base("capitals", "Counts the words of texts that are marked PERSON, GPE or ORGANISATION, and those with a capital that do not open a sentence. In text that is not Kazakh, more marks than capitals are false names.")
    {
        _streams = streams;
        Add(_files);
        Add(_model);
        Add(_format);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate capitals ru.txt uk.txt tr.txt",
        "kaznlp evaluate capitals --format json ru.txt | jq .marked",
    ];

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EntityModel model = Models.OpenEntities(parsed.GetValue(_model));
        KazakhPipeline pipeline = KazakhPipeline.Create(options => options with { EntityModel = model, Topics = false, Morphology = false });
        bool asJson = parsed.AsJson(_format);
        string header = "   words  capitals  marked  file\n"; // over the first row
        return Task.FromResult(TextDocuments.ForEach(
            _streams,
            InputFile.FromArguments(_streams, parsed.GetValue(_files)),
            (_, file) =>
            {
                (int words, int capitals, int marked) = Count(pipeline.Analyze(file.ReadText()));
                double capitalShare = (double)capitals / Math.Max(words, 1);
                double markedShare = (double)marked / Math.Max(words, 1);
                if (asJson)
                {
                    WriteJson(file.Name, words, capitalShare, markedShare);
                }
                else
                {
                    Write(string.Create(CultureInfo.InvariantCulture, $"{header}{words,8}  {capitalShare,7:0.0%}  {markedShare,6:0.0%}  {file.Name}\n"));
                    header = string.Empty;
                }
            },
            cancellationToken));
    }

    private void Write(string line) => _streams.Output.Write(StandardStreams.Utf8.GetBytes(line));

    private void WriteJson(string file, int words, double capitals, double marked) => JsonLine.Write(_streams.Output, json =>
    {
        json.WriteText("file"u8, file);
        json.WriteNumber("words"u8, words);
        json.WriteNumber("capitals"u8, Math.Round(capitals, ShareDigits));
        json.WriteNumber("marked"u8, Math.Round(marked, ShareDigits));
    });

    private static (int Words, int Capitals, int Marked) Count(Document document)
    {
        (int Words, int Capitals, int Marked) count = default;
        Entity[] names = [.. document.Entities.Where(entity => Names.Contains(entity.Type))];
        int next = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            bool opens = true;
            foreach (Token token in document.Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount))
            {
                if (token.Kind != TokenKind.Word)
                {
                    continue;
                }

                while (next < names.Length && names[next].End <= token.Start)
                {
                    next++;
                }

                count.Words++;
                count.Capitals += !opens && char.IsUpper(document.Text[token.Start]) ? 1 : 0;
                count.Marked += next < names.Length && names[next].Start <= token.Start ? 1 : 0;
                opens = false;
            }
        }

        return count;
    }
}
