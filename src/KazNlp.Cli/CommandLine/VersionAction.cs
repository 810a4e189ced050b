using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace KazNlp.Cli;

/// <summary>Writes the version of this assembly, whatever process it runs in, without the commit that the build appends.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version.Split('+')[0]);
        return ExitCode.Success;
    }
}
