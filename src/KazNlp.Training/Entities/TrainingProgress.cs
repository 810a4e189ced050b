namespace KazNlp;

/// <summary>How far a training has come.</summary>
/// <param name="Stage">What is being done: <c>features</c>, <c>epoch 3 of 10</c>.</param>
/// <param name="Fraction">The finished part of the whole training, 0 to 1.</param>
/// <param name="Loss">The mean loss per token of the last finished epoch, or null before the first.</param>
public readonly record struct TrainingProgress(string Stage, double Fraction, double? Loss = null);
