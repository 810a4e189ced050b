using System.CommandLine;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate ner</c>: exact spans and classes of entities.</summary>
internal sealed class EvaluateNerCommand : ExampleCommand
{
    private const int Digits = 6;

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

    private readonly Option<string?> _predictions = new("--predictions")
    {
        Description = "A CoNLL file with the same sentences and the tags of another system, to be measured in place of a model.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _against = new("--against")
    {
        Description = "The same, to be compared with: the difference in F1 and the probability that equally good systems differ by as much (approximate randomization, 10,000 shuffles).",
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
        Add(_predictions);
        Add(_against);
        Add(_model);
        Add(_format);
        Validators.Add(result =>
        {
            if ((result.GetValue(_predictions) is not null || result.GetValue(_against) is not null) && (result.GetValue(_raw) || result.GetValue(_as) is not (null or "as-is")))
            {
                result.AddError("--predictions and --against are about the tokens of the file; they do not go with --raw and --as.");
            }
            else if (result.GetValue(_predictions) is not null && result.GetValue(_model) is not null)
            {
                result.AddError("--predictions takes the place of --model; give one of them.");
            }
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate ner dev.conll",
        "kaznlp evaluate ner --raw dev.conll                              # on text as people write it",
        "kaznlp evaluate ner --as capitals dev.conll                      # as a headline; lower-case: as a chat",
        "kaznlp evaluate ner --train train.conll dev.conll                # names seen in training, and others",
        "kaznlp evaluate ner --predictions other.conll dev.conll          # the tags of another system",
        "kaznlp evaluate ner --against other.conll dev.conll              # is the difference more than chance?",
        "kaznlp evaluate ner --model my-entities.kazpack --format json dev.conll | jq .micro.f1",
    ];

    private int Run(ParseResult parsed)
    {
        var file = new InputFile(_streams, parsed.GetRequiredValue(_file));
        IReadOnlyList<ConllSentence> gold = file.ReadAll(ConllReader.ReadTagged);
        if (gold.Count == 0)
        {
            throw InputException.NothingToMeasure(file.Name, "sentences");
        }

        string[] paths = parsed.GetValue(_train) ?? [];
        List<ConllSentence>? training = paths.Length == 0 ? null : [.. paths.SelectMany(Read)];
        EntityEvaluation evaluation = parsed.GetValue(_predictions) is { } predictions ? Compare(gold, predictions, training) : RunModel(parsed, gold, training);
        EntityEvaluation? other = parsed.GetValue(_against) is { } against ? Compare(gold, against, training) : null;
        (double low, double high) = evaluation.F1Interval;
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
            WriteMoreText = output =>
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  F1, 95 % interval: {100 * low:F2} to {100 * high:F2}"));
                if (other is not null)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  F1 of {parsed.GetValue(_against)}: {100 * other.Micro.F1:F2}; difference {100 * (evaluation.Micro.F1 - other.Micro.F1):+0.00;-0.00;0.00}, p = {evaluation.PValueAgainst(other):0.####}"));
                }
            },
            WriteMoreJson = json =>
            {
                json.WriteStartArray("f1Interval"u8);
                json.WriteNumberValue(Math.Round(low, Digits));
                json.WriteNumberValue(Math.Round(high, Digits));
                json.WriteEndArray();
                if (other is not null)
                {
                    json.WriteStartObject("against"u8);
                    json.WriteNumber("f1"u8, Math.Round(other.Micro.F1, Digits));
                    json.WriteNumber("difference"u8, Math.Round(evaluation.Micro.F1 - other.Micro.F1, Digits));
                    json.WriteNumber("pValue"u8, Math.Round(evaluation.PValueAgainst(other), Digits));
                    json.WriteEndObject();
                }
            },
        };
        table.Write(_streams, parsed.AsJson(_format));
        return ExitCode.Success;
    }

    private EntityEvaluation RunModel(ParseResult parsed, IReadOnlyList<ConllSentence> gold, IEnumerable<ConllSentence>? training)
    {
        EntityModel model = Models.OpenEntities(parsed.GetValue(_model));
        IEnumerable<ConllSentence> sentences = ConllVariants.Rewrite(gold, VariantOf(parsed.GetRequiredValue(_as)));
        return parsed.GetValue(_raw) ? EntityEvaluation.RunRaw(model, sentences, training) : EntityEvaluation.Run(model, sentences, training);
    }

    private EntityEvaluation Compare(IReadOnlyList<ConllSentence> gold, string path, IEnumerable<ConllSentence>? training)
    {
        try
        {
            return EntityEvaluation.OfTags(gold, Read(path), training);
        }
        catch (ArgumentException fault)
        {
            throw new InputException(path, $"not the annotated sentences: {fault.Message.Split(" (Parameter", 2)[0].TrimEnd('.')}");
        }
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
