namespace KazNlp;

/// <summary>What morphology says of one token in its sentence.</summary>
/// <param name="Lemma">The dictionary form, by the conventions of UD Kazakh-KTB.</param>
/// <param name="PartOfSpeech">The part of speech.</param>
/// <param name="Features">The features in UD notation, sorted; empty when there are none.</param>
public readonly record struct TokenMorphology(string Lemma, PartOfSpeech PartOfSpeech, string Features);
