using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Morphology of a whole text on one thread, with tokens and sentences given.</summary>
/// <remarks>
/// "Warm": every token of the text was met before, the cache is bounded all the same. "Uncached" finds, chooses and writes what it finds for every token anew.
/// </remarks>
public class MorphologyBench : TokenizedBench
{
    private static readonly KazakhMorphology Morphology = KazakhMorphology.Default;

    private static readonly NounInflection Form = new() { Number = GrammaticalNumber.Plural, Possessor = Possessor.FirstPlural, Case = Case.Ablative };

    private string[] _words = [];

    public override void Setup()
    {
        base.Setup();
        _words = [.. Tokens.Select(t => t.Of(Text).ToString())];
    }

    [Benchmark(Description = "TryLemmatize: best reading, uncached")]
    public int LemmatizeUncached()
    {
        int length = 0;
        Span<char> lemma = stackalloc char[256];
        foreach (Token token in Tokens)
        {
            length += Morphology.TryLemmatize(token.Of(Text), lemma, out int written) ? written : token.Length;
        }

        return length;
    }

    [Benchmark(Description = "Lemmatize: best reading, warm")]
    public int LemmatizeWarm()
    {
        int length = 0;
        foreach (Token token in Tokens)
        {
            length += Morphology.Lemmatize(token.Of(Text)).Length;
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
        foreach (Token token in Tokens)
        {
            readings += Morphology.Analyze(token.Of(Text)).Length;
        }

        return readings;
    }

    [Benchmark(Description = "Annotate: lemma, part of speech, features in context")]
    public int Annotate() => Morphology.Annotate(Text, Tokens, Sentences).Length;

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
