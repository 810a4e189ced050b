using System.Collections.Immutable;

namespace KazNlp;

/// <summary>How well a model finds entities: exact span and class. Immutable and thread-safe.</summary>
public sealed class EntityEvaluation
{
    private readonly ImmutableArray<EntityCounts> _counts;
    private readonly Lazy<(double Low, double High)> _f1Interval;

    private EntityEvaluation(ImmutableArray<EntityScore> classes, EntityScore seen, EntityScore unseen, int tokens, int wrongTokens, ImmutableArray<EntityCounts> counts, double calibrationError)
    {
        _counts = counts;
        _f1Interval = new(() => EntitySignificance.F1Interval(counts.AsSpan()));
        Seen = seen;
        Unseen = unseen;
        Classes = classes;
        Tokens = tokens;
        WrongTokens = wrongTokens;
        Sentences = counts.Length;
        CalibrationError = calibrationError;
        Micro = new EntityScore("micro", classes.Sum(c => c.Gold), classes.Sum(c => c.Predicted), classes.Sum(c => c.Correct));
    }

    /// <summary>A row a class that was annotated or found, in alphabetical order.</summary>
    public ImmutableArray<EntityScore> Classes { get; }

    /// <summary>All classes together.</summary>
    public EntityScore Micro { get; }

    /// <summary>The entities whose words stand as an entity of the class in the data that the comparison was given; all zero when it was given none.</summary>
    public EntityScore Seen { get; }

    /// <summary>The other entities; all zero when the comparison was given no data.</summary>
    public EntityScore Unseen { get; }

    /// <summary>The mean of the precision of the classes that were annotated or found.</summary>
    public double MacroPrecision => Classes.IsEmpty ? 0 : Classes.Average(c => c.Precision);

    /// <summary>The mean of the recall of the classes that were annotated or found.</summary>
    public double MacroRecall => Classes.IsEmpty ? 0 : Classes.Average(c => c.Recall);

    /// <summary>The mean of the F1 of the classes that were annotated or found.</summary>
    public double MacroF1 => Classes.IsEmpty ? 0 : Classes.Average(c => c.F1);

    /// <summary>The 95 % interval of the micro F1 over test sets like this one: percentile bootstrap over its sentences, 1,000 samples, fixed seed. Computed when it is first read.</summary>
    public (double Low, double High) F1Interval => _f1Interval.Value;

    /// <summary>Number of sentences.</summary>
    public int Sentences { get; }

    /// <summary>Number of tokens.</summary>
    public int Tokens { get; }

    /// <summary>Number of tokens with a wrong tag.</summary>
    public int WrongTokens { get; }

    /// <summary>Wrong tags per 1,000 tokens.</summary>
    public double ErrorsPerThousandTokens => Tokens == 0 ? 0 : 1000.0 * WrongTokens / Tokens;

    /// <summary>The expected calibration error of the scores over ten bins, 0 to 1; 0 when nothing was found.</summary>
    public double CalibrationError { get; }

    /// <summary>Tags the given tokens of each sentence and compares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="sentences">Sentences with tags.</param>
    /// <param name="training">Sentences with tags that the model was trained on, to part names that were seen from others; null not to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="sentences"/> is null.</exception>
    /// <exception cref="ArgumentException">A sentence has no tags.</exception>
    public static EntityEvaluation Run(EntityModel model, IEnumerable<ConllSentence> sentences, IEnumerable<ConllSentence>? training = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sentences);
        var counter = new Counter(training);
        foreach (ConllSentence sentence in sentences)
        {
            counter.Add(sentence, Gold(sentence), Find(model, sentence.Tokens));
        }

        return counter.Result();
    }

    /// <summary>
    /// Writes each sentence as people write text, splits it into tokens and sentences again, and compares the entities that are found there by their characters.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="sentences">Sentences with tags. Decimals, clock times and quotes that annotated text sets apart are written together.</param>
    /// <param name="training">As for <see cref="Run"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="sentences"/> is null.</exception>
    /// <exception cref="ArgumentException">A sentence has no tags.</exception>
    public static EntityEvaluation RunRaw(EntityModel model, IEnumerable<ConllSentence> sentences, IEnumerable<ConllSentence>? training = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sentences);
        var counter = new Counter(training);
        List<Entity> entities = [];
        foreach (ConllSentence sentence in sentences)
        {
            List<EntitySpan> gold = Gold(sentence);
            (string text, int[] starts) = ConllText.Join(sentence);
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            entities.Clear();
            model.Recognize(text, tokens, KazakhSentenceSplitter.Default.Split(text, tokens), entities);
            counter.Add(sentence, gold, [.. entities.Select(entity => (ToTokens(entity, sentence, starts), entity.Score))]);
        }

        return counter.Result();
    }

    // An entity whose ends are no token's ends is wrong, and says so with an empty span.
    private static EntitySpan ToTokens(Entity entity, ConllSentence sentence, int[] starts)
    {
        int first = Array.BinarySearch(starts, entity.Start);
        int last = first;
        while (last >= 0 && last + 1 < starts.Length && starts[last + 1] < entity.End)
        {
            last++;
        }

        return first >= 0 && starts[last] + sentence.Tokens[last].Length == entity.End
            ? new EntitySpan(first, last - first + 1, entity.Type.Name)
            : new EntitySpan(0, 0, entity.Type.Name);
    }

    /// <summary>Compares the tags that another system gave to the same tokens.</summary>
    /// <param name="gold">Sentences with the right tags.</param>
    /// <param name="predicted">The same sentences with the tags of the system.</param>
    /// <param name="training">As for <see cref="Run"/>.</param>
    /// <exception cref="ArgumentException">The sentences are not the same, or one has no tags; the message says which.</exception>
    /// <remarks>Tags have no scores, so there is no <see cref="CalibrationError"/>.</remarks>
    public static EntityEvaluation OfTags(IEnumerable<ConllSentence> gold, IEnumerable<ConllSentence> predicted, IEnumerable<ConllSentence>? training = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var counter = new Counter(training);
        using IEnumerator<ConllSentence> answers = predicted.GetEnumerator();
        int number = 0;
        foreach (ConllSentence sentence in gold)
        {
            number++;
            if (!answers.MoveNext())
            {
                throw new ArgumentException($"{number - 1:N0} sentences where the annotation has more.", nameof(predicted));
            }

            if (!sentence.Tokens.SequenceEqual(answers.Current.Tokens))
            {
                throw new ArgumentException($"Sentence {number:N0} (line {answers.Current.Line:N0}) has other tokens than that of the annotation (line {sentence.Line:N0}).", nameof(predicted));
            }

            counter.Add(sentence, Gold(sentence), [.. Gold(answers.Current).Select(span => (span, double.NaN))]);
        }

        return answers.MoveNext() ? throw new ArgumentException($"More than the {number:N0} sentences of the annotation.", nameof(predicted)) : counter.Result();
    }

    /// <summary>
    /// The two-sided p-value of the difference in micro F1 between two systems on the same sentences, by approximate randomization with 10,000 shuffles (Yeh, COLING 2000); fixed seed.
    /// </summary>
    /// <param name="other">The evaluation of the other system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">It has another number of sentences.</exception>
    public double PValueAgainst(EntityEvaluation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Sentences == Sentences
            ? EntitySignificance.PValue(_counts.AsSpan(), other._counts.AsSpan())
            : throw new ArgumentException($"{other.Sentences:N0} sentences where there are {Sentences:N0}.", nameof(other));
    }

    private static List<EntitySpan> Gold(ConllSentence sentence) =>
        EntityTags.Spans(sentence.Tags ?? throw new ArgumentException("A sentence to evaluate on has tags.", nameof(sentence)));

    /// <summary>The entities of given tokens, with their scores.</summary>
    internal static List<(EntitySpan Span, double Score)> Find(EntityModel model, IReadOnlyList<string> tokens) =>
        [.. model.FindMentions(tokens).Select(mention => (new EntitySpan(mention.FirstToken, mention.TokenCount, model.Classes[mention.Type].Name), (double)mention.Score))];

    private static int WrongTags(int count, List<EntitySpan> gold, List<(EntitySpan Span, double Score)> found)
    {
        string?[] tags = new string?[count];
        foreach (EntitySpan span in gold)
        {
            Write(span, tags);
        }

        string?[] foundTags = new string?[count];
        foreach ((EntitySpan span, _) in found)
        {
            Write(span, foundTags);
        }

        return tags.Zip(foundTags).Count(pair => pair.First != pair.Second);

        static void Write(EntitySpan span, string?[] into)
        {
            for (int i = 0; i < span.Count; i++)
            {
                into[span.Start + i] = (i == 0 ? "B-" : "I-") + span.Type;
            }
        }
    }

    private sealed class Counter
    {
        private readonly SortedDictionary<string, EntityScore> _classes = new(StringComparer.Ordinal);
        private readonly List<(double, bool)> _scores = [];
        private int _tokens;
        private int _wrongTokens;
        private readonly HashSet<(string, string)>? _names;
        private EntityScore _seen = new("seen", 0, 0, 0);
        private EntityScore _unseen = new("unseen", 0, 0, 0);
        private readonly ImmutableArray<EntityCounts>.Builder _counts = ImmutableArray.CreateBuilder<EntityCounts>();

        public Counter(IEnumerable<ConllSentence>? training) =>
            _names = training?.SelectMany(sentence => Gold(sentence).Select(span => NameOf(sentence, span))).ToHashSet();

        public void Add(ConllSentence sentence, List<EntitySpan> gold, List<(EntitySpan Span, double Score)> found)
        {
            HashSet<EntitySpan> goldSet = [.. gold];
            _tokens += sentence.Tokens.Count;
            _wrongTokens += WrongTags(sentence.Tokens.Count, gold, found);
            foreach (EntitySpan span in gold)
            {
                Count(sentence, span, 1, 0, 0);
            }

            int correct = 0;
            foreach ((EntitySpan span, double score) in found)
            {
                bool right = goldSet.Contains(span);
                correct += right ? 1 : 0;
                Count(sentence, span, 0, 1, right ? 1 : 0);
                if (!double.IsNaN(score))
                {
                    _scores.Add((score, right));
                }
            }

            _counts.Add(new EntityCounts(gold.Count, found.Count, correct));
        }

        public EntityEvaluation Result() =>
            new([.. _classes.Values], _seen, _unseen, _tokens, _wrongTokens, _counts.ToImmutable(), _scores.Count == 0 ? 0 : EntityCalibration.ExpectedError(_scores));

        private static (string, string) NameOf(ConllSentence sentence, EntitySpan span) =>
            (span.Type, string.Join(' ', sentence.Tokens.Skip(span.Start).Take(span.Count)).ToLowerInvariant());

        private static EntityScore Plus(EntityScore score, int gold, int predicted, int correct) =>
            new(score.Label, score.Gold + gold, score.Predicted + predicted, score.Correct + correct);

        private void Count(ConllSentence sentence, EntitySpan span, int gold, int predicted, int correct)
        {
            _classes[span.Type] = Plus(_classes.GetValueOrDefault(span.Type, new EntityScore(span.Type, 0, 0, 0)), gold, predicted, correct);
            if (_names is not null)
            {
                ref EntityScore part = ref _names.Contains(NameOf(sentence, span)) ? ref _seen : ref _unseen;
                part = Plus(part, gold, predicted, correct);
            }
        }
    }
}
