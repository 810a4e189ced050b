namespace KazNlp;

/// <summary>Analyses Kazakh text: tokens, sentences, entities, topics. Immutable and thread-safe; make one and share it.</summary>
public sealed class KazakhPipeline
{
}
