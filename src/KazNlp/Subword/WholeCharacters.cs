using System.Globalization;
using System.Text;

namespace KazNlp;

/// <summary>
/// A text in which one UTF-16 unit stands for each character, with the way back. .NET's regular expressions see the halves of a surrogate pair,
/// which are no letters; those of other libraries see the character. So each pair is replaced by a character of the same category.
/// </summary>
internal sealed class WholeCharacters
{
    // By category: rare characters of the basic plane that no expression names.
    private static readonly char[] StandIns = BuildStandIns();

    private readonly char[] _text;
    private readonly int[] _indices;
    private readonly int _length;

    private WholeCharacters(char[] text, int[] indices, int length)
    {
        _text = text;
        _indices = indices;
        _length = length;
    }

    /// <summary>The text, a unit for each character.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Replaces the surrogates of a text; lone ones become U+FFFD, as when it is encoded.</summary>
    public static WholeCharacters Of(ReadOnlySpan<char> text)
    {
        char[] characters = new char[text.Length];
        int[] indices = new int[text.Length + 1];
        int count = 0;
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            indices[count] = index;
            characters[count++] = rune.IsBmp ? (char)rune.Value : StandIns[(int)Rune.GetUnicodeCategory(rune)];
            index += rune.Utf16SequenceLength;
        }

        indices[count] = index;
        return new WholeCharacters(characters, indices, count);
    }

    /// <summary>Where the character at this place of <see cref="Text"/> begins in the original.</summary>
    public int IndexOf(int character) => _indices[character];

    private static char[] BuildStandIns()
    {
        var standIns = new char[(int)UnicodeCategory.OtherNotAssigned + 1];
        for (int category = 0; category < standIns.Length; category++)
        {
            int c = 0xFFEF;
            while (c > 0 && (int)CharUnicodeInfo.GetUnicodeCategory(c) != category)
            {
                c--;
            }

            standIns[category] = (char)c;
        }

        return standIns;
    }
}
