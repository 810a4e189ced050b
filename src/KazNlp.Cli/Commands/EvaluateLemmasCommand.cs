using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate lemmas</c>: lemmas and parts of speech in context, on gold words.</summary>
internal sealed class EvaluateLemmasCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("A CoNLL-U file with gold lemmas and UPOS; or, with --apertium, surface TAB lemma TAB Apertium tags. - or nothing is standard input.");
    private readonly Option<bool> _apertium = new("--apertium") { Description = "The file has Apertium tags; they are mapped to UD, and words whose lemma begins with * are left out." };
    private readonly Option<bool> _errors = new("--errors") { Description = "Print each wrong word with gold and prediction instead of the figures." };
    private readonly Option<string?> _model = CommonArguments.Model("morphology");
    private readonly Option<string> _format = Figures.Format();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateLemmasCommand(StandardStreams streams)
        : base("lemmas", "Measures lemmas and parts of speech on the words of a treebank. Letter case does not count in lemmas.")
    {
        _streams = streams;
        Add(_file);
        Add(_apertium);
        Add(_errors);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate lemmas kk_ktb-ud-test.conllu",
        "kaznlp evaluate lemmas --errors dev.conllu | sort | uniq -c | sort -rn | head",
    ];

    private int Run(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(_file);
        IReadOnlyList<TaggedSentence> sentences = parsed.GetValue(_apertium)
            ? new InputFile(_streams, path).ReadAll(static (stream, name) => ApertiumReader.Read(new StreamReader(stream, Encoding.UTF8), name))
            : [.. MorphCommand.Read(_streams, path).Select(s => s.ToTagged())];
        if (sentences.Count == 0)
        {
            throw InputException.NothingToMeasure(new InputFile(_streams, path).Name, "sentences");
        }

        MorphologyEvaluation evaluation = MorphologyEvaluation.Run(Models.OpenMorphology(parsed.GetValue(_model)), sentences);
        if (parsed.GetValue(_errors))
        {
            using StreamWriter output = _streams.OpenOutputText();
            foreach (string error in evaluation.Errors)
            {
                output.WriteLine(error);
            }

            return ExitCode.Success;
        }

        Figures.Write(_streams, parsed.AsJson(_format), json => WriteJson(json, evaluation), output => WriteTable(output, evaluation));
        return ExitCode.Success;
    }

    private static void WriteTable(TextWriter output, MorphologyEvaluation evaluation)
    {
        output.WriteLine("part of speech     gold   lemma %    UPOS precision   recall       F1");
        foreach (MorphologyScore score in evaluation.PartsOfSpeech)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Label,-14} {score.Gold,8} {100 * score.LemmaAccuracy,9:F2} {100 * score.Precision,17:F2} {100 * score.Recall,8:F2} {100 * score.F1,8:F2}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{evaluation.Sentences} sentences, {evaluation.All.Gold} words: lemma accuracy {100 * evaluation.All.LemmaAccuracy:F2} %, UPOS accuracy {100 * evaluation.All.Recall:F2} %"));
    }

    private static void WriteJson(Utf8JsonWriter json, MorphologyEvaluation evaluation)
    {
        json.WriteNumber("sentences"u8, evaluation.Sentences);
        json.WriteNumber("words"u8, evaluation.All.Gold);
        json.WriteFigure("lemmaAccuracy"u8, evaluation.All.LemmaAccuracy);
        json.WriteFigure("uposAccuracy"u8, evaluation.All.Recall);
        json.WriteStartArray("classes"u8);
        foreach (MorphologyScore score in evaluation.PartsOfSpeech)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, score.Label);
            json.WriteNumber("gold"u8, score.Gold);
            json.WriteFigure("lemmaAccuracy"u8, score.LemmaAccuracy);
            json.WriteFigure("precision"u8, score.Precision);
            json.WriteFigure("recall"u8, score.Recall);
            json.WriteFigure("f1"u8, score.F1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
