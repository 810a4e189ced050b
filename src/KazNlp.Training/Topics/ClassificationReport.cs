using System.Collections.Immutable;

namespace KazNlp;

/// <summary>How well a classifier does on labelled examples. Immutable and thread-safe.</summary>
public sealed class ClassificationReport
{
    private const int CalibrationBins = 10;
    private readonly int[,] _confusion;
    private readonly TopicPrediction[] _byScore;

    private ClassificationReport(IReadOnlyList<TopicPrediction> predictions, ImmutableArray<string> labels, int[,] confusion)
    {
        Count = predictions.Count;
        Labels = labels;
        _confusion = confusion;
        _byScore = [.. predictions.OrderByDescending(prediction => prediction.Score)];
        Classes = [.. Enumerable.Range(0, labels.Length).Select(CreateClass)];
        Accuracy = Share(predictions, prediction => prediction.IsCorrect);
        SoftAccuracy = Share(predictions, prediction => prediction.IsAcceptable);
        CalibrationError = ComputeCalibrationError(predictions);
    }

    /// <summary>The shares for which reports give <see cref="AccuracyAt"/> and <see cref="ScoreAt"/>.</summary>
    public static ImmutableArray<double> Coverages { get; } = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5];

    /// <summary>Number of examples.</summary>
    public int Count { get; }

    /// <summary>The labels that occur, as gold or as prediction, in ordinal order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Precision, recall and F1 of each label, in the order of <see cref="Labels"/>.</summary>
    public ImmutableArray<ClassScore> Classes { get; }

    /// <summary>Share of examples whose first label is predicted; with one prediction for each example, micro-averaged precision, recall and F1 are the same number.</summary>
    public double Accuracy { get; }

    /// <summary>Share of examples whose first or second label is predicted.</summary>
    public double SoftAccuracy { get; }

    /// <summary>Expected calibration error: the mean distance between score and accuracy over ten equal ranges of the score, weighted by their size. Naeini et al., AAAI 2015.</summary>
    public double CalibrationError { get; }

    /// <summary>Makes the report.</summary>
    /// <param name="predictions">One prediction an example.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predictions"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no predictions.</exception>
    public static ClassificationReport Create(IReadOnlyList<TopicPrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        if (predictions.Count == 0)
        {
            throw new ArgumentException("There are no predictions to report on.", nameof(predictions));
        }

        ImmutableArray<string> labels = [.. predictions.SelectMany(prediction => (string[])[prediction.Example.Label, prediction.Label]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[,] confusion = new int[labels.Length, labels.Length];
        foreach (TopicPrediction prediction in predictions)
        {
            confusion[labels.IndexOf(prediction.Example.Label), labels.IndexOf(prediction.Label)]++;
        }

        return new ClassificationReport(predictions, labels, confusion);
    }

    /// <summary>How many examples of a gold label were given a predicted label.</summary>
    /// <param name="gold">Index of the gold label in <see cref="Labels"/>.</param>
    /// <param name="predicted">Index of the predicted label.</param>
    /// <exception cref="IndexOutOfRangeException">An index is out of range.</exception>
    public int Confusion(int gold, int predicted) => _confusion[gold, predicted];

    /// <summary>Mean F1 over the labels with at least this many gold examples.</summary>
    /// <returns>0 when no label has so many.</returns>
    public double MacroF1(int minExamples = 1) => Classes.Where(score => score.Support >= Math.Max(1, minExamples)).Select(score => score.F1).DefaultIfEmpty(0).Average();

    /// <summary>Accuracy on the share of examples with the greatest scores: what remains when the uncertain are left to people.</summary>
    /// <param name="coverage">The share, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coverage"/> is out of range.</exception>
    public double AccuracyAt(double coverage) =>
        Share(new ArraySegment<TopicPrediction>(_byScore, 0, CountAt(coverage)), prediction => prediction.IsCorrect);

    /// <summary>The least score among the share of examples with the greatest scores: what to ask for to leave the others to people.</summary>
    /// <param name="coverage">The share, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coverage"/> is out of range.</exception>
    public double ScoreAt(double coverage) => _byScore[CountAt(coverage) - 1].Score;

    private int CountAt(double coverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(coverage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coverage, 1);
        return Math.Max(1, (int)Math.Round(coverage * _byScore.Length));
    }

    private ClassScore CreateClass(int label)
    {
        int gold = 0;
        int predicted = 0;
        for (int i = 0; i < Labels.Length; i++)
        {
            gold += _confusion[label, i];
            predicted += _confusion[i, label];
        }

        return new ClassScore(Labels[label], _confusion[label, label], predicted, gold);
    }

    private static double Share(IReadOnlyCollection<TopicPrediction> predictions, Func<TopicPrediction, bool> condition) =>
        (double)predictions.Count(condition) / predictions.Count;

    private static double ComputeCalibrationError(IReadOnlyList<TopicPrediction> predictions) => predictions
        .GroupBy(prediction => Math.Clamp((int)(prediction.Score * CalibrationBins), 0, CalibrationBins - 1))
        .Sum(bin => Math.Abs(bin.Average(prediction => prediction.Score) - bin.Average(prediction => prediction.IsCorrect ? 1.0 : 0.0)) * bin.Count() / predictions.Count);
}
