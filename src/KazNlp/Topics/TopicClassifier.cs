using System.Collections.Immutable;

namespace KazNlp;

/// <summary>Tells what a text is about. Immutable and thread-safe.</summary>
/// <remarks>
/// The answer is never empty. <see cref="TopicScore.None"/> stands alone when the model says so (menus, advertisements, texts in another language),
/// when no topic reaches <see cref="TopicOptions.NoneBelow"/>, and when there is no word to judge by.
/// </remarks>
public sealed partial class TopicClassifier
{
    private static readonly Lazy<TopicClassifier> LazyDefault = new(() => new TopicClassifier());

    private readonly TopicOptions _options;

    /// <summary>A classifier over a model.</summary>
    /// <param name="model">The model; null for <see cref="TopicModel.Default"/>.</param>
    /// <param name="configure">Changes the default options.</param>
    public TopicClassifier(TopicModel? model = null, Func<TopicOptions, TopicOptions>? configure = null)
    {
        Model = model ?? TopicModel.Default;
        _options = configure?.Invoke(new TopicOptions()) ?? new TopicOptions();
    }

    /// <summary>The classifier of the seventeen IPTC Media Topics with default options.</summary>
    public static TopicClassifier Default => LazyDefault.Value;

    /// <summary>The model.</summary>
    public TopicModel Model { get; }

    /// <summary>Classifies a text.</summary>
    /// <param name="text">The text; without a <paramref name="title"/>, a first line that is a heading serves as one.</param>
    /// <param name="title">The title, or null.</param>
    /// <returns>The topics, best first; never empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<TopicScore> Classify(string text, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Classify(title, Tokenize(title), text, Tokenize(text));
    }

    /// <summary>Classifies a text whose tokens are known.</summary>
    /// <param name="title">The title, or nothing.</param>
    /// <param name="titleTokens">The title's tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <returns>The topics, best first; never empty.</returns>
    public ImmutableArray<TopicScore> Classify(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        const int MaxOnStack = 256;
        int count = Model.Labels.Length;
        Span<float> probabilities = count <= MaxOnStack ? stackalloc float[count] : new float[count];
        return Model.Score(title, titleTokens, text, tokens, probabilities) == 0 ? [new TopicScore(TopicScore.None, null, 1)] : Select(probabilities);
    }

    /// <summary>Tells which words spoke for a topic.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The title, or null.</param>
    /// <param name="label">The topic to explain; null for the best one.</param>
    /// <returns>The words, the strongest first; empty when the text has no word that counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The model has no such label.</exception>
    public ImmutableArray<TopicEvidence> Explain(string text, string? title = null, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Explain(title, Tokenize(title), text, Tokenize(text), label);
    }

    /// <summary>Tells which words of a text whose tokens are known spoke for a topic.</summary>
    /// <param name="title">The title, or nothing.</param>
    /// <param name="titleTokens">The title's tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="label">The topic to explain; null for the best one.</param>
    /// <returns>The words, the strongest first; empty when the text has no word that counts.</returns>
    /// <exception cref="ArgumentException">The model has no such label.</exception>
    public ImmutableArray<TopicEvidence> Explain(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, string? label = null)
    {
        int index = label is null ? FindBest(title, titleTokens, text, tokens) : Model.Labels.IndexOf(label);
        if (index < 0)
        {
            throw new ArgumentException($"The model has no label '{label}'; it has {string.Join(", ", Model.Labels)}.", nameof(label));
        }

        List<TopicEvidence> evidence = Model.Explain(title, titleTokens, text, tokens, index);
        return [.. evidence.OrderByDescending(word => word.Weight)];
    }

    private int FindBest(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        float[] probabilities = new float[Model.Labels.Length];
        Model.Score(title, titleTokens, text, tokens, probabilities);
        return Greatest.IndexOf(probabilities);
    }

    private ImmutableArray<TopicScore> Select(ReadOnlySpan<float> probabilities)
    {
        int best = Greatest.IndexOf(probabilities);
        if (probabilities[best] < _options.NoneBelow)
        {
            return [new TopicScore(TopicScore.None, null, 1 - probabilities[best])];
        }

        if (Model.Labels[best] == TopicScore.None)
        {
            return [ScoreOf(best, probabilities)];
        }

        ImmutableArray<TopicScore>.Builder topics = ImmutableArray.CreateBuilder<TopicScore>();
        topics.Add(ScoreOf(best, probabilities));
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (i != best && probabilities[i] >= _options.MinSecondScore && Model.Labels[i] != TopicScore.None)
            {
                topics.Add(ScoreOf(i, probabilities));
            }
        }

        topics.Sort((left, right) => right.Score.CompareTo(left.Score));
        return topics.DrainToImmutable();
    }

    private TopicScore ScoreOf(int label, ReadOnlySpan<float> probabilities) => new(Model.Labels[label], Model.GetCode(label), probabilities[label]);

    private static Token[] Tokenize(string? text) => text is null ? [] : KazakhTokenizer.Default.Tokenize(text);
}
