using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train morphology</c>: compiles the tables and trains the tagger.</summary>
internal sealed class TrainMorphologyCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Option<string> _tables = new("--tables") { Description = "The folder with the tables, as data/morphology.", HelpName = "FOLDER", Required = true };
    private readonly Option<string[]> _treebank = new("--treebank") { Description = "A CoNLL-U file with gold lemmas and UPOS. May be given several times; each is seen three times as often as --apertium.", HelpName = "FILE" };
    private readonly Option<string[]> _apertium = new("--apertium") { Description = "A file with Apertium tags: surface TAB lemma TAB tags.", HelpName = "FILE" };
    private readonly Option<string[]> _text = new("--text") { Description = "Raw text whose counts are first written into the tables (frequencies of stems, costs of suffixes).", HelpName = "FILE" };
    private readonly Option<int> _epochs = new("--epochs") { Description = "How often the sentences are seen.", HelpName = "NUMBER", DefaultValueFactory = _ => 8 };
    private readonly Option<string> _output = Training.Output();

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainMorphologyCommand(StandardStreams streams)
        : base("morphology", "Compiles the tables of morphology and trains the tagger that chooses among readings.")
    {
        _streams = streams;
        Add(_tables);
        Add(_treebank);
        Add(_apertium);
        Add(_text);
        Add(_epochs);
        Add(_output);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp train morphology --tables data/morphology --treebank kk_ktb-ud-train.conllu --output morphology.kazpack",
        "kaznlp train morphology --tables data/morphology --text news.txt --text web.txt --output morphology.kazpack",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(_output);
        Training.CheckOutput(output);
        string folder = parsed.GetRequiredValue(_tables);
        string[] text = parsed.GetValue(_text) ?? [];
        Training.CheckInput(_streams, text);
        int epochs = parsed.GetRequiredValue(_epochs);
        var sentences = new List<TaggedSentence>();
        foreach (string path in parsed.GetValue(_apertium) ?? [])
        {
            sentences.AddRange(new InputFile(_streams, path).ReadAll(static (stream, name) => ApertiumReader.Read(new StreamReader(stream), name)).Select(MorphologyTraining.WithEncliticsApart));
        }

        foreach (string path in parsed.GetValue(_treebank) ?? [])
        {
            IReadOnlyList<ConllUSentence> treebank = MorphCommand.Read(_streams, path);
            for (int i = 0; i < MorphologyTraining.TreebankWeight; i++)
            {
                sentences.AddRange(treebank.Select(s => s.ToTagged()));
            }
        }

        ModelPackBuilder pack = await Training.RunAsync(_streams, [folder], progress =>
        {
            if (text.Length > 0)
            {
                MorphologyTraining.CountInto(folder, text, rounds: 3);
            }

            IProgress<(int Epoch, double Accuracy)> epochsDone = progress.Of<(int Epoch, double Accuracy)>(step => ((step.Epoch + 1.0) / epochs, $"accuracy {step.Accuracy:P2}"));
            return MorphologyTraining.Train(folder, sentences, epochs, (epoch, accuracy) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                epochsDone.Report((epoch, accuracy));
            });
        });
        Training.Save(_streams, pack, output);
        return ExitCode.Success;
    }
}
