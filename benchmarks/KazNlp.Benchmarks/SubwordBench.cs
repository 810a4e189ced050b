using BenchmarkDotNet.Attributes;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Benchmarks;

/// <summary>Text to subword ids, against <see cref="BpeTokenizer"/> with the same vocabulary and the same parts, on one thread.</summary>
[MemoryDiagnoser]
public class SubwordBench
{
    private string _text = string.Empty;
    private int[] _ids = [];
    private BpeTokenizer? _other;

    [GlobalSetup]
    public void Setup()
    {
        Corpus corpus = Corpus.Load();
        _text = corpus.Text;
        _ids = new int[corpus.Utf8.Length];
        _other = CreateOther();
        if (!_other.EncodeToIds(_text).SequenceEqual(KazakhSubwordTokenizer.Default.EncodeToIds(_text)))
        {
            throw new InvalidOperationException("The two tokenizers give different ids.");
        }
    }

    [Benchmark(Baseline = true)]
    public int BpeTokenizer_EncodeToIds() => _other!.EncodeToIds(_text).Count;

    [Benchmark]
    public int BpeTokenizer_CountTokens() => _other!.CountTokens(_text);

    [Benchmark]
    public int KazNlp_EncodeToIds() => KazakhSubwordTokenizer.Default.EncodeToIds(_text).Count;

    [Benchmark]
    public int KazNlp_EncodeToIds_buffer()
    {
        KazakhSubwordTokenizer.Default.EncodeToIds(_text, _ids, out _, out int written);
        return written;
    }

    [Benchmark]
    public int KazNlp_CountTokens() => KazakhSubwordTokenizer.Default.CountTokens(_text);

    [Benchmark]
    public int KazNlp_EncodeToTokens() => KazakhSubwordTokenizer.Default.EncodeToTokens(_text, out _).Count;

    /// <summary><see cref="BpeTokenizer"/> over the embedded vocabulary.</summary>
    private static BpeTokenizer CreateOther()
    {
        KazakhSubwordTokenizer ours = KazakhSubwordTokenizer.Default;
        string folder = Directory.CreateTempSubdirectory("kaznlp-").FullName;
        try
        {
            string vocabulary = Path.Combine(folder, "vocab.json");
            string merges = Path.Combine(folder, "merges.txt");
            ours.SaveVocabulary(vocabulary, merges);
            return BpeTokenizer.Create(new BpeOptions(vocabulary, merges) { ByteLevel = true, PreTokenizer = ours.PreTokenizer, SpecialTokens = ours.SpecialTokens });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
