namespace KazNlp.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Everything was read and written.</summary>
    public const int Success = 0;

    /// <summary>Some input was bad, or the run failed; a message on standard error says which and why.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C, as shells number it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
