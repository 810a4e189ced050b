using System.CommandLine;

namespace KazNlp.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal abstract class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Whole command lines, each with a comment, as they are shown under <c>Examples:</c>.</summary>
    public abstract IReadOnlyList<string> Examples { get; }
}
