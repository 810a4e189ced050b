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

    private readonly Option<string?> _model = CommonArguments.Model("entity");
    private readonly Option<string> _format = CommonArguments.Format("table: for people. json: one object.", "table", "json");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateNerCommand(StandardStreams streams)
        : base("ner", "Measures an entity model: an entity is right when its span and its class are.")
    {
        _streams = streams;
        Add(_file);
        Add(_raw);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate ner dev.conll",
        "kaznlp evaluate ner --raw dev.conll                              # on text as people write it",
        "kaznlp evaluate ner --model my-entities.kazpack --format json dev.conll | jq .micro.f1",
    ];

    private int Run(ParseResult parsed)
    {
        EntityModel model = Models.OpenEntities(parsed.GetValue(_model));
        IReadOnlyList<ConllSentence> sentences = new InputFile(_streams, parsed.GetRequiredValue(_file)).ReadAll(ConllReader.ReadTagged);
        EntityEvaluation evaluation = parsed.GetValue(_raw) ? EntityEvaluation.RunRaw(model, sentences) : EntityEvaluation.Run(model, sentences);
        var table = new ScoreTable
        {
            Classes = [.. evaluation.Classes.Select(score => RowOf(score.Label, score))],
            Micro = RowOf("micro", evaluation.Micro),
            Macro = new ScoreTable.Row("macro", null, null, null, evaluation.MacroPrecision, evaluation.MacroRecall, evaluation.MacroF1),
            Totals =
            [
                ("sentences", "Sentences", evaluation.Sentences),
                ("tokens", "Tokens", evaluation.Tokens),
                ("errorsPerThousandTokens", "Wrong tags per 1,000 tokens", evaluation.ErrorsPerThousandTokens),
                ("calibrationError", "Calibration error of the scores", evaluation.CalibrationError),
            ],
        };
        table.Write(_streams, asJson: parsed.GetRequiredValue(_format) == "json");
        return ExitCode.Success;
    }

    private static ScoreTable.Row RowOf(string label, EntityScore score) => new(label, score.Gold, score.Predicted, score.Correct, score.Precision, score.Recall, score.F1);
}
