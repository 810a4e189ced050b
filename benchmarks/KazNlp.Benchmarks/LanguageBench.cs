using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>The language of each line of a corpus.</summary>
[MemoryDiagnoser]
public class LanguageBench
{
    private readonly string _text = Corpus.Load().Text;

    [Benchmark(Description = "language of each line")]
    public int Identify()
    {
        int kazakh = 0;
        foreach (ReadOnlySpan<char> line in _text.AsSpan().EnumerateLines())
        {
            kazakh += LanguageIdentifier.Default.Identify(line).Tag == "kk" ? 1 : 0;
        }

        return kazakh;
    }
}
