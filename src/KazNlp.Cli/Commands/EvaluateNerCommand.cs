using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate ner</c>: exact spans and classes of entities.</summary>
internal sealed class EvaluateNerCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("A CoNLL file in UTF-8 with the right tags: token TAB tag in IOB2, a blank line after each sentence. - or nothing is standard input.");
    private readonly Option<bool> _raw = new("--raw")
    {
        Description = "Write each sentence as running text and tokenize it anew, in place of tagging the file's own tokens.",
    };

    private readonly Option<string> _as = CommonArguments.Choice(
        "--as", "Rewrite the text first: in capitals, without capitals, or with Latin letters for Cyrillic ones that look the same.", "as-is", "capitals", "lower-case", "look-alikes");

    private readonly Option<string[]> _train = new("--train")
    {
        Description = "A CoNLL file that the model learned from: names that stand in it are counted apart from others. May be given several times.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _model = CommonArguments.Model("entity");
    private readonly Option<string> _format = Figures.Format();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateNerCommand(StandardStreams streams)
        : base("ner", "Measures an entity model: an entity is right when its span and its class are.")
    {
        _streams = streams;
        Add(_file);
        Add(_raw);
        Add(_as);
        Add(_train);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate ner dev.conll",
        "kaznlp evaluate ner --raw dev.conll                              # on text as people write it",
        "kaznlp evaluate ner --as capitals dev.conll                      # as a headline; lower-case: as a chat",
        "kaznlp evaluate ner --train train.conll dev.conll                # names seen in training, and others",
        "kaznlp evaluate ner --model my-entities.kazpack --format json dev.conll | jq .micro.f1",
    ];

    private int Run(ParseResult parsed)
    {
        EntityModel model = Models.OpenEntities(parsed.GetValue(_model));
        IEnumerable<ConllSentence> sentences = ConllVariants.Rewrite(Read(parsed.GetRequiredValue(_file)), VariantOf(parsed.GetRequiredValue(_as)));
        string[] paths = parsed.GetValue(_train) ?? [];
        List<ConllSentence>? training = paths.Length == 0 ? null : [.. paths.SelectMany(Read)];
        EntityEvaluation evaluation = parsed.GetValue(_raw) ? EntityEvaluation.RunRaw(model, sentences, training) : EntityEvaluation.Run(model, sentences, training);
        var table = new ScoreTable
        {
            Classes = [.. evaluation.Classes.Select(score => RowOf(score.Label, score))],
            Micro = RowOf("micro", evaluation.Micro),
            Macro = new ScoreTable.Row("macro", null, null, null, evaluation.MacroPrecision, evaluation.MacroRecall, evaluation.MacroF1),
            Parts = training is null ? [] : [RowOf("seen", evaluation.Seen), RowOf("unseen", evaluation.Unseen)],
            Totals =
            [
                ("sentences", "Sentences", evaluation.Sentences),
                ("tokens", "Tokens", evaluation.Tokens),
                ("errorsPerThousandTokens", "Wrong tags per 1,000 tokens", evaluation.ErrorsPerThousandTokens),
                ("calibrationError", "Calibration error of the scores", evaluation.CalibrationError),
            ],
        };
        table.Write(_streams, parsed.AsJson(_format));
        return ExitCode.Success;
    }

    private IReadOnlyList<ConllSentence> Read(string path) => new InputFile(_streams, path).ReadAll(ConllReader.ReadTagged);

    private static ConllVariant VariantOf(string name) => name switch
    {
        "capitals" => ConllVariant.Capitals,
        "lower-case" => ConllVariant.LowerCase,
        "look-alikes" => ConllVariant.LookAlikes,
        _ => ConllVariant.AsIs,
    };

    private static ScoreTable.Row RowOf(string label, EntityScore score) => new(label, score.Gold, score.Predicted, score.Correct, score.Precision, score.Recall, score.F1);
}
