using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Morphology of a whole text on one thread, with tokens and sentences given. Divide <see cref="TokenCount"/> by a mean time for tokens per second.</summary>
/// <remarks>
/// "Warm": every token of the text was met before, the cache is bounded all the same. "Uncached" finds, chooses and writes what it finds for every token anew.
/// </remarks>
[MemoryDiagnoser]
public class MorphologyBench
{
    private static readonly KazakhMorphology Morphology = KazakhMorphology.Default;

    private static readonly NounInflection Form = new() { Number = GrammaticalNumber.Plural, Possessor = Possessor.FirstPlural, Case = Case.Ablative };

    private string _text = string.Empty;
    private string[] _words = [];
    private Token[] _tokens = [];
    private Sentence[] _sentences = [];

    /// <summary>Number of tokens of the text.</summary>
    [ParamsSource(nameof(TokenCounts))]
    public int TokenCount { get; set; }

    public static IEnumerable<int> TokenCounts() => [KazakhTokenizer.Default.Tokenize(Corpus.Load().Text).Length];

    [GlobalSetup]
    public void Setup()
    {
        _text = Corpus.Load().Text;
        _tokens = KazakhTokenizer.Default.Tokenize(_text);
        _sentences = KazakhSentenceSplitter.Default.Split(_text, _tokens);
        _words = [.. _tokens.Select(t => t.Of(_text).ToString())];
    }

    [Benchmark(Description = "TryLemmatize: best reading, uncached")]
    public int LemmatizeUncached()
    {
        int length = 0;
        Span<char> lemma = stackalloc char[256];
        foreach (Token token in _tokens)
        {
            length += Morphology.TryLemmatize(token.Of(_text), lemma, out int written) ? written : token.Length;
        }

        return length;
    }

    [Benchmark(Description = "Lemmatize: best reading, warm")]
    public int LemmatizeWarm()
    {
        int length = 0;
        foreach (Token token in _tokens)
        {
            length += Morphology.Lemmatize(token.Of(_text)).Length;
        }

        return length;
    }

    [Benchmark(Description = "Analyze: all readings as objects, uncached")]
    public int AnalyzeUncached()
    {
        int readings = 0;
        foreach (string word in _words)
        {
            readings += Morphology.AnalyzeAnew(word).Length;
        }

        return readings;
    }

    [Benchmark(Description = "Analyze: all readings as objects, warm")]
    public int AnalyzeWarm()
    {
        int readings = 0;
        foreach (Token token in _tokens)
        {
            readings += Morphology.Analyze(token.Of(_text)).Length;
        }

        return readings;
    }

    [Benchmark(Description = "Annotate: lemma, part of speech, features in context")]
    public int Annotate() => Morphology.Annotate(_text, _tokens, _sentences).Length;

    [Benchmark(Description = "TryInflect: plural, possessor and case of every word")]
    public int Inflect()
    {
        int forms = 0;
        foreach (string word in _words)
        {
            forms += Morphology.TryInflect(word, Form, out _) ? 1 : 0;
        }

        return forms;
    }
}
