namespace KazNlp;

/// <summary>Runs a classifier over labelled examples. Thread-safe.</summary>
public static class TopicEvaluation
{
    /// <summary>Classifies each example and compares.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="examples">The examples.</param>
    /// <returns>The report; a text that is given no topic counts as predicted <see cref="TopicScore.None"/>.</returns>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    public static ClassificationReport Evaluate(TopicClassifier classifier, IReadOnlyList<TopicExample> examples) =>
        ClassificationReport.Create(Predict(classifier, examples));

    /// <summary>Classifies each example, in parallel; the predictions come in the examples' order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> or <paramref name="examples"/> is null.</exception>
    public static IReadOnlyList<TopicPrediction> Predict(TopicClassifier classifier, IReadOnlyList<TopicExample> examples)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(examples);
        var predictions = new TopicPrediction[examples.Count];
        Parallel.For(0, predictions.Length, i =>
        {
            TopicScore best = classifier.Classify(examples[i].Text, examples[i].Title)[0];
            predictions[i] = new TopicPrediction(examples[i], best.Label, best.Score);
        });
        return predictions;
    }
}
