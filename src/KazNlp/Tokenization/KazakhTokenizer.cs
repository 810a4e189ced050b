namespace KazNlp;

/// <summary>Splits Kazakh text into tokens. Immutable and thread-safe.</summary>
public sealed class KazakhTokenizer
{
    /// <summary>The tokenizer with default options.</summary>
    public static KazakhTokenizer Default { get; } = new();
}
