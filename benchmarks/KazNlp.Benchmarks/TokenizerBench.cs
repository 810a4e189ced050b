using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>The tokenizer's engines on every path that this processor has, over texts of different kinds.</summary>
[MemoryDiagnoser]
public class TokenizerBench
{
    private Corpus _corpus = null!;
    private KazakhEngine _engine = null!;

    [ParamsSource(nameof(Inputs))]
    public string Input { get; set; } = "";

    [ParamsSource(nameof(AllPaths))]
    public string EnginePath { get; set; } = "";

    public static IEnumerable<string> Inputs => InputKinds.Names;

    public static IEnumerable<string> AllPaths => KazakhEngine.Paths;

    [GlobalSetup]
    public void Setup()
    {
        _corpus = InputKinds.Load(Input);
        _engine = new KazakhEngine(_corpus, EnginePath);
    }

    [Benchmark(Baseline = true)]
    public long Utf16() => _engine.Tokens(_corpus.Text);

    [Benchmark]
    public long Utf16Enumerator() => _engine.EnumerateTokens(_corpus.Text);

    [Benchmark]
    public long Utf8() => _engine.TokensOfUtf8(_corpus.Utf8);
}
