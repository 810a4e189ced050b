namespace KazNlp;

/// <summary>Sentences to train an entity model on, and how much they count.</summary>
/// <param name="Name">What the model's metadata calls the set: a file name.</param>
/// <param name="Sentences">Sentences with tags.</param>
/// <param name="Weight">How much a sentence of the set counts beside one of weight 1.</param>
public sealed record EntityTrainingSet(string Name, IReadOnlyList<ConllSentence> Sentences, double Weight = 1);
