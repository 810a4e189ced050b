using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp train</c>: models from annotated data.</summary>
internal sealed class TrainCommand : Command
{
    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public TrainCommand(StandardStreams streams)
        : base("train", "Trains a model on annotated data. The same data, options and seed give the same file.")
    {
        Add(new TrainNerCommand(streams));
        Add(new TrainTopicsCommand(streams));
        Add(new TrainWordsCommand(streams));
        Add(new TrainSubwordCommand(streams));
        Add(new TrainVectorsCommand(streams));
        Add(new TrainMorphologyCommand(streams));
        Add(new TrainStemsCommand(streams));
        Add(new TrainLanguagesCommand(streams));
    }
}
