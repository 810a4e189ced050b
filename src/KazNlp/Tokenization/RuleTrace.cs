namespace KazNlp;

/// <summary>Listens to the rules; the engine uses <see cref="NoTrace"/>, which the compiler removes.</summary>
internal interface IRuleTrace
{
    /// <summary>A rule kept the character at <paramref name="offset"/> in the token.</summary>
    void Join(int offset, TokenizerRule rule);

    /// <summary>A rule ended the token before <paramref name="offset"/>.</summary>
    void Split(int offset, TokenizerRule rule);
}

/// <summary>Listens to nothing.</summary>
internal readonly struct NoTrace : IRuleTrace
{
    public void Join(int offset, TokenizerRule rule)
    {
    }

    public void Split(int offset, TokenizerRule rule)
    {
    }
}

/// <summary>Collects what <see cref="KazakhTokenizer.Explain"/> reports.</summary>
internal readonly struct ListTrace(List<TokenBoundary> boundaries) : IRuleTrace
{
    public void Join(int offset, TokenizerRule rule) => boundaries.Add(new TokenBoundary(offset, false, rule));

    public void Split(int offset, TokenizerRule rule) => boundaries.Add(new TokenBoundary(offset, true, rule));
}
