namespace KazNlp;

/// <summary>The parts of a word that have a meaning of their own: <c>сауда-экономикалық</c> is two, <c>АҚШ-тың</c> is one with an ending.</summary>
internal ref struct WordParts(ReadOnlySpan<char> word)
{
    /// <summary>A part after a hyphen that is shorter is taken for an ending.</summary>
    private const int ShortestSecondPart = 4;

    private ReadOnlySpan<char> _rest = word;
    private bool _isFirst = true;

    /// <summary>The present part, as it is written.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WordParts GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            int hyphen = _rest.IndexOf('-');
            ReadOnlySpan<char> part = hyphen < 0 ? _rest : _rest[..hyphen];
            _rest = hyphen < 0 ? [] : _rest[(hyphen + 1)..];
            bool counts = part.Length >= ShortestSecondPart || (_isFirst && part.Length > 0);
            _isFirst = false;
            if (counts)
            {
                Current = part;
                return true;
            }
        }

        return false;
    }
}
