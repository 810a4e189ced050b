using System.Text;

namespace KazNlp.Cli.Tests;

/// <summary>Runs the command in this process, on streams of the test's own.</summary>
internal static class CommandRunner
{
    public static CommandResult Run(params string[] args) => RunOn(string.Empty, args);

    public static CommandResult RunOn(string input, params string[] args) => RunOn(Encoding.UTF8.GetBytes(input), args);

    public static CommandResult RunOn(byte[] input, params string[] args) => RunOn(new MemoryStream(input), errorIsTerminal: false, args);

    public static CommandResult RunOn(Stream input, bool errorIsTerminal, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode;
        using (var streams = new StandardStreams(input, output, error, errorIsTerminal))
        {
            exitCode = KazNlpCommandLine.RunAsync(args, streams).GetAwaiter().GetResult();
        }

        return new CommandResult(exitCode, output.ToArray(), error.ToString());
    }
}
