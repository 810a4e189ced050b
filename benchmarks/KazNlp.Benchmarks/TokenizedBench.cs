using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Benchmarks of one stage, with the corpus' tokens and sentences given. Divide <see cref="TokenCount"/> by a mean time for tokens per second.</summary>
[MemoryDiagnoser]
public abstract class TokenizedBench
{
    /// <summary>Number of tokens of the text.</summary>
    [ParamsSource(nameof(TokenCounts))]
    public int TokenCount { get; set; }

    protected string Text { get; private set; } = string.Empty;

    protected Token[] Tokens { get; private set; } = [];

    protected Sentence[] Sentences { get; private set; } = [];

    public static IEnumerable<int> TokenCounts() => [KazakhTokenizer.Default.Tokenize(Corpus.Load().Text).Length];

    [GlobalSetup]
    public virtual void Setup()
    {
        Text = Corpus.Load().Text;
        Tokens = KazakhTokenizer.Default.Tokenize(Text);
        Sentences = KazakhSentenceSplitter.Default.Split(Text, Tokens);
    }
}
