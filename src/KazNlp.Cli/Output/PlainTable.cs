using Spectre.Console;

namespace KazNlp.Cli;

/// <summary>Draws tables as plain text, for terminals, pipes and files alike.</summary>
internal static class PlainTable
{
    private const int Width = 4000; // no table is folded: a pager or an editor shows what a terminal cannot

    /// <summary>Draws a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="table">The table.</param>
    public static void WriteTable(this TextWriter output, Table table)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = Width;
        console.Write(table);
    }
}
