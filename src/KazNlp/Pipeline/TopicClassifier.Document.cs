using System.Collections.Immutable;

namespace KazNlp;

public sealed partial class TopicClassifier
{
    /// <summary>Tells which words of an analysed document spoke for a topic.</summary>
    /// <param name="document">The document.</param>
    /// <param name="label">The topic to explain; null for the best one.</param>
    /// <returns>The words by lemma, the strongest first; empty when the document has no word that counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException">The model has no such label.</exception>
    public ImmutableArray<TopicEvidence> Explain(Document document, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Explain(document.Title, document.TitleTokens.AsSpan(), document.Text, document.Tokens.AsSpan(), label);
    }
}
