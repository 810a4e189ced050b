using System.CommandLine;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate morphology</c>: paradigms in both directions.</summary>
internal sealed class EvaluateMorphologyCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile("Noun paradigms as UniMorph has them: lemma TAB form TAB N;CASE;NUMBER. - or nothing is standard input.");
    private readonly Option<bool> _errors = new("--errors") { Description = "Print the rows that differ, with what was generated or read, instead of the figures." };
    private readonly Option<string> _format = Figures.Format();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateMorphologyCommand(StandardStreams streams)
        : base("morphology", "Measures inflection (is the form generated?) and analysis (is the reading among those of the form?) on noun paradigms.")
    {
        _streams = streams;
        Add(_file);
        Add(_errors);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["kaznlp evaluate morphology unimorph-kaz.tsv", "kaznlp evaluate morphology --errors unimorph-kaz.tsv"];

    private int Run(ParseResult parsed)
    {
        var file = new InputFile(_streams, parsed.GetRequiredValue(_file));
        ParadigmEvaluation evaluation = file
            .ReadAll(static (stream, name) => new[] { ParadigmEvaluation.Run(KazakhMorphology.Default, new StreamReader(stream, Encoding.UTF8), name) })[0];
        if (evaluation.Rows == 0)
        {
            throw InputException.NothingToMeasure(file.Name, "rows");
        }

        if (parsed.GetValue(_errors))
        {
            WriteErrors(evaluation);
            return ExitCode.Success;
        }

        Figures.Write(
            _streams,
            parsed.AsJson(_format),
            json =>
            {
                json.WriteNumber("rows"u8, evaluation.Rows);
                json.WriteFigure("inflectionAccuracy"u8, evaluation.InflectionAccuracy);
                json.WriteFigure("analysisRecall"u8, evaluation.AnalysisRecall);
            },
            output => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{evaluation.Rows} rows: inflection accuracy {100 * evaluation.InflectionAccuracy:F2} %, analysis holds the reading {100 * evaluation.AnalysisRecall:F2} %")));
        return ExitCode.Success;
    }

    private void WriteErrors(ParadigmEvaluation evaluation)
    {
        using StreamWriter output = _streams.OpenOutputText();
        foreach (string row in evaluation.WrongForms)
        {
            output.WriteLine($"form\t{row}");
        }

        foreach (string row in evaluation.MissingAnalyses)
        {
            output.WriteLine($"reading\t{row}");
        }
    }
}
