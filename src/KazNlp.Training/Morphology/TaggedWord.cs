namespace KazNlp;

/// <summary>A word with its gold lemma and part of speech.</summary>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Its lemma, or null where nobody knows it; such a word is neither learned from nor counted.</param>
/// <param name="PartOfSpeech">Its part of speech, or null where it is left open.</param>
/// <param name="IsPart">Whether it is a part of a multi-word token, as <c>бала</c> and <c>сыз</c> of <c>баласыз</c>.</param>
public sealed record TaggedWord(string Form, string? Lemma, PartOfSpeech? PartOfSpeech, bool IsPart = false);
