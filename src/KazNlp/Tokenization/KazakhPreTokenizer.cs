using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>
/// Gives the tokens of <see cref="KazakhTokenizer"/> to the tokenizers of Microsoft.ML.Tokenizers (byte-pair encoding, WordPiece), so that
/// their pieces never cross the border of a word. Immutable and thread-safe.
/// </summary>
public sealed class KazakhPreTokenizer : PreTokenizer
{
    private readonly PreTokenizerWhiteSpace _whiteSpace;
    private readonly KazakhTokenizer _tokenizer;

    /// <summary>Makes a pre-tokenizer.</summary>
    /// <param name="whiteSpace">What happens to white space.</param>
    /// <param name="tokenizer">The tokenizer; <see cref="KazakhTokenizer.Default"/> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="whiteSpace"/> is not one of the named values.</exception>
    public KazakhPreTokenizer(PreTokenizerWhiteSpace whiteSpace = PreTokenizerWhiteSpace.Drop, KazakhTokenizer? tokenizer = null)
    {
        if (!Enum.IsDefined(whiteSpace)) throw new ArgumentOutOfRangeException(nameof(whiteSpace), whiteSpace, "Drop or AttachToNext.");
        _whiteSpace = whiteSpace;
        _tokenizer = tokenizer ?? KazakhTokenizer.Default;
    }

    /// <summary>The pieces of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Offset and length of each, in UTF-16 code units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PreTokenize(text.AsSpan());
    }

    /// <inheritdoc cref="PreTokenize(string)"/>
    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text)
    {
        List<(int Offset, int Length)> pieces = new((text.Length / 6) + 4);
        int end = 0;
        foreach (Token token in _tokenizer.Enumerate(text))
        {
            int start = token.Start;
            if (_whiteSpace == PreTokenizerWhiteSpace.AttachToNext && start > end)
            {
                if (text[start - 1] == ' ') start--;
                if (start > end) pieces.Add((end, start - end));
            }

            pieces.Add((start, token.End - start));
            end = token.End;
        }

        if (_whiteSpace == PreTokenizerWhiteSpace.AttachToNext && end < text.Length) pieces.Add((end, text.Length - end));
        return pieces;
    }
}
