namespace KazNlp;

/// <summary>A found entity in terms of tokens.</summary>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="TokenCount">Number of tokens.</param>
/// <param name="Type">Index of the class in the model.</param>
/// <param name="Score">Probability of span and class, or NaN when it was not asked for.</param>
internal readonly record struct EntityMention(int FirstToken, int TokenCount, int Type, float Score)
{
    /// <summary>Index just past the last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
