using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
using BenchmarkDotNet.Environments;
using CsvHelper;
using CsvHelper.Configuration;

namespace KazNlp.Benchmarks.Quick;

/// <summary>Results as Markdown for people and as CSV for programs.</summary>
public static class ResultTable
{
    /// <summary>One table a group, with the machine and the corpus above.</summary>
    public static string ToMarkdown(IReadOnlyList<QuickResult> results, Corpus corpus, string command)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"Corpus: {corpus.Name}, {corpus.Utf8.Length:N0} bytes of UTF-8, {corpus.Text.Length:N0} UTF-16 code units.  ");
        page.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Processor()}, one thread; {Intrinsics()}; {RuntimeInformation.OSDescription.Trim()}; {RuntimeInformation.FrameworkDescription}.  ");
        page.AppendLine(CultureInfo.InvariantCulture, $"Command: `{command}`. Medians of interleaved rounds, processor time; MB/s counts UTF-8 bytes of the corpus whatever was read; × is the reference's time a byte (the row with 1.00) divided by the row's.");
        foreach (IGrouping<string, QuickResult> group in results.GroupBy(r => r.Group))
        {
            page.AppendLine();
            page.AppendLine(CultureInfo.InvariantCulture, $"### {group.Key}");
            page.AppendLine();
            page.AppendLine("| | MB/s | × | ± | allocated bytes | count |");
            page.AppendLine("|---|---:|---:|---:|---:|---:|");
            foreach (QuickResult r in group)
            {
                string name = r.IsReference ? $"**{r.Name}**" : r.Name;
                page.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {r.MegabytesPerSecond:N0} | {r.RatioToReference:F2} | {r.Spread:P0} | {r.AllocatedBytes:N0} | {r.Count:N0} |");
            }
        }
        return page.ToString();
    }

    /// <summary>Writes <c>quick-NAME.md</c> and <c>quick-NAME.csv</c> into <c>FOLDER/CPU</c>, where NAME tells the instruction sets in use.</summary>
    /// <returns>The Markdown file's path.</returns>
    public static string Write(string folder, IReadOnlyList<QuickResult> results, Corpus corpus, string command)
    {
        string target = Path.Combine(folder, FolderName(Processor()));
        Directory.CreateDirectory(target);
        string stem = Path.Combine(target, "quick-" + FolderName(Intrinsics()));
        File.WriteAllText(stem + ".md", ToMarkdown(results, corpus, command).ReplaceLineEndings("\n"));
        using var csv = new CsvWriter(new StreamWriter(stem + ".csv"), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        csv.WriteRecords(results);
        return stem + ".md";
    }

    /// <summary>The widest instruction set that the runtime was allowed to use.</summary>
    public static string Intrinsics()
    {
        if (Avx512Vbmi2Supported) return "AVX-512 VBMI2";
        if (Avx512BW.IsSupported) return "AVX-512";
        if (Avx2.IsSupported) return "AVX2";
        if (Sse42.IsSupported) return "SSE4.2";
        return AdvSimd.IsSupported ? "AdvSimd" : "no intrinsics";
    }

    private static bool Avx512Vbmi2Supported => Avx512Vbmi2.IsSupported;

    private static string Processor() =>
        HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName is { Length: > 0 } name ? name.Trim() : RuntimeInformation.ProcessArchitecture.ToString();

    private static string FolderName(string name) =>
        string.Join('-', new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
