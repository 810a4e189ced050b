using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace KazNlp.Cli;

/// <summary>The <c>kaznlp</c> command: its subcommands, and what a run returns.</summary>
internal static class KazNlpCommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="streams">What is read and written.</param>
    /// <param name="cancellationToken">Stops the run, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, StandardStreams streams, CancellationToken cancellationToken = default)
    {
        // An argument that begins with @ is a file name like any other, no response file.
        ParseResult parsed = CreateRoot(streams).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return ReportUsage(parsed, streams);
        }

        try
        {
            await using StreamWriter output = streams.OpenOutputText();
            var configuration = new InvocationConfiguration { Output = output, Error = streams.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OutputException fault) when (fault.ReaderHasGone)
        {
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            streams.ReportError("stopped.");
            return ExitCode.Cancelled;
        }
        catch (Exception fault) when (fault is InputException or OutputException or FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            streams.ReportError(fault.Message);
            return ExitCode.Failure;
        }
    }

    /// <summary>All commands.</summary>
    /// <param name="streams">What they read and write.</param>
    internal static RootKazNlpCommand CreateRoot(StandardStreams streams)
    {
        var root = new RootKazNlpCommand
        {
            new AnalyzeCommand(streams),
            new ClassifyCommand(streams),
            new IdentifyCommand(streams),
            new NormalizeCommand(streams),
            new TokenizeCommand(streams),
            new SentencesCommand(streams),
            new TagCommand(streams),
            new LemmatizeCommand(streams),
            new MorphCommand(streams),
            new InflectCommand(streams),
            new EncodeCommand(streams),
            new DecodeCommand(streams),
            new CountCommand(streams),
            new EvaluateCommand(streams),
            new TrainCommand(streams),
            new BuildCommand(streams),
        };
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.Add(help);
        root.Add(new VersionOption { Action = new VersionAction() });
        return root;
    }

    private static int ReportUsage(ParseResult parsed, StandardStreams streams)
    {
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            streams.ReportError(message);
        }

        var path = new Stack<string>();
        for (Command? command = parsed.CommandResult.Command; command is not null; command = command.Parents.OfType<Command>().FirstOrDefault())
        {
            path.Push(command.Name);
        }

        streams.Error.WriteLine($"Try '{string.Join(' ', path)} --help'.");
        return ExitCode.Usage;
    }
}
