using System.Collections.Immutable;

namespace KazNlp;

/// <summary>How far the scores of ML.NET and of the library lie apart. Immutable and thread-safe.</summary>
public sealed class TopicEngineComparison
{
    private TopicEngineComparison(ImmutableArray<TopicPrediction> predictions, double largestDifference, int otherBestCount)
    {
        Predictions = predictions;
        LargestDifference = largestDifference;
        OtherBestCount = otherBestCount;
    }

    /// <summary>For each example, ML.NET's most probable label.</summary>
    public ImmutableArray<TopicPrediction> Predictions { get; }

    /// <summary>The largest difference between two probabilities of one label for one example.</summary>
    public double LargestDifference { get; }

    /// <summary>Number of examples for which the two have different most probable labels.</summary>
    public int OtherBestCount { get; }

    /// <summary>Scores each example with both.</summary>
    /// <param name="model">The library's model.</param>
    /// <param name="mlnet">ML.NET's.</param>
    /// <param name="examples">The examples.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/>, <paramref name="mlnet"/> or <paramref name="examples"/> is null.</exception>
    /// <exception cref="InvalidDataException">The two models have different labels.</exception>
    public static TopicEngineComparison Create(TopicModel model, MLNetTopicModel mlnet, IReadOnlyList<TopicExample> examples)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(mlnet);
        ArgumentNullException.ThrowIfNull(examples);
        if (!model.Labels.SequenceEqual(mlnet.Labels))
        {
            throw new InvalidDataException($"{model.Name} and the ML.NET model have different labels ({string.Join(", ", model.Labels)}; {string.Join(", ", mlnet.Labels)}); compare two forms of one model.");
        }

        ImmutableArray<TopicPrediction>.Builder predictions = ImmutableArray.CreateBuilder<TopicPrediction>(examples.Count);
        float[] core = new float[model.Labels.Length];
        double largest = 0;
        int otherBest = 0;
        foreach ((TopicExample example, float[] scores) in examples.Zip(mlnet.Score(examples)))
        {
            model.Score(example.Title, KazakhTokenizer.Default.Tokenize(example.Title), example.Text, KazakhTokenizer.Default.Tokenize(example.Text), core);
            int best = Array.IndexOf(scores, scores.Max());
            otherBest += best == Array.IndexOf(core, core.Max()) ? 0 : 1;
            largest = Math.Max(largest, core.Zip(scores, (left, right) => Math.Abs((double)left - right)).Max());
            predictions.Add(new TopicPrediction(example, model.Labels[best], scores[best]));
        }

        return new TopicEngineComparison(predictions.MoveToImmutable(), largest, otherBest);
    }
}
