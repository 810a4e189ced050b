namespace KazNlp;

/// <summary>A place at which <see cref="KazakhSentenceSplitter"/> had to decide, as <see cref="KazakhSentenceSplitter.Explain"/> reports it.</summary>
/// <param name="Offset">Offset just past the last token before the place, in UTF-16 code units.</param>
/// <param name="IsEnd">Whether a sentence ends there.</param>
/// <param name="Rule">The rule that decided.</param>
public readonly record struct SentenceDecision(int Offset, bool IsEnd, SentenceRule Rule);
