using System.IO.Pipes;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KazNlp.Cli;

/// <summary>What a command reads, and where its results and its messages go. Tests put their own streams here.</summary>
/// <param name="input">Standard input.</param>
/// <param name="output">Standard output: results only, as bytes, so that no console encoding can damage them.</param>
/// <param name="error">Standard error: messages and progress.</param>
/// <param name="errorIsTerminal">Whether a person watches <paramref name="error"/>; progress is drawn only then.</param>
internal sealed class StandardStreams(Stream input, Stream output, TextWriter error, bool errorIsTerminal) : IDisposable
{
    private const int StandardOutputDescriptor = 1;

    /// <summary>UTF-8 without a BOM; a lone surrogate is written as U+FFFD.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input.</summary>
    public Stream Input { get; } = input;

    /// <summary>Standard output. What writing to it throws is an <see cref="OutputException"/>.</summary>
    public Stream Output { get; } = new OutputStream(output);

    /// <summary>Standard error, for what is no message: the progress bar draws on it.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; } = errorIsTerminal;

    /// <summary>How a message reaches the user; a progress bar on the screen takes it over so that the two do not mix.</summary>
    public Action<string> MessageWriter { get; set; } = error.WriteLine;

    /// <summary>The streams of this process.</summary>
    public static StandardStreams OfProcess()
    {
        bool terminal = !Console.IsErrorRedirected;
        TextWriter error = terminal ? Console.Error : new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return new StandardStreams(Console.OpenStandardInput(), OpenStandardOutput(), error, terminal);
    }

    /// <summary>Tells the user that something went wrong.</summary>
    /// <param name="message">A whole sentence that names the file.</param>
    public void ReportError(string message) => MessageWriter($"kaznlp: error: {message}");

    /// <summary>Tells the user of something that did not stop the work.</summary>
    /// <param name="message">A whole sentence.</param>
    public void ReportWarning(string message) => MessageWriter($"kaznlp: warning: {message}");

    /// <summary>Text for standard output, UTF-8, lines ended by <c>\n</c> everywhere. Dispose it to write what is left.</summary>
    public StreamWriter OpenOutputText() => new(Output, Utf8, 64 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Writes what is left; the streams stay open, as they are the process's or the caller's.</summary>
    public void Dispose()
    {
        Error.Flush();
    }

    private static Stream OpenStandardOutput()
    {
        // The console's own stream swallows a broken pipe, and the run would go on for nobody.
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                return new AnonymousPipeClientStream(PipeDirection.Out, new SafePipeHandle(StandardOutputDescriptor, ownsHandle: false));
            }
            catch (IOException)
            {
                // A file or a terminal.
            }
        }

        return Console.OpenStandardOutput();
    }

    /// <summary>Marks faults of standard output, so that they are not taken for faults of an input file.</summary>
    private sealed class OutputStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
            }
            catch (IOException fault)
            {
                throw new OutputException(inner, fault);
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
            try
            {
                inner.Flush();
            }
            catch (IOException fault)
            {
                throw new OutputException(inner, fault);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
