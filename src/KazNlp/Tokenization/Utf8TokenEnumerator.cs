using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>Walks over the tokens of a UTF-8 text; made by <see cref="KazakhTokenizer.EnumerateUtf8"/>. Allocates nothing.</summary>
public ref struct Utf8TokenEnumerator
{
    private readonly KazakhTokenizer _tokenizer;
    private readonly ReadOnlySpan<byte> _text;
    private TokenBlock _block;
    private int _consumed;
    private int _count;
    private int _index;

    internal Utf8TokenEnumerator(KazakhTokenizer tokenizer, ReadOnlySpan<byte> text)
    {
        _tokenizer = tokenizer;
        _text = text;
        _index = -1;
    }

    /// <summary>The token, with offsets in bytes.</summary>
    public readonly Token Current => _block[_index];

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly Utf8TokenEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        int next = _index + 1;
        if (next < _count)
        {
            _index = next;
            return true;
        }

        return Refill();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refill()
    {
        if (_consumed == _text.Length)
        {
            return false; // the last token stays current
        }

        TokenOutput output = new(_block) { MayStopEarly = true };
        _ = _tokenizer.ContinueUtf8(_text, ref _consumed, ref output, isFinalBlock: true);
        _count = output.Count;
        _index = 0;
        return _count > 0;
    }
}
