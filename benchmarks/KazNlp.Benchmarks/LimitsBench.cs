using System.Text;
using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>What no tokenizer can be faster than: reading, copying, counting, and the transcoding that a way through strings begins with.</summary>
public class LimitsBench
{
    private Corpus _corpus = null!;
    private char[] _characters = [];
    private byte[] _bytes = [];

    [GlobalSetup]
    public void Setup()
    {
        _corpus = Corpus.Load();
        _characters = new char[_corpus.Text.Length];
        _bytes = new byte[_corpus.Utf8.Length];
    }

    [Benchmark(Baseline = true)]
    public void CopyUtf16() => _corpus.Text.CopyTo(_characters);

    [Benchmark]
    public void CopyUtf8() => _corpus.Utf8.CopyTo(_bytes, 0);

    [Benchmark]
    public int CountSpaces() => _corpus.Text.AsSpan().Count(' ');

    [Benchmark]
    public long CountClasses() => ClassCounting.Count(_corpus.Text);

    [Benchmark]
    public int GetChars() => Encoding.UTF8.GetChars(_corpus.Utf8, _characters);
}
