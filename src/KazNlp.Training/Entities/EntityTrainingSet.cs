namespace KazNlp;

/// <summary>Sentences to train an entity model on, and how much they count.</summary>
/// <param name="Name">What the model's metadata calls the set: a file name.</param>
/// <param name="Sentences">Sentences with tags.</param>
/// <param name="Weight">How much a sentence of the set counts beside one of weight 1.</param>
/// <param name="FinalWeight">What the weight has become by the last epoch, reached step by step over the second half of them; null for no change. A set
/// annotated by others' conventions thus teaches words and contexts first and leaves the last word to the set that counts.</param>
/// <param name="HasOwnConventions">Whether the set was annotated by others than those that count: what it does otherwise goes into weights that the model
/// is learned with and does without.</param>
public sealed record EntityTrainingSet(string Name, IReadOnlyList<ConllSentence> Sentences, double Weight = 1, double? FinalWeight = null, bool HasOwnConventions = false);
