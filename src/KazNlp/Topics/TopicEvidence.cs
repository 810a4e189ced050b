namespace KazNlp;

/// <summary>A word of a text and how much it speaks for a topic.</summary>
/// <param name="Word">The lemma of the word, or of a part of a hyphenated one.</param>
/// <param name="Count">How often it occurs, with all its endings.</param>
/// <param name="Weight">What its occurrences add to the logarithm of the topic's odds, against what they add to the average label; negative when the word speaks against the topic.</param>
public readonly record struct TopicEvidence(string Word, int Count, double Weight);
