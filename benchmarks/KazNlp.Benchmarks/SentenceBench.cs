using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>What sentences cost beside tokens alone.</summary>
[MemoryDiagnoser]
public class SentenceBench
{
    private Corpus _corpus = null!;
    private KazakhEngine _engine = null!;
    private int _tokens;

    [Params("news", "reviews")]
    public string Input { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _corpus = InputKinds.Load(Input);
        _engine = new KazakhEngine(_corpus);
        _tokens = (int)_engine.TokensAtOnce(_corpus.Text);
    }

    [Benchmark(Baseline = true)]
    public long TokensAlone() => _engine.TokensAtOnce(_corpus.Text);

    [Benchmark]
    public long TokensAndSentences() => _engine.TokensAndSentences(_corpus.Text);

    [Benchmark]
    public long SentencesOfGivenTokens() => _engine.SentencesOfTokens(_corpus.Text, _tokens);

    [Benchmark]
    public long Regex() => OtherTokenizers.Matches(KazakhRegex.SentenceBreak(), _corpus.Text);

    [Benchmark]
    public long Icu() => OtherTokenizers.IcuSentences(_corpus.Text);
}
