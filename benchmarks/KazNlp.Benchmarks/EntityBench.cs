using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Entities of a whole text on one thread, with tokens and sentences given: what the entity stage costs, and what tagging without scores and names costs.</summary>
[MemoryDiagnoser]
public class EntityBench
{
    private string _text = string.Empty;
    private Token[] _tokens = [];
    private Sentence[] _sentences = [];
    private string[][] _given = [];

    /// <summary>Number of tokens of the text: divide it by the mean time for tokens per second.</summary>
    [ParamsSource(nameof(TokenCounts))]
    public int TokenCount { get; set; }

    public static IEnumerable<int> TokenCounts() => [KazakhTokenizer.Default.Tokenize(Corpus.Load().Text).Length];

    [GlobalSetup]
    public void Setup()
    {
        _text = Corpus.Load().Text;
        _tokens = KazakhTokenizer.Default.Tokenize(_text);
        _sentences = KazakhSentenceSplitter.Default.Split(_text, _tokens);
        _given = [.. _sentences.Select(s => _tokens.AsSpan(s.FirstToken, s.TokenCount).ToArray().Select(t => t.Of(_text).ToString()).ToArray())];
    }

    [Benchmark(Description = "entities of running text")]
    public int Recognize()
    {
        List<Entity> entities = [];
        EntityModel.Default.Recognize(_text, _tokens, _sentences, entities);
        return entities.Count;
    }

    [Benchmark(Description = "tags of given tokens")]
    public int Tag()
    {
        int count = 0;
        foreach (string[] sentence in _given)
        {
            count += EntityModel.Default.Tag(sentence).Length;
        }

        return count;
    }
}
