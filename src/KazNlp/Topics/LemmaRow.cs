namespace KazNlp;

/// <summary>What a model knows of a lemma, gathered from its tables once and kept by the lemma's hash: the weights of its hashed features added up, and where its vector stands. Immutable.</summary>
internal sealed class LemmaRow : CacheEntry
{
    /// <summary>A row.</summary>
    /// <param name="hash">The hash of the lemma.</param>
    /// <param name="vector">Index of its vector, or −1.</param>
    /// <param name="rarity">How rare it is in general text.</param>
    /// <param name="weights">What a unit of its weight in the text adds to the logit of each label, before the blocks' scales: by itself, padded with zeros, and then by its character n-grams.</param>
    /// <param name="leadWeights">What a unit of its weight in the lead adds.</param>
    /// <param name="titleWeights">The same for the title.</param>
    public LemmaRow(ulong hash, int vector, float rarity, float[] weights, float[] leadWeights, float[] titleWeights)
    {
        Key = hash;
        Vector = vector;
        Rarity = rarity;
        Weights = weights;
        LeadWeights = leadWeights;
        TitleWeights = titleWeights;
    }

    public int Vector { get; }

    public float Rarity { get; }

    public float[] Weights { get; }

    public float[] LeadWeights { get; }

    public float[] TitleWeights { get; }
}
