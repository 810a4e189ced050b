namespace KazNlp;

/// <summary>How far a topic training has come.</summary>
/// <param name="Stage">What is being done: <c>features</c>, <c>fold 2 of 5</c>, <c>final model</c>.</param>
/// <param name="Fraction">The finished part of the whole training, 0 to 1.</param>
public readonly record struct TopicTrainingProgress(string Stage, double Fraction);
