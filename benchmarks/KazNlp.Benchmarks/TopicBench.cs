using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>What topics cost on top of tokens and lemmas, for articles of 250 words.</summary>
[MemoryDiagnoser]
public class TopicBench
{
    private const int WordsOfArticle = 250;
    private const int LongestWord = 48;

    private readonly float[] _probabilities = new float[TopicModel.Default.Labels.Length];
    private (string Text, Token[] Tokens)[] _articles = [];

    [GlobalSetup]
    public void Setup()
    {
        string text = Corpus.Load().Text;
        List<(string, Token[])> articles = [];
        int start = 0;
        int words = 0;
        foreach (Token token in KazakhTokenizer.Default.Enumerate(text))
        {
            words += token.Kind == TokenKind.Word ? 1 : 0;
            if (words == WordsOfArticle)
            {
                string article = text[start..token.End];
                articles.Add((article, KazakhTokenizer.Default.Tokenize(article)));
                (start, words) = (token.End, 0);
            }
        }

        _articles = articles.Count > 0 ? [.. articles] : [(text, KazakhTokenizer.Default.Tokenize(text))];
    }

    [Benchmark(Baseline = true, Description = "tokens and lemmas, uncached")]
    public int TokenizeAndLemmatize()
    {
        int length = 0;
        Span<char> lemma = stackalloc char[256];
        foreach ((string text, _) in _articles)
        {
            foreach (Token token in KazakhTokenizer.Default.Enumerate(text))
            {
                if (token.Kind == TokenKind.Word && token.Length < LongestWord && KazakhMorphology.Default.TryLemmatize(token.Of(text), lemma, out int written))
                {
                    length += written;
                }
            }
        }

        return length;
    }

    [Benchmark(Description = "topics of given tokens")]
    public float ScoreTopics()
    {
        float sum = 0;
        foreach ((string text, Token[] tokens) in _articles)
        {
            TopicModel.Default.Score([], [], text, tokens, _probabilities);
            sum += _probabilities[0];
        }

        return sum;
    }
}
