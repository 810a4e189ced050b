using BenchmarkDotNet.Attributes;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Benchmarks;

/// <summary>KazNlp beside what a .NET user can pick instead.</summary>
[MemoryDiagnoser]
public class Comparison
{
    private static readonly PreTokenizer WordOrNonWord = PreTokenizer.CreateWordOrNonWord();

    private Corpus _corpus = null!;
    private KazakhEngine _engine = null!;
    private char[] _buffer = [];

    [GlobalSetup]
    public void Setup()
    {
        _corpus = Corpus.Load();
        _engine = new KazakhEngine(_corpus);
        _buffer = new char[_corpus.Utf8.Length];
    }

    [Benchmark]
    public long KazNlp() => _engine.Tokens(_corpus.Text);

    [Benchmark]
    public long KazNlpUtf8() => _engine.TokensOfUtf8(_corpus.Utf8);

    [Benchmark(Baseline = true)]
    public long RegexGeneratedPlain() => OtherTokenizers.Matches(KazakhRegex.Plain(), _corpus.Text);

    [Benchmark]
    public long RegexGeneratedAllRules() => OtherTokenizers.Matches(KazakhRegex.AllRules(), _corpus.Text);

    [Benchmark]
    public long RegexCompiledAllRules() => OtherTokenizers.Matches(KazakhRegex.AllRulesCompiled, _corpus.Text);

    [Benchmark]
    public long GetCharsThenRegex() => OtherTokenizers.TranscodedMatches(KazakhRegex.Plain(), _corpus.Utf8, _buffer);

    [Benchmark]
    public long StringSplit() => OtherTokenizers.Split(_corpus.Text);

    [Benchmark]
    public long SplitAny() => OtherTokenizers.SplitAny(_corpus.Text);

    [Benchmark]
    public long LuceneStandardTokenizer() => OtherTokenizers.Lucene(_corpus.Text);

    [Benchmark]
    public long MLTokenizersWordOrNonWord() => OtherTokenizers.PreTokenizer(WordOrNonWord, _corpus.Text);

    [Benchmark]
    public long MLTokenizersRoberta() => OtherTokenizers.PreTokenizer(RobertaPreTokenizer.Instance, _corpus.Text);

    [Benchmark]
    public long Icu4NWords() => OtherTokenizers.IcuWords(_corpus.Text);
}
