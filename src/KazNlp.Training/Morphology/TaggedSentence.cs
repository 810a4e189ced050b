namespace KazNlp;

/// <summary>A sentence with gold lemmas and parts of speech, for training and evaluation.</summary>
/// <param name="Words">The words.</param>
public sealed record TaggedSentence(IReadOnlyList<TaggedWord> Words);
