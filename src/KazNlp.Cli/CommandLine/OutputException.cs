using System.IO.Pipes;

namespace KazNlp.Cli;

/// <summary>Standard output takes no more. That ends the run, whatever the input is; it is no fault when the reader has gone (<c>kaznlp … | head</c>).</summary>
/// <param name="output">The stream that failed.</param>
/// <param name="fault">What writing threw.</param>
internal sealed class OutputException(Stream output, IOException fault) : Exception($"standard output: {fault.Message}", fault)
{
    /// <summary>Whether the reader of a pipe has gone: nobody wants the rest.</summary>
    public bool ReaderHasGone { get; } = output is PipeStream;
}
