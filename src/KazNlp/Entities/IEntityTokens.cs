namespace KazNlp;

/// <summary>Tokens as the entity model reads them: given strings, or ranges of a text.</summary>
internal interface IEntityTokens
{
    /// <summary>Number of tokens.</summary>
    int Count { get; }

    /// <summary>The text of a token.</summary>
    ReadOnlySpan<char> this[int index] { get; }
}
