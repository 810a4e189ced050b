using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate languages</c>: how well languages are told apart.</summary>
internal sealed class EvaluateLanguagesCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _folder = new("FOLDER") { Description = "A folder of UTF-8 text, a sentence or paragraph a line, each file named by its language: kk.txt, kk-Latn.txt, ru.txt." };
    private readonly Option<string?> _model = CommonArguments.Model("language");
    private readonly Option<string> _format = Figures.Format("one object, the figures at its top");
    private readonly Option<string?> _report = TopicReport.Option();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateLanguagesCommand(StandardStreams streams)
        : base("languages", "Measures how well languages are told apart: by whole lines, and by one to ten words of each.")
    {
        _streams = streams;
        Add(_folder);
        Add(_model);
        Add(_format);
        Add(_report);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate languages texts/",
        "kaznlp evaluate languages --format json texts/ | jq .accuracy",
    ];

    private int Run(ParseResult parsed)
    {
        LanguageIdentifier identifier = Models.OpenLanguages(parsed.GetValue(_model));
        var evaluation = LanguageEvaluation.Measure(identifier, LanguageFolder.Read(parsed.GetRequiredValue(_folder)));
        if (parsed.GetValue(_report) is { } page)
        {
            TopicReport.WritePage(evaluation.Lines, "Languages", page);
        }

        TopicReport.Write(
            _streams,
            evaluation.Lines,
            parsed.AsJson(_format),
            evaluation.ByWords.Select(pair => ($"accuracyOf{pair.Words}", $"Accuracy by {pair.Words} {(pair.Words == 1 ? "word" : "words")}", pair.Accuracy)));
        return ExitCode.Success;
    }
}
