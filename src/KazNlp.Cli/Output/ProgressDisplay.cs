using Spectre.Console;

namespace KazNlp.Cli;

/// <summary>A progress bar on standard error, when that is a terminal; otherwise each new stage is a line.</summary>
internal sealed class ProgressDisplay
{
    private readonly StandardStreams _streams;
    private readonly ProgressTask? _task;
    private readonly Lock _lock = new();
    private string? _stage;

    private ProgressDisplay(StandardStreams streams, ProgressTask? task)
    {
        _streams = streams;
        _task = task;
    }

    /// <summary>Does a piece of work under a progress bar. Messages that come up meanwhile are written above the bar.</summary>
    /// <param name="streams">Where the bar is drawn.</param>
    /// <param name="description">What is being done.</param>
    /// <param name="total">The value at which all is done; null when that is not known.</param>
    /// <param name="work">The work; it reports to the display that it is given.</param>
    public static async Task<T> RunAsync<T>(StandardStreams streams, string description, double? total, Func<ProgressDisplay, Task<T>> work)
    {
        if (!streams.ErrorIsTerminal)
        {
            return await work(new ProgressDisplay(streams, null));
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(streams.Error) });
        Action<string> messageWriter = streams.MessageWriter;
        streams.MessageWriter = message => console.WriteLine(message);
        try
        {
            return await console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    ProgressTask task = context.AddTask(Markup.Escape(description), maxValue: total ?? 1);
                    task.IsIndeterminate = total is null;
                    return await work(new ProgressDisplay(streams, task));
                });
        }
        finally
        {
            streams.MessageWriter = messageWriter;
        }
    }

    /// <summary>Tells how far the work has come. Several threads may report.</summary>
    /// <param name="value">From 0 to the total.</param>
    /// <param name="stage">What is being done now; null leaves the description as it is.</param>
    public void Report(double value, string? stage = null)
    {
        lock (_lock)
        {
            bool isNewStage = stage is not null && stage != _stage;
            _stage = stage ?? _stage;
            if (_task is not null)
            {
                _task.Value = value;
                _task.Description = _stage is null ? _task.Description : Markup.Escape(_stage);
            }
            else if (isNewStage)
            {
                _streams.MessageWriter($"kaznlp: {stage}");
            }
        }
    }

    /// <summary>What a library's training reports to, from any thread.</summary>
    /// <param name="read">The value and the stage of a report.</param>
    public IProgress<T> Of<T>(Func<T, (double Value, string Stage)> read) => new Adapter<T>(this, read);

    private sealed class Adapter<T>(ProgressDisplay display, Func<T, (double Value, string Stage)> read) : IProgress<T>
    {
        public void Report(T value)
        {
            (double done, string stage) = read(value);
            display.Report(done, stage);
        }
    }
}
