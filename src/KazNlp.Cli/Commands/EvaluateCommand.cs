using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate</c>: how well a model does on annotated data.</summary>
internal sealed class EvaluateCommand : Command
{
    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateCommand(StandardStreams streams)
        : base("evaluate", "Measures a model on annotated data: precision, recall and F1 of each class, micro and macro.")
    {
        Add(new EvaluateNerCommand(streams));
        Add(new EvaluateCapitalsCommand(streams));
        Add(new EvaluateTopicsCommand(streams));
        Add(new EvaluateLemmasCommand(streams));
        Add(new EvaluateMorphologyCommand(streams));
        Add(new EvaluateSubwordCommand(streams));
        Add(new EvaluateLanguagesCommand(streams));
    }
}
