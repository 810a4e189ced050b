namespace KazNlp;

/// <summary>Goes through the sentences of a tokenized text: <c>foreach (Sentence s in splitter.Enumerate(text, tokens))</c>.</summary>
public ref struct SentenceEnumerator
{
    private SentenceScanner _scanner;
    private Sentence _current;

    internal SentenceEnumerator(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens) => _scanner = new(text, tokens, isFinalBlock: true);

    /// <summary>The sentence that <see cref="MoveNext"/> found last.</summary>
    public readonly Sentence Current => _current;

    /// <summary>Finds the next sentence.</summary>
    /// <returns>False after the last one.</returns>
    public bool MoveNext() => _scanner.Write(new Span<Sentence>(ref _current)) > 0;

    /// <summary>The enumerator itself, so that <c>foreach</c> takes it.</summary>
    public readonly SentenceEnumerator GetEnumerator() => this;
}
