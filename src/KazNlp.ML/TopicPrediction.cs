namespace KazNlp;

/// <summary>What a model says of an example that it was not trained on.</summary>
/// <param name="Example">The example.</param>
/// <param name="Label">The most probable label.</param>
/// <param name="Score">Its probability.</param>
public sealed record TopicPrediction(TopicExample Example, string Label, double Score)
{
    /// <summary>Whether the label is the example's.</summary>
    public bool IsCorrect => Label == Example.Label;

    /// <summary>Whether the label is the example's first or second one.</summary>
    public bool IsAcceptable => IsCorrect || Label == Example.SecondLabel;
}
