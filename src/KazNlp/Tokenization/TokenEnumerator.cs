using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>Walks over the tokens of a UTF-16 text; made by <see cref="KazakhTokenizer.Enumerate"/>. Allocates nothing.</summary>
public ref struct TokenEnumerator
{
    private readonly KazakhTokenizer _tokenizer;
    private readonly ReadOnlySpan<char> _text;
    private TokenBlock _block;
    private int _consumed;
    private int _count;
    private int _index;

    internal TokenEnumerator(KazakhTokenizer tokenizer, ReadOnlySpan<char> text)
    {
        _tokenizer = tokenizer;
        _text = text;
        _index = -1;
    }

    /// <summary>The token, with offsets into the text.</summary>
    public readonly Token Current => _block[_index];

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

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
        _ = _tokenizer.Continue<NoPauses>(_text, _text.Length, ref _consumed, ref output, isFinalBlock: true);
        _count = output.Count;
        _index = 0;
        return _count > 0;
    }
}

/// <summary>Tokens found ahead by an enumerator, so that the engine can work in bulk.</summary>
[InlineArray(Length)]
internal struct TokenBlock
{
    // Room for the 80 tokens that a vector path wants before it starts a block, and for some blocks.
    public const int Length = 256;

    private Token _first;
}
