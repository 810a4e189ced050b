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
    private readonly Option<string> _format = CommonArguments.Format("table: for people. json: one object.", "table", "json");

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
        ParadigmEvaluation evaluation = new InputFile(_streams, parsed.GetRequiredValue(_file))
            .ReadAll(static (stream, name) => new[] { ParadigmEvaluation.Run(KazakhMorphology.Default, new StreamReader(stream, Encoding.UTF8), name) })[0];
        using StreamWriter output = _streams.OpenOutputText();
        if (parsed.GetValue(_errors))
        {
            foreach (string row in evaluation.WrongForms)
            {
                output.WriteLine($"form\t{row}");
            }

            foreach (string row in evaluation.MissingAnalyses)
            {
                output.WriteLine($"reading\t{row}");
            }
        }
        else if (parsed.GetRequiredValue(_format) == "json")
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"rows":{{evaluation.Rows}},"inflectionAccuracy":{{evaluation.InflectionAccuracy:F6}},"analysisRecall":{{evaluation.AnalysisRecall:F6}}}"""));
        }
        else
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{evaluation.Rows} rows: inflection accuracy {100 * evaluation.InflectionAccuracy:F2} %, analysis holds the reading {100 * evaluation.AnalysisRecall:F2} %"));
        }

        return ExitCode.Success;
    }
}
