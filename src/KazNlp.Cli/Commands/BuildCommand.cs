using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp build</c>: the packs that the library embeds, from the readable files behind them.</summary>
internal sealed class BuildCommand : Command
{
    /// <summary>Makes the command.</summary>
    /// <param name="streams">Where messages go.</param>
    public BuildCommand(StandardStreams streams)
        : base("build", "Compiles readable data files into the packs that the library embeds. The same files give the same pack.") =>
        Add(new BuildGazetteersCommand(streams));
}
