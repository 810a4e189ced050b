using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Analyses Kazakh text: tokens, sentences, morphology, entities, topics. Immutable and thread-safe: make one and share it, over as many threads as there are.
/// </summary>
/// <remarks>
/// The embedded models are opened when a pipeline first needs them. Any text is accepted; time is linear in its length.
/// One text is analysed by one thread, but for the first one of a pipeline: what that costs is opening models and compiling code, and the stages do it
/// side by side on the threads of the pool.
/// </remarks>
public sealed class KazakhPipeline
{
    private static readonly Lazy<KazakhPipeline> LazyDefault = new(() => Create(new PipelineOptions()));

    private readonly KazakhTokenizer _tokenizer = KazakhTokenizer.Default;
    private readonly KazakhSentenceSplitter _splitter = KazakhSentenceSplitter.Default;
    private readonly EntityModel? _entities;
    private readonly UserEntities? _users;
    private readonly Task<TopicClassifier>? _topics;
    private readonly Task<KazakhMorphology>? _morphology;
    private int _isUsed;

    private KazakhPipeline(PipelineOptions options)
    {
        Options = options;
        _morphology = options.Morphology ? StartTask(static () => KazakhMorphology.Default) : null;
        _topics = options.Topics ? StartTask(() => new TopicClassifier(options.TopicModel)) : null;
        if (options.Entities && Environment.ProcessorCount > 1)
        {
            // Nearly every text has a date, and what reads dates is a quarter of the code that finds entities: compiled meanwhile.
            _ = Task.Run(static () => EntityValues.Read("2024 жылғы 5 наурызда", EntityType.Date, null));
        }

        _entities = options.Entities ? options.EntityModel ?? EntityModel.Default : null;
        _users = _entities is null ? null : UserEntities.Create(options.Gazetteers, options.Rules, _entities);
    }

    /// <summary>The pipeline with every stage and the embedded models.</summary>
    public static KazakhPipeline Default => LazyDefault.Value;

    /// <summary>What this pipeline computes.</summary>
    public PipelineOptions Options { get; }

    /// <summary>A pipeline with changed options: <c>KazakhPipeline.Create(o => o with { Topics = false })</c>.</summary>
    /// <param name="configure">Takes the default options and returns those wanted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null, or returns null.</exception>
    public static KazakhPipeline Create(Func<PipelineOptions, PipelineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Create(configure(new PipelineOptions()));
    }

    /// <summary>A pipeline with these options.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static KazakhPipeline Create(PipelineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new KazakhPipeline(options);
    }

    /// <summary>Analyses a text.</summary>
    /// <param name="text">The text; offsets of the result point into it.</param>
    /// <param name="title">
    /// The title, when it stands apart from the text. It counts for the topics, and its entities are <see cref="Document.TitleEntities"/>.
    /// </param>
    /// <param name="referenceDate">The day that relative dates of this text count from, as a rule the day of publication; null for <see cref="PipelineOptions.ReferenceDate"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A pattern of <see cref="PipelineOptions.Rules"/> took longer than its own limit.</exception>
    public Document Analyze(string text, string? title = null, DateOnly? referenceDate = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        referenceDate ??= Options.ReferenceDate;
        (Token[] tokens, Sentence[] sentences) = _splitter.Split(text, wantsTokens: true);
        Token[] titleTokens = title is null ? [] : _tokenizer.Tokenize(title);

        bool isFirst = Interlocked.Exchange(ref _isUsed, 1) == 0;
        Task<ImmutableArray<TokenMorphology>>? morphology = isFirst ? StartAnnotate(text, tokens, sentences) : null;
        Task<ImmutableArray<TopicScore>>? topics = isFirst ? StartClassify(title, titleTokens, text, tokens) : null;
        ImmutableArray<Entity> entities = _entities is null ? [] : Recognize(text, tokens, sentences, referenceDate);

        return new Document(text, title)
        {
            Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens),
            TitleTokens = ImmutableCollectionsMarshal.AsImmutableArray(titleTokens),
            Sentences = ImmutableCollectionsMarshal.AsImmutableArray(sentences),
            Morphology = morphology is null ? Annotate(text, tokens, sentences) : morphology.GetAwaiter().GetResult(),
            Entities = entities,
            EntityGroups = EntityGrouping.Groups(entities),
            Roles = _entities is null ? [] : _entities.FindRoles(text, sentences, entities.AsSpan()),
            TitleEntities = _entities is null || title is null ? [] : Recognize(title, titleTokens, _splitter.Split(title, titleTokens), referenceDate),
            Topics = topics is null ? Classify(title, titleTokens, text, tokens) : topics.GetAwaiter().GetResult(),
        };
    }

    // Beside the caller's thread where there is another one. Whoever waits for a task that no thread has begun runs it himself, so a busy pool holds up nothing.
    private static Task<T> StartTask<T>(Func<T> work) =>
        Environment.ProcessorCount > 1 ? Task.Run(work) : Task.FromResult(work());

    private Task<ImmutableArray<TokenMorphology>> StartAnnotate(string text, Token[] tokens, Sentence[] sentences) => StartTask(() => Annotate(text, tokens, sentences));

    private Task<ImmutableArray<TopicScore>> StartClassify(string? title, Token[] titleTokens, string text, Token[] tokens) => StartTask(() => Classify(title, titleTokens, text, tokens));

    private ImmutableArray<TokenMorphology> Annotate(string text, Token[] tokens, Sentence[] sentences) =>
        _morphology is null ? [] : _morphology.GetAwaiter().GetResult().Annotate(text, tokens, sentences);

    private ImmutableArray<TopicScore> Classify(string? title, Token[] titleTokens, string text, Token[] tokens) =>
        _topics is null ? [] : _topics.GetAwaiter().GetResult().Classify(title, titleTokens, text, tokens);

    private ImmutableArray<Entity> Recognize(string text, Token[] tokens, Sentence[] sentences, DateOnly? referenceDate)
    {
        var entities = new List<Entity>();
        _entities!.Recognize(text, tokens, sentences, entities, _users, referenceDate);
        return [.. entities];
    }
}
