using System.Buffers;

namespace KazNlp.Cli;

/// <summary>Reads documents, analyses them and writes the results: text files one by one, JSONL files line by line.</summary>
internal static class TextDocuments
{
    /// <summary>Splits one text into sentences and tokens and writes it.</summary>
    /// <param name="streams">What is read and written.</param>
    /// <param name="path">The file, <c>-</c> for standard input.</param>
    /// <param name="format">The output format.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The file cannot be read as text.</exception>
    public static int WriteOne(StandardStreams streams, string path, DocumentFormat format)
    {
        KazakhPipeline splitter = KazakhPipeline.Create(options => options with { Entities = false, Topics = false, Morphology = false });
        Write(streams, splitter.Analyze(new InputFile(streams, path).ReadText()), format, name: null);
        return ExitCode.Success;
    }

    /// <summary>Analyses text files. A file that cannot be read is reported and does not stop the others.</summary>
    /// <param name="streams">What is read and written.</param>
    /// <param name="files">The files.</param>
    /// <param name="pipeline">What is computed.</param>
    /// <param name="format">The output format.</param>
    /// <param name="nameProperty">How a result names its file; null leaves the name out.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Write(StandardStreams streams, IReadOnlyList<InputFile> files, KazakhPipeline pipeline, DocumentFormat format, string? nameProperty, CancellationToken cancellationToken) =>
        ForEach(
            streams,
            files,
            (index, file) =>
            {
                Document document = pipeline.Analyze(file.ReadText());
                Write(streams, document, format, nameProperty is null ? null : DocumentName.OfFile(nameProperty, file.Name, $"{index + 1}"));
            },
            cancellationToken);

    /// <summary>Does something with each file. One that cannot be read is reported and does not stop the others.</summary>
    /// <param name="streams">Where faults are reported.</param>
    /// <param name="files">The files.</param>
    /// <param name="use">What is done, given the file's index and the file.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int ForEach(StandardStreams streams, IReadOnlyList<InputFile> files, Action<int, InputFile> use, CancellationToken cancellationToken)
    {
        int exitCode = ExitCode.Success;
        foreach ((int index, InputFile file) in files.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                use(index, file);
            }
            catch (InputException fault)
            {
                streams.ReportError(fault.Message);
                exitCode = ExitCode.Failure;
            }
        }

        return exitCode;
    }

    /// <summary>
    /// Analyses JSONL files, a line a document, on all cores; results come in the order of the lines. A bad line is reported and
    /// does not stop the others, nor does a file that cannot be read.
    /// </summary>
    /// <param name="streams">What is read and written.</param>
    /// <param name="files">The files.</param>
    /// <param name="pipeline">What is computed.</param>
    /// <param name="format">The output format.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> WriteJsonlAsync(StandardStreams streams, IReadOnlyList<InputFile> files, KazakhPipeline pipeline, DocumentFormat format, CancellationToken cancellationToken)
    {
        OrderedLines.LineProcessor ProcessorOf(int index, InputFile file) => (line, number, result) =>
        {
            JsonlDocument source = JsonlDocument.Parse(line, file.Name, number);
            Document document = pipeline.Analyze(source.Text, source.Title, source.Date);
            format(result, document, DocumentName.OfId(source.Id, files.Count == 1 ? $"{number}" : $"{index + 1}.{number}"));
        };

        return WriteLinesAsync(streams, files, ProcessorOf, cancellationToken);
    }

    /// <summary>Turns lines into results on all cores, in the order of the lines, as <see cref="WriteJsonlAsync"/> does.</summary>
    /// <param name="streams">What is read and written.</param>
    /// <param name="files">The files.</param>
    /// <param name="processorOf">What makes the result of each line of a file, given with its index.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> WriteLinesAsync(StandardStreams streams, IReadOnlyList<InputFile> files, Func<int, InputFile, OrderedLines.LineProcessor> processorOf, CancellationToken cancellationToken) =>
        ProgressDisplay.RunAsync(streams, "Documents", files.Aggregate((long?)0, (sum, file) => sum + file.TryGetLength()), async progress =>
        {
            int exitCode = ExitCode.Success;
            long earlierBytes = 0;
            foreach ((int index, InputFile file) in files.Index())
            {
                var lines = new OrderedLines(processorOf(index, file), streams.Output, streams.ReportError, bytes => progress.Report(earlierBytes + bytes));
                try
                {
                    await using Stream input = file.Open();
                    exitCode = await lines.RunAsync(input, cancellationToken) ? exitCode : ExitCode.Failure;
                }
                catch (Exception fault) when (fault is InputException || InputException.IsFileFault(fault))
                {
                    streams.ReportError((fault as InputException ?? new InputException(file.Name, fault)).Message);
                    exitCode = ExitCode.Failure;
                }

                earlierBytes += file.TryGetLength() ?? 0;
            }

            return exitCode;
        });

    private static void Write(StandardStreams streams, Document document, DocumentFormat format, DocumentName? name)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        format(output, document, name);
        streams.Output.Write(output.WrittenSpan);
    }
}
