using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>What topics cost on top of tokens and lemmas, for a whole corpus of articles.</summary>
[MemoryDiagnoser]
public class TopicBench
{
    private readonly string _text = Corpus.Load().Text;
    private readonly float[] _probabilities = new float[TopicModel.Default.Labels.Length];
    private Token[] _tokens = [];

    [GlobalSetup]
    public void Setup() => _tokens = KazakhTokenizer.Default.Tokenize(_text);

    [Benchmark(Baseline = true)]
    public int TokenizeAndLemmatize()
    {
        int length = 0;
        Span<char> lemma = stackalloc char[64];
        foreach (Token token in KazakhTokenizer.Default.Enumerate(_text))
        {
            if (token.Kind == TokenKind.Word && token.Length < 48 && KazakhMorphology.Default.TryLemmatize(token.Of(_text), lemma, out int written))
            {
                length += written;
            }
        }

        return length;
    }

    [Benchmark]
    public float ScoreTopics()
    {
        TopicModel.Default.Score([], [], _text, _tokens, _probabilities);
        return _probabilities[0];
    }
}
