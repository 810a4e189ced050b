namespace KazNlp;

/// <summary>Trains entity models. The same data, options and seed give the same bytes. Thread-safe: it holds only its options.</summary>
public sealed class EntityTrainer
{
    // How far a training is when the first of two models begins to label raw text, and when the second is begun.
    private const double SelfLabelling = 0.45;
    private const double Relearning = 0.5;

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
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MinFeatureCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.LearningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.L2);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.FeatureDropout);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_options.FeatureDropout, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxModelBytes, 100_000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.SelfLabelledWeight);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="sets">The sentences to learn from; at least one of them has an entity.</param>
    /// <param name="development">Sentences that the model is measured on when it is done, and that its scores are calibrated on; never learned from. Null for none.</param>
    /// <param name="progress">Told how far the training is; null for no one.</param>
    /// <param name="command">The command line that the metadata quotes, or null.</param>
    /// <param name="unlabelled">Raw text, a paragraph or sentence a line: a first model labels it, and the second, which is the result, also learns from
    /// the sentences that the first was sure of and that hold new names. Null for none.</param>
    /// <param name="cancellation">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The model as a pack of the kind <see cref="EntityModel.PackKind"/>, ready to be saved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sets"/> is null.</exception>
    /// <exception cref="ArgumentException">There is nothing to learn from, or there are more than 127 classes.</exception>
    public ModelPackBuilder Train(
        IReadOnlyList<EntityTrainingSet> sets,
        IReadOnlyList<ConllSentence>? development = null,
        IProgress<TrainingProgress>? progress = null,
        string? command = null,
        IReadOnlyList<string>? unlabelled = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        string[] classes = Classes(sets);
        WordKnowledge words = _words ?? WordKnowledge.Of();
        if (unlabelled is { Count: > 0 })
        {
            LearnedChain teacher = Learn(sets, classes, words, new Steps(progress, _options, 0, SelfLabelling), cancellation);
            EntityModel model = new EntityPacker(teacher, classes, words, _options).Model();
            List<ConllSentence> labelled = new SelfLabelledSentences(sets, _options).Choose(
                model,
                unlabelled,
                part => progress?.Report(new TrainingProgress("labelling raw text", SelfLabelling + (part * (Relearning - SelfLabelling)))),
                cancellation);
            sets = [.. sets, new EntityTrainingSet("raw text that it labelled itself", labelled, _options.SelfLabelledWeight)];
        }

        LearnedChain chain = Learn(sets, classes, words, new Steps(progress, _options, unlabelled is { Count: > 0 } ? Relearning : 0, 1), cancellation);
        var packer = new EntityPacker(chain, classes, words, _options);
        packer.Describe(sets, command);
        if (development is not null)
        {
            packer.Measure(development);
        }

        progress?.Report(new TrainingProgress("done", 1));
        return packer.Build();
    }

    private LearnedChain Learn(IReadOnlyList<EntityTrainingSet> sets, string[] classes, WordKnowledge words, Steps steps, CancellationToken cancellation)
    {
        EntityTrainingSet[] augmented = [.. sets.Select(set => set with { Sentences = CaselessSentences.AddTo(set.Sentences, _options.CaselessShare, _options.Seed) })];
        EntityExamples examples = EntityExamples.Extract(augmented, classes, words.Clusters, _options.MinFeatureCount, steps.Features, cancellation);
        if (_options.SelectionEpochs > 0)
        {
            EntityTrainerOptions selecting = _options with { Epochs = _options.SelectionEpochs };
            LearnedChain first = new ChainLearner(examples, classes.Length, selecting).Learn(steps.Selection, cancellation);
            examples = EntityPacker.Select(examples, first, words, _options);
        }

        if (sets.Any(set => set.HasOwnConventions))
        {
            examples = examples.WithOwnConventions(_options.MinOwnFeatureCount);
        }

        return LearnAverage(examples, classes.Length, steps, cancellation);
    }

    // Scores are linear in the weights, so the average of weights over one set of features scores as the average of the models does.
    private LearnedChain LearnAverage(EntityExamples examples, int classes, Steps steps, CancellationToken cancellation)
    {
        var average = new LearnedChain(examples.FeatureHashes, classes);
        for (int first = 0; first < _options.Seeds; first += Environment.ProcessorCount)
        {
            int start = first;
            var learned = new LearnedChain[Math.Min(Environment.ProcessorCount, _options.Seeds - start)];
            Parallel.For(0, learned.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            {
                EntityTrainerOptions options = _options with { Seed = _options.Seed + start + i };
                Action<int, double, double?> progress = i == 0 ? steps.Learning(start) : (_, _, _) => { };
                learned[i] = new ChainLearner(examples, classes, options).Learn(progress, cancellation);
            });

            // In the order of the seeds, for sums of floating-point numbers depend on it.
            foreach (LearnedChain chain in learned)
            {
                average.Add(chain);
            }
        }

        average.Divide(_options.Seeds);
        return average;
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

    // Tells the listener how far the whole training is, of which this one goes from one part to another.
    private sealed class Steps(IProgress<TrainingProgress>? progress, EntityTrainerOptions options, double start, double end)
    {
        private const double FeaturesPart = 0.05;

        private readonly double _epochPart = (1 - FeaturesPart) / (options.SelectionEpochs + (options.Epochs * options.Seeds));

        public void Features(double part) => Report("features", part * FeaturesPart, null);

        public void Selection(int epoch, double part, double? loss) =>
            Report($"choosing features {epoch + 1} of {options.SelectionEpochs}", FeaturesPart + ((epoch + part) * _epochPart), loss);

        // The first of the trainings that run at once speaks for all of them.
        public Action<int, double, double?> Learning(int training) => (epoch, part, loss) =>
        {
            string which = options.Seeds == 1 ? string.Empty : $"training {training + 1} of {options.Seeds}, ";
            double epochs = options.SelectionEpochs + (training * options.Epochs) + epoch + part;
            Report($"{which}epoch {epoch + 1} of {options.Epochs}", FeaturesPart + (epochs * _epochPart), loss);
        };

        private void Report(string stage, double part, double? loss) => progress?.Report(new TrainingProgress(stage, start + (part * (end - start)), loss));
    }
}
