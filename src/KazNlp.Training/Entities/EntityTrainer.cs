namespace KazNlp;

/// <summary>Trains entity models. The same data, options and seed give the same bytes. Thread-safe: it holds only its options.</summary>
public sealed class EntityTrainer
{
    private readonly EntityTrainerOptions _options;
    private readonly WordKnowledge? _words;

    /// <summary>Makes a trainer.</summary>
    /// <param name="configure">Changes the default options; null keeps them.</param>
    /// <param name="words">What is known of words from raw text; null for what the embedded model knows.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public EntityTrainer(Func<EntityTrainerOptions, EntityTrainerOptions>? configure = null, WordKnowledge? words = null)
    {
        _words = words;
        _options = configure is null ? new EntityTrainerOptions() : configure(new EntityTrainerOptions());
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MinFeatureCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.LearningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.L2);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.FeatureDropout);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_options.FeatureDropout, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxModelBytes, 100_000);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="sets">The sentences to learn from; at least one of them has an entity.</param>
    /// <param name="development">Sentences that the model is measured on when it is done, and that its scores are calibrated on; never learned from. Null for none.</param>
    /// <param name="progress">Told how far the training is; null for no one.</param>
    /// <param name="command">The command line that the metadata quotes, or null.</param>
    /// <param name="cancellation">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The model as a pack of the kind <see cref="EntityModel.PackKind"/>, ready to be saved.</returns>
    /// <exception cref="ArgumentException">There is nothing to learn from, or there are more than 127 classes.</exception>
    public ModelPackBuilder Train(
        IReadOnlyList<EntityTrainingSet> sets,
        IReadOnlyList<ConllSentence>? development = null,
        IProgress<TrainingProgress>? progress = null,
        string? command = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        string[] classes = Classes(sets);
        WordKnowledge words = _words ?? WordKnowledge.Of();
        EntityTrainingSet[] augmented = [.. sets.Select(set => set with { Sentences = CaselessSentences.AddTo(set.Sentences, _options.CaselessShare, _options.Seed) })];
        var steps = new Steps(progress, _options);
        EntityExamples examples = EntityExamples.Extract(augmented, classes, words.Clusters, _options.MinFeatureCount, steps.Features, cancellation);
        if (_options.SelectionEpochs > 0)
        {
            EntityTrainerOptions selecting = _options with { Epochs = _options.SelectionEpochs };
            LearnedChain first = new ChainLearner(examples, classes.Length, selecting).Learn(steps.Selection, cancellation);
            examples = EntityPacker.Select(examples, first, words, _options);
        }

        LearnedChain chain = new ChainLearner(examples, classes.Length, _options).Learn(steps.Learning, cancellation);
        var packer = new EntityPacker(chain, classes, words, _options);
        packer.Describe(sets, command);
        if (development is not null)
        {
            packer.Measure(development);
        }

        progress?.Report(new TrainingProgress("done", 1));
        return packer.Build();
    }

    private static string[] Classes(IReadOnlyList<EntityTrainingSet> sets)
    {
        string[] classes = [.. sets.SelectMany(set => set.Sentences)
            .SelectMany(sentence => sentence.Tags ?? throw new ArgumentException("A training sentence has tags.", nameof(sets)))
            .Where(tag => tag != "O")
            .Select(tag => tag[2..])
            .Distinct()
            .Order(StringComparer.Ordinal)];
        return classes.Length is > 0 and <= 127
            ? classes
            : throw new ArgumentException($"The training data has {classes.Length} entity classes; a model has 1 to 127.", nameof(sets));
    }

    // Tells the listener how far the whole training is.
    private sealed class Steps(IProgress<TrainingProgress>? progress, EntityTrainerOptions options)
    {
        private const double FeaturesPart = 0.05;

        private readonly double _epochPart = (1 - FeaturesPart) / (options.SelectionEpochs + options.Epochs);

        public void Features(double part) => progress?.Report(new TrainingProgress("features", part * FeaturesPart));

        public void Selection(int epoch, double part, double? loss) =>
            progress?.Report(new TrainingProgress($"choosing features {epoch + 1} of {options.SelectionEpochs}", FeaturesPart + ((epoch + part) * _epochPart), loss));

        public void Learning(int epoch, double part, double? loss) =>
            progress?.Report(new TrainingProgress($"epoch {epoch + 1} of {options.Epochs}", FeaturesPart + ((options.SelectionEpochs + epoch + part) * _epochPart), loss));
    }
}
