namespace KazNlp;

/// <summary>A sentence: its range in the caller's text, in UTF-16 code units, and the tokens that it holds.</summary>
/// <param name="Start">Offset of the first token's first code unit.</param>
/// <param name="Length">Number of code units up to the end of the last token.</param>
/// <param name="FirstToken">Index of its first token in the document's tokens.</param>
/// <param name="TokenCount">Number of its tokens, at least one.</param>
public readonly record struct Sentence(int Start, int Length, int FirstToken, int TokenCount)
{
    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The range without the tokens.</summary>
    public TextSpan Span => new(Start, Length);
}
