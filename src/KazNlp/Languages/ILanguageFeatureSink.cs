namespace KazNlp;

/// <summary>Takes the features of a text one by one.</summary>
internal interface ILanguageFeatureSink
{
    /// <summary>Takes a feature.</summary>
    /// <param name="hash">Its hash, all of whose bits may be used.</param>
    /// <param name="length">Letters of the run, edges of words among them; 0 for a word as a whole.</param>
    void Add(ulong hash, int length);
}
