namespace KazNlp;

/// <summary>A word with its gold lemma and part of speech.</summary>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Its lemma, or null where nobody knows it; such a word is neither learned from nor counted.</param>
/// <param name="PartOfSpeech">Its part of speech, or null where it is left open.</param>
/// <param name="IsLaterPart">Whether it is a part of a multi-word token and not its first, as <c>сыз</c> of <c>баласыз</c>.</param>
public sealed record TaggedWord(string Form, string? Lemma, PartOfSpeech? PartOfSpeech, bool IsLaterPart = false);
