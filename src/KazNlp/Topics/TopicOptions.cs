namespace KazNlp;

/// <summary>How a <see cref="TopicClassifier"/> decides. Immutable; change it with <c>o => o with { … }</c>.</summary>
public sealed record TopicOptions
{
    /// <summary>When the best topic is less probable than this, the answer is <see cref="TopicScore.None"/> alone. 0.15 by default; 0 switches it off.</summary>
    public double NoneBelow { get; init; } = 0.15;

    /// <summary>A topic after the first is given when it is at least this probable. 0.15 by default; 0 gives every label, 1 the best alone.</summary>
    public double MinSecondScore { get; init; } = 0.15;
}
