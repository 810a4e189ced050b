using System.Diagnostics;

namespace KazNlp.Benchmarks.Quick;

/// <summary>
/// Times contenders in turns: every round runs each of them once, so that a slow minute of the machine hits all alike, and ratios
/// are taken within a round. What is measured is the processor time of this process, so that a contender does not pay for the
/// programs that share its core.
/// </summary>
public sealed class QuickHarness(TimeSpan budget, TimeSpan shortestRun, int mostRounds)
{
    private const int FewestRounds = 3;

    // Code is compiled up to three times: quickly, with counters, and for good. A method waits for thirty calls each time, which a short text may need several passes
    // for, and calls count only when 100 ms have gone by without a method that is new.
    private const int WarmUpPasses = 10;

    private static readonly TimeSpan TieringPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Two minutes at most, runs of at least 25 ms, up to 21 rounds.</summary>
    public static QuickHarness Default { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(25), 21);

    /// <summary>One short round: shows that everything runs, measures nothing worth keeping.</summary>
    public static QuickHarness Smoke { get; } = new(TimeSpan.Zero, TimeSpan.Zero, 1);

    public IReadOnlyList<QuickResult> Run(IReadOnlyList<Contender> contenders, long utf8Bytes, Action<string>? progress = null)
    {
        var clock = Stopwatch.StartNew();
        var measured = contenders.Select(c => new Measured(c)).ToList();
        for (int pass = 0; pass < WarmUpPasses && shortestRun > TimeSpan.Zero; pass++)
        {
            progress?.Invoke($"warming up, {pass + 1} of {WarmUpPasses}, {clock.Elapsed.TotalSeconds:F0} s");
            foreach (Measured m in measured) m.WarmUp(3 * shortestRun);
            Thread.Sleep(TieringPause);
        }

        foreach (Measured m in measured) m.Calibrate(shortestRun);
        int fewest = Math.Min(FewestRounds, mostRounds);
        for (int round = 0; round < mostRounds && (round < fewest || clock.Elapsed < budget); round++)
        {
            progress?.Invoke($"round {round + 1} of at most {mostRounds}, {clock.Elapsed.TotalSeconds:F0} s");
            // Odd rounds go backwards: whoever follows a contender that leaves a cold cache behind is not always the same one.
            IEnumerable<Measured> order = round % 2 == 0 ? measured : Enumerable.Reverse(measured);
            foreach (Measured m in order) m.Time();
        }
        return [.. measured.Select(m => m.Result(measured.First(r => r.Contender.Group == m.Contender.Group && r.Contender.IsReference), utf8Bytes))];
    }

    private static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    private static double Quantile(IEnumerable<double> values, double q)
    {
        double[] sorted = [.. values.Order()];
        double position = q * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }

    private static double ProcessorSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private sealed class Measured(Contender contender)
    {
        private const int MostRepeats = 1 << 20;

        private readonly List<(int Round, double Seconds)> _seconds = [];
        private TimeSpan _warmedUp;
        private int _repeats = 1;
        private int _round;
        private long _allocated;
        private long _count;

        public Contender Contender { get; } = contender;

        /// <summary>Runs for a time, but no longer in all than all passes take.</summary>
        public void WarmUp(TimeSpan time)
        {
            long started = Stopwatch.GetTimestamp();
            while (_warmedUp < WarmUpPasses * time && Stopwatch.GetElapsedTime(started) < time) Contender.Run();
            _warmedUp += Stopwatch.GetElapsedTime(started);
        }

        /// <summary>Finds how many runs make one timing long enough, and what one allocates.</summary>
        public void Calibrate(TimeSpan shortestRun)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _count = Contender.Run();
            _allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            // Doubled, because the clock cannot tell the time of one short run.
            while (Seconds(_repeats) < shortestRun.TotalSeconds && _repeats < MostRepeats) _repeats *= 2;
        }

        public void Time() => _seconds.Add((_round++, Seconds(_repeats) / _repeats));

        public QuickResult Result(Measured reference, long utf8Bytes)
        {
            double median = Median(_seconds.Select(s => s.Seconds));
            double spread = (Quantile(_seconds.Select(s => s.Seconds), 0.75) - Quantile(_seconds.Select(s => s.Seconds), 0.25)) / 2 / median;
            double bytes = Contender.Utf8Bytes > 0 ? Contender.Utf8Bytes : utf8Bytes;
            double referenceBytes = reference.Contender.Utf8Bytes > 0 ? reference.Contender.Utf8Bytes : utf8Bytes;
            double ratio = Median(_seconds.Zip(reference._seconds, (mine, other) => other.Seconds / referenceBytes / (mine.Seconds / bytes)));
            return new(Contender.Group, Contender.Name, bytes / median / 1e6, ratio, spread, _allocated, _count, Contender.IsReference);
        }

        private double Seconds(int runs)
        {
            double started = ProcessorSeconds();
            for (int i = 0; i < runs; i++)
            {
                if (Contender.Run() != _count) throw new InvalidOperationException($"'{Contender.Name}' counts differently from run to run.");
            }

            return ProcessorSeconds() - started;
        }
    }
}
