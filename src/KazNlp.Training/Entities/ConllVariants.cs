namespace KazNlp;

/// <summary>Rewrites sentences as people might have written them, tags kept, so that a model is measured on such text too. Thread-safe.</summary>
public static class ConllVariants
{
    private const string Cyrillic = "аеорсхуіАЕОРСХУІВКМНТ";
    private const string Latin = "aeopcxyiAEOPCXYIBKMHT";

    /// <summary>Rewrites sentences.</summary>
    /// <param name="sentences">Sentences.</param>
    /// <param name="variant">How.</param>
    /// <param name="seed">Seed of what is left to chance, which is where look-alike letters stand.</param>
    /// <returns>As many sentences, with as many tokens and the same tags.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sentences"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The variant is none of the enumeration.</exception>
    public static IEnumerable<ConllSentence> Rewrite(IEnumerable<ConllSentence> sentences, ConllVariant variant, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (variant == ConllVariant.AsIs)
        {
            return sentences;
        }

        var random = new SeededRandom((ulong)seed);
        Func<string, string> rewrite = variant switch
        {
            ConllVariant.Capitals => token => token.ToUpperInvariant(),
            ConllVariant.LowerCase => token => token.ToLowerInvariant(),
            ConllVariant.LookAlikes => token => WithLookAlikes(token, ref random),
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "No such variant."),
        };
        return sentences.Select(sentence => sentence with { Tokens = [.. sentence.Tokens.Select(rewrite)] });
    }

    private static string WithLookAlikes(string token, ref SeededRandom random)
    {
        if (random.Below(2) == 0)
        {
            return token;
        }

        char[] letters = token.ToCharArray();
        foreach (ref char letter in letters.AsSpan())
        {
            int at = Cyrillic.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0 && random.Below(2) == 0)
            {
                letter = Latin[at];
            }
        }

        return new string(letters);
    }
}
