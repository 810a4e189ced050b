using Microsoft.ML;
using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>
/// Trains topic classifiers with ML.NET on any label set: maximum entropy over lemmas and their vectors, beside it naive Bayes over character n-grams, with
/// the weight of the two and their probabilities calibrated by cross-validation.
/// The same examples and options give the same model. Immutable and thread-safe; each training has its own <see cref="MLContext"/>.
/// </summary>
public sealed class KazakhTopicTrainer
{
    /// <summary>A label needs at least this many examples.</summary>
    public const int MinExamplesPerLabel = 5;

    private readonly TopicTrainerOptions _options;
    private readonly TopicFeatures _features = TopicFeatures.Default;

    /// <summary>A trainer.</summary>
    /// <param name="configure">Changes the default options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public KazakhTopicTrainer(Func<TopicTrainerOptions, TopicTrainerOptions>? configure = null)
    {
        _options = configure?.Invoke(new TopicTrainerOptions()) ?? new TopicTrainerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.L2Regularization, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MinFeatureCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxGrams);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.LogitAdjustment);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.LogitAdjustment, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.SecondLabelWeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.SecondLabelWeight, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Folds, 0);
        ArgumentOutOfRangeException.ThrowIfEqual(_options.Folds, 1);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="examples">The examples, in an order that stays the same when the model is to stay the same.</param>
    /// <param name="progress">Is told about each stage.</param>
    /// <param name="cancellation">Stops the training between two stages.</param>
    /// <exception cref="ArgumentNullException"><paramref name="examples"/> is null.</exception>
    /// <exception cref="ArgumentException">There is one label only, a label has fewer than <see cref="MinExamplesPerLabel"/> examples, or no text has a word; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public TrainedTopicModel Train(IReadOnlyList<TopicExample> examples, IProgress<TopicTrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        Check(examples);
        var steps = new Steps(progress, _options.Folds + 2, cancellation);
        steps.Start("features");
        var rows = TopicRows.Create(_features, examples);

        HeldOutScores[] held = [];
        if (_options.Folds > 0)
        {
            int[] folds = CrossValidation.Stratify(examples, _options.Folds, _options.Seed);
            held = PredictHeldOut(rows, folds, steps);
        }

        Calibration calibration = held.Length == 0 ? Calibration.Default : Calibrate(rows, held);
        steps.Start("final model");
        TopicFit fit = Fit(rows, [.. Enumerable.Range(0, examples.Count)]);
        steps.Finish();
        return TrainedTopicModel.Create(_features, rows.Labels, fit, calibration, _options, examples.Count, rows.ToPredictions(held, calibration));
    }

    /// <summary>Predicts each example with a model that was trained on the others: on other folds, or on other sources.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="configure">Changes what is held out.</param>
    /// <param name="progress">Is told about each stage.</param>
    /// <param name="cancellation">Stops the work between two folds.</param>
    /// <returns>One prediction an example, in their order; the scores are calibrated by the one temperature, and the one weight of n-grams, that fit all of them best.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="examples"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>; or all examples are of one source.</exception>
    public IReadOnlyList<TopicPrediction> CrossValidate(IReadOnlyList<TopicExample> examples, Func<TopicCrossValidationOptions, TopicCrossValidationOptions>? configure = null, IProgress<TopicTrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        Check(examples);
        TopicCrossValidationOptions options = configure?.Invoke(new TopicCrossValidationOptions()) ?? new TopicCrossValidationOptions();
        int[] folds = options.BySource ? CrossValidation.BySource(examples) : CrossValidation.Stratify(examples, Math.Max(2, _options.Folds), _options.Seed);
        if (folds.Max() == 0)
        {
            throw new ArgumentException("All examples are of one source; there is none to hold out.", nameof(examples));
        }

        var steps = new Steps(progress, folds.Max() + 2, cancellation);
        steps.Start("features");
        var rows = TopicRows.Create(options.KeepBoilerplate ? new TopicFeatures(_features.Vectors, keepBoilerplate: true) : _features, examples);
        HeldOutScores[] held = PredictHeldOut(rows, folds, steps);
        steps.Finish();
        return rows.ToPredictions(held, Calibrate(rows, held));
    }

    private Calibration Calibrate(TopicRows rows, HeldOutScores[] held) => Calibration.Fit(rows, held, hasGrams: _options.MaxGrams > 0);

    private HeldOutScores[] PredictHeldOut(TopicRows rows, int[] folds, Steps steps)
    {
        var held = new HeldOutScores[folds.Length];
        int count = folds.Max() + 1;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, fold =>
        {
            steps.Start($"fold {fold + 1} of {count}");
            int[] inside = [.. Enumerable.Range(0, folds.Length).Where(i => folds[i] != fold)];
            int[] outside = [.. Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold)];
            HeldOutScores[] scores = Fit(rows, inside).Score(rows, outside);
            for (int i = 0; i < outside.Length; i++)
            {
                held[outside[i]] = scores[i];
            }
        });
        return held;
    }

    private TopicFit Fit(TopicRows rows, int[] indices)
    {
        var ml = new MLContext(_options.Seed);
        IDataView data = rows.ToDataView(ml, indices, _options.SecondLabelWeight);
        IEstimator<ITransformer> trainer = _options.Optimizer switch
        {
            TopicOptimizer.Sdca => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new Microsoft.ML.Trainers.SdcaMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = TopicRows.LabelColumn,
                FeatureColumnName = TopicRows.FeatureColumn,
                ExampleWeightColumnName = TopicRows.WeightColumn,
                L1Regularization = 0,
                L2Regularization = _options.L2Regularization / indices.Length,
                MaximumNumberOfIterations = _options.MaxIterations,
                NumberOfThreads = 1,
            }),
            _ => ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new Microsoft.ML.Trainers.LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = TopicRows.LabelColumn,
                FeatureColumnName = TopicRows.FeatureColumn,
                ExampleWeightColumnName = TopicRows.WeightColumn,
                L1Regularization = 0,
                L2Regularization = _options.L2Regularization,
                MaximumNumberOfIterations = _options.MaxIterations,
                NumberOfThreads = 1,
            }),
        };

        var select = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnCount(TopicRows.FeatureColumn, count: _options.MinFeatureCount);
        ITransformer selection = select.Fit(rows.ToDataView(ml, indices, secondLabelWeight: 0));
        IDataView selected = ml.Data.Cache(selection.Transform(data));
        var model = (MulticlassPredictionTransformer<Microsoft.ML.Trainers.MaximumEntropyModelParameters>)trainer.Fit(selected);
        return new TopicFit(ml, selection, model, AdjustLogits(rows, indices), _options.MaxGrams > 0 ? GramModel.Fit(rows, indices, _options.MaxGrams) : null);
    }

    private float[] AdjustLogits(TopicRows rows, int[] indices)
    {
        float[] counts = new float[rows.Labels.Length];
        foreach (int i in indices)
        {
            counts[rows.LabelIndices[i]]++;
        }

        // A label without examples, as when its only source is held out, counts as if it had one.
        return [.. counts.Select(count => -_options.LogitAdjustment * MathF.Log(Math.Max(1, count) / indices.Length))];
    }

    private static void Check(IReadOnlyList<TopicExample> examples)
    {
        if (examples.Count == 0)
        {
            throw new ArgumentException("There are no examples.", nameof(examples));
        }

        if (examples.All(example => string.IsNullOrWhiteSpace(example.Text) && string.IsNullOrWhiteSpace(example.Title)))
        {
            throw new ArgumentException("The text of every example is empty; is the right column named 'text'?", nameof(examples));
        }

        List<IGrouping<string, TopicExample>> labels = [.. examples.GroupBy(example => example.Label, StringComparer.Ordinal)];
        if (labels.Count == 1)
        {
            throw new ArgumentException($"All examples have the one label '{labels[0].Key}'; a classifier needs at least two.", nameof(examples));
        }

        string[] small = [.. labels.Where(group => group.Count() < MinExamplesPerLabel).Select(group => $"'{group.Key}' ({group.Count()})").Order(StringComparer.Ordinal)];
        if (small.Length > 0)
        {
            throw new ArgumentException($"Each label needs at least {MinExamplesPerLabel} examples; too few have {string.Join(", ", small)}. Add examples, or merge or drop these labels.", nameof(examples));
        }
    }

    private sealed class Steps(IProgress<TopicTrainingProgress>? progress, int count, CancellationToken cancellation)
    {
        private int _done;

        public void Start(string stage)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new TopicTrainingProgress(stage, (double)(Interlocked.Increment(ref _done) - 1) / count));
        }

        public void Finish() => progress?.Report(new TopicTrainingProgress("done", 1));
    }
}
