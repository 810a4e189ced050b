namespace KazNlp;

/// <summary>Copies of sentences as they would stand in a headline in capitals, or in a chat without any.</summary>
internal static class CaselessSentences
{
    /// <summary>The sentences, and behind them the copies of some.</summary>
    /// <param name="sentences">Sentences.</param>
    /// <param name="share">The part of them that is copied.</param>
    /// <param name="seed">Seed of the choice.</param>
    public static List<ConllSentence> AddTo(IReadOnlyList<ConllSentence> sentences, double share, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        List<ConllSentence> all = [.. sentences];
        foreach (ConllSentence sentence in sentences)
        {
            if (random.Below(1 << 20) < share * (1 << 20))
            {
                bool upper = random.Below(2) == 0;
                all.Add(sentence with { Tokens = [.. sentence.Tokens.Select(token => upper ? token.ToUpperInvariant() : token.ToLowerInvariant())] });
            }
        }

        return all;
    }
}
