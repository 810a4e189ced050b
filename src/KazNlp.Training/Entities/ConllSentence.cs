namespace KazNlp;

/// <summary>A sentence of a CoNLL file: its tokens and, where the file has them, their IOB2 tags.</summary>
/// <remarks>Immutable and thread-safe as long as the lists that it was made from are not changed.</remarks>
public sealed record ConllSentence
{
    /// <summary>The tokens, in order; at least one.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>One tag a token (<c>O</c>, <c>B-PERSON</c>, <c>I-PERSON</c>), or null when the tags were left out or not read.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The comment lines before the sentence, with their <c># </c>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The line of the first token, counted from 1; 0 when the sentence was not read from a file.</summary>
    public int Line { get; init; }
}
