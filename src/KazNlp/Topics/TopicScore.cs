namespace KazNlp;

/// <summary>A topic and how probable it is.</summary>
/// <param name="Label">The label that the model was trained with: <c>politics</c>; <see cref="None"/> when no topic fits.</param>
/// <param name="Code">The IPTC Media Topics code, <c>medtop:11000000</c>; null for <see cref="None"/> and for labels of a user's own.</param>
/// <param name="Score">Calibrated probability, 0 to 1.</param>
public readonly record struct TopicScore(string Label, string? Code, double Score)
{
    /// <summary>The label of a text that no topic fits.</summary>
    public const string None = "none";
}
