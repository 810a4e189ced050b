namespace KazNlp;

/// <summary>A place at which a rule of the tokenizer decided, as <see cref="KazakhTokenizer.Explain"/> reports it.</summary>
/// <param name="Offset">The place: the end of a token, or, inside one, the character that was joined. UTF-16 code units.</param>
/// <param name="IsSplit">Whether a token ends here; <see langword="false"/> where the rule kept it together.</param>
/// <param name="Rule">The rule that decided.</param>
public readonly record struct TokenBoundary(int Offset, bool IsSplit, TokenizerRule Rule);
