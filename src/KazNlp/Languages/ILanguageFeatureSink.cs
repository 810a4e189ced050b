namespace KazNlp;

/// <summary>Takes the features of a text word by word.</summary>
internal interface ILanguageFeatureSink
{
    /// <summary>Takes the features of a word.</summary>
    /// <param name="features">Their hashes, all of whose bits may be used.</param>
    /// <param name="runs">Those among them of the runs of <see cref="LanguageFeatures.KnownLength"/> letters.</param>
    void Add(scoped ReadOnlySpan<ulong> features, scoped ReadOnlySpan<ulong> runs);
}
