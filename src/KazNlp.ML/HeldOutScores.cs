namespace KazNlp;

/// <summary>What two models say of a text that they have not seen: a logarithm for each label.</summary>
/// <param name="Lemmas">Log-probabilities by lemmas and their vectors, adjusted by how frequent the labels are; up to a constant.</param>
/// <param name="Grams">By the character n-grams of the lemmas, up to a constant; zeros without them.</param>
internal readonly record struct HeldOutScores(float[] Lemmas, float[] Grams);
