using System.Text;

namespace KazNlp;

/// <summary>Follows pieces of UTF-8 through the characters of a UTF-16 text.</summary>
/// <param name="text">The text.</param>
internal ref struct CharacterWalk(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _open; // bytes of the character at Index that are already passed

    /// <summary>Code units of whole characters that are passed.</summary>
    public int Index { get; private set; }

    /// <summary>Whether the walk stands between two characters.</summary>
    public readonly bool IsAtCharacter => _open == 0;

    /// <summary>Passes a piece.</summary>
    /// <param name="bytes">Its length in bytes.</param>
    /// <param name="start">Start of the character that its first byte belongs to.</param>
    /// <param name="end">End of the character that its last byte belongs to.</param>
    public void Advance(int bytes, out int start, out int end)
    {
        start = Index;
        end = Index;
        int left = bytes + _open;
        while (left > 0)
        {
            _ = Rune.DecodeFromUtf16(_text[Index..], out Rune rune, out int length);
            end = Index + length;
            if (left < rune.Utf8SequenceLength)
            {
                break;
            }

            left -= rune.Utf8SequenceLength;
            Index = end;
        }

        _open = left;
    }
}
