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

    /// <summary>Two minutes at most, runs of at least 25 ms, up to 21 rounds.</summary>
    public static QuickHarness Default { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(25), 21);

    /// <summary>One short round: shows that everything runs, measures nothing worth keeping.</summary>
    public static QuickHarness Smoke { get; } = new(TimeSpan.Zero, TimeSpan.Zero, 1);

    public IReadOnlyList<QuickResult> Run(IReadOnlyList<Contender> contenders, long utf8Bytes, Action<string>? progress = null)
    {
        var clock = Stopwatch.StartNew();
        var measured = contenders.Select(c => new Measured(c)).ToList();
        foreach (Measured m in measured)
        {
            progress?.Invoke($"warming up: {m.Contender.Name}");
            m.WarmUp(shortestRun);
        }
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
        private const int TieringRuns = 3;

        private readonly List<(int Round, double Seconds)> _seconds = [];
        private int _repeats = 1;
        private int _round;
        private long _allocated;
        private long _count;

        public Contender Contender { get; } = contender;

        /// <summary>Lets the JIT reach its last tier and finds how many runs make one timing long enough.</summary>
        public void WarmUp(TimeSpan shortestRun)
        {
            long started = Stopwatch.GetTimestamp();
            int runs = 0;
            do
            {
                _count = Contender.Run();
                runs++;
                if (shortestRun > TimeSpan.Zero && runs == TieringRuns) Thread.Sleep(150); // tier-1 code is made 100 ms after the last tier-0 call
            }
            while (shortestRun > TimeSpan.Zero && (runs < 2 * TieringRuns || (Stopwatch.GetElapsedTime(started) < 8 * shortestRun && runs < 2000)));
            long before = GC.GetAllocatedBytesForCurrentThread();
            double timed = ProcessorSeconds();
            Contender.Run();
            double seconds = ProcessorSeconds() - timed;
            _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            _repeats = Math.Max(1, (int)Math.Ceiling(shortestRun.TotalSeconds / Math.Max(seconds, 1e-7)));
        }

        public void Time()
        {
            double started = ProcessorSeconds();
            for (int i = 0; i < _repeats; i++)
            {
                if (Contender.Run() != _count) throw new InvalidOperationException($"'{Contender.Name}' counts differently from run to run.");
            }
            _seconds.Add((_round++, (ProcessorSeconds() - started) / _repeats));
        }

        public QuickResult Result(Measured reference, long utf8Bytes)
        {
            double median = Median(_seconds.Select(s => s.Seconds));
            double spread = (Quantile(_seconds.Select(s => s.Seconds), 0.75) - Quantile(_seconds.Select(s => s.Seconds), 0.25)) / 2 / median;
            double bytes = Contender.Utf8Bytes > 0 ? Contender.Utf8Bytes : utf8Bytes;
            double referenceBytes = reference.Contender.Utf8Bytes > 0 ? reference.Contender.Utf8Bytes : utf8Bytes;
            double ratio = Median(_seconds.Zip(reference._seconds, (mine, other) => other.Seconds / referenceBytes / (mine.Seconds / bytes)));
            return new(Contender.Group, Contender.Name, bytes / median / 1e6, ratio, spread, _allocated, _count, Contender.IsReference);
        }
    }
}
