using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace KazNlp.Cli;

/// <summary>
/// Processes the lines of a stream on all cores and writes the results in the order of the lines. Memory is bounded: reading waits
/// until the batches that are under way have been written.
/// </summary>
/// <param name="process">Called on many threads at once. Writes the result of a line, or throws before it writes anything: <see cref="DataFormatException"/> for a bad line, <see cref="InputException"/> where the lines behind are no better.</param>
/// <param name="output">Where results go, a batch at a time.</param>
/// <param name="reportError">Gets the message of each bad line, in the order of the lines.</param>
/// <param name="reportBytes">Gets the number of input bytes that have been finished so far.</param>
internal sealed class OrderedLines(OrderedLines.LineProcessor process, Stream output, Action<string> reportError, Action<long> reportBytes)
{
    private const int BatchLines = 32;
    private const int BatchBytes = 128 * 1024;
    private const int ReadBytes = 256 * 1024;

    /// <summary>The most bytes of one line: what is longer is no line but another format, and would be held in memory whole.</summary>
    public int MaxLineBytes { get; init; } = 1_000_000_000;

    /// <summary>Turns a line into its result.</summary>
    /// <param name="line">The line in UTF-8, without its end; never blank.</param>
    /// <param name="number">Its number in the stream, counted from 1.</param>
    /// <param name="result">Where the result goes, with its own line end.</param>
    public delegate void LineProcessor(ReadOnlyMemory<byte> line, int number, IBufferWriter<byte> result);

    /// <summary>Processes a stream to its end.</summary>
    /// <param name="input">UTF-8 lines; a BOM is skipped, blank lines are too, <c>\r\n</c> ends a line as <c>\n</c> does.</param>
    /// <param name="cancellationToken">Stops the run; what has been written is whole lines.</param>
    /// <returns>Whether every line was good.</returns>
    /// <exception cref="InputException">A line ended the run; those before it have been written.</exception>
    /// <exception cref="IOException">It cannot be read, or a line is longer than <see cref="MaxLineBytes"/>.</exception>
    public async Task<bool> RunAsync(Stream input, CancellationToken cancellationToken)
    {
        var underWay = Channel.CreateBounded<Task<Result>>(new BoundedChannelOptions(2 * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });
        using var stopReading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task reading = ReadAsync(input, underWay.Writer, stopReading.Token);
        bool allGood = true;
        long finishedBytes = 0;
        try
        {
            await foreach (Task<Result> next in underWay.Reader.ReadAllAsync(cancellationToken))
            {
                Result result = await next;
                await output.WriteAsync(result.Output.WrittenMemory, cancellationToken);
                result.Errors.ForEach(reportError);
                allGood &= result.Errors.Count == 0;
                finishedBytes += result.InputBytes;
                reportBytes(finishedBytes);
                if (result.Fault is { } fault)
                {
                    throw fault;
                }
            }

            await reading;
            return allGood;
        }
        finally
        {
            await stopReading.CancelAsync();
        }
    }

    private async Task ReadAsync(Stream input, ChannelWriter<Task<Result>> underWay, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            PipeReader reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: ReadBytes, leaveOpen: true));
            var batch = new Batch();
            int number = 0;
            long searched = 0;
            while (true)
            {
                ValueTask<ReadResult> pending = reader.ReadAsync(cancellationToken);
                if (!pending.IsCompleted)
                {
                    // Nothing more has come yet: whoever sends line by line is waiting for the answer.
                    batch = await StartAsync(batch);
                }

                ReadResult read = await pending;
                ReadOnlySequence<byte> buffer = read.Buffer;
                while (buffer.Slice(searched).PositionOf((byte)'\n') is SequencePosition end)
                {
                    batch.Add(buffer.Slice(0, end), ++number);
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                    searched = 0;
                    if (batch.IsFull)
                    {
                        batch = await StartAsync(batch);
                    }
                }

                searched = buffer.Length;
                if (searched > MaxLineBytes)
                {
                    throw new IOException($"line {number + 1} has more than {MaxLineBytes:N0} bytes; give one text or document a line");
                }

                if (read.IsCompleted)
                {
                    if (!buffer.IsEmpty)
                    {
                        batch.Add(buffer, ++number);
                    }

                    await StartAsync(batch);
                    return;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (Exception exception)
        {
            fault = exception;
        }
        finally
        {
            underWay.Complete(fault);
        }

        async Task<Batch> StartAsync(Batch batch)
        {
            if (batch.Lines.Count == 0)
            {
                return batch;
            }

            await underWay.WriteAsync(Task.Run(() => Process(batch), cancellationToken), cancellationToken);
            return new Batch();
        }
    }

    private Result Process(Batch batch)
    {
        var result = new Result(new ArrayBufferWriter<byte>(batch.Bytes + 1), [], batch.Bytes);
        foreach ((byte[] line, int number) in batch.Lines)
        {
            ReadOnlyMemory<byte> content = number == 1 && line.AsSpan().StartsWith("\uFEFF"u8) ? line.AsMemory(3) : line;
            if (content.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                process(content, number, result.Output);
            }
            catch (DataFormatException fault)
            {
                result.Errors.Add(fault.Message);
            }
            catch (InputException fault)
            {
                result.Fault = fault;
                break;
            }
        }

        return result;
    }

    private sealed class Batch
    {
        public List<(byte[] Line, int Number)> Lines { get; } = [];

        public int Bytes { get; private set; }

        public bool IsFull => Lines.Count >= BatchLines || Bytes >= BatchBytes;

        public void Add(ReadOnlySequence<byte> line, int number)
        {
            Lines.Add((line.ToArray(), number));
            Bytes += (int)line.Length + 1;
        }
    }

    private sealed record Result(ArrayBufferWriter<byte> Output, List<string> Errors, int InputBytes)
    {
        /// <summary>What ends the run, behind the results of the lines before.</summary>
        public InputException? Fault { get; set; }
    }
}
