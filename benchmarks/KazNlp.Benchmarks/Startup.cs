using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KazNlp.Benchmarks;

/// <summary>
/// What the first text of a process costs: each measurement is a process of its own, which makes <see cref="KazakhPipeline.Default"/> and analyses one text
/// with it, models not yet opened and nothing compiled. BenchmarkDotNet would have compiled half of the runtime's code before the first measurement.
/// </summary>
public static class Startup
{
    /// <summary>The argument with which this program measures itself once: then come the parent's time stamp and a file, or nothing for one sentence.</summary>
    public const string ProbeArgument = "--startup-probe";

    private const string Sentence = "Қасым-Жомарт Тоқаев 2024 жылғы 5 наурызда Алматыға келді. Ол Қазақстан президенті.";

    /// <summary>Measures in this process, and writes the milliseconds from the parent's time stamp to here, for the pipeline, and for the first analysis.</summary>
    public static int Probe(string[] arguments)
    {
        long main = Stopwatch.GetTimestamp();
        long started = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        string text = arguments.Length > 2 ? File.ReadAllText(arguments[2]) : Sentence;
        long ready = Stopwatch.GetTimestamp();
        KazakhPipeline pipeline = KazakhPipeline.Default;
        long made = Stopwatch.GetTimestamp();
        Document document = pipeline.Analyze(text);
        long end = Stopwatch.GetTimestamp();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(started, main):F1} {Milliseconds(ready, made):F1} {Milliseconds(made, end):F1}"));
        return document.Entities.IsEmpty ? 1 : 0;
    }

    /// <summary>Starts processes in turns, one text after the other, and gives the medians as a Markdown table.</summary>
    /// <param name="processes">How many for each text.</param>
    public static string Measure(int processes)
    {
        string article = Directory.EnumerateFiles(Corpus.ArticlesFolder(), "*.txt").Order(StringComparer.Ordinal).First();
        (string Name, string? Path)[] texts = [("two sentences", null), ("an article of " + KazakhTokenizer.Default.Tokenize(File.ReadAllText(article)).Length.ToString(CultureInfo.InvariantCulture) + " tokens", article)];
        List<double[]>[] runs = [.. texts.Select(_ => new List<double[]>())];
        for (int process = 0; process < processes; process++)
        {
            for (int text = 0; text < texts.Length; text++)
            {
                runs[text].Add(Run(texts[text].Path));
            }
        }

        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"Medians of {processes} processes for each text, in milliseconds ({Environment.ProcessorCount} cores).").AppendLine();
        table.AppendLine("| first text of the process | process start to Main | pipeline | first Analyze | the two | all |").AppendLine("|---|---:|---:|---:|---:|---:|");
        for (int text = 0; text < texts.Length; text++)
        {
            List<double[]> own = runs[text];
            table.AppendLine(CultureInfo.InvariantCulture, $"| {texts[text].Name} | {Median(own, r => r[0]):F0} | {Median(own, r => r[1]):F0} | {Median(own, r => r[2]):F0} | {Median(own, r => r[1] + r[2]):F0} | {Median(own, r => r[0] + r[1] + r[2]):F0} |");
        }

        return table.ToString();
    }

    private static double[] Run(string? path)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Startup).Assembly.Location);
        start.ArgumentList.Add(ProbeArgument);
        start.ArgumentList.Add(Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        if (path is not null)
        {
            start.ArgumentList.Add(path);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"The measured process ended with exit code {process.ExitCode}.");
    }

    private static double Milliseconds(long from, long to) => (to - from) * 1000.0 / Stopwatch.Frequency;

    private static double Median(List<double[]> runs, Func<double[], double> value)
    {
        double[] sorted = [.. runs.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
