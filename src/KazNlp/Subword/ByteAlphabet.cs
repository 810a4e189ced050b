using System.Text;

namespace KazNlp;

/// <summary>
/// The characters that stand for bytes in the vocabulary files of byte-level models, so that every byte is printable:
/// a space is <c>Ġ</c>, a line feed <c>Ċ</c> (Radford et al., GPT-2, 2019).
/// </summary>
internal static class ByteAlphabet
{
    private const int FirstStandIn = 0x100;

    private static readonly char[] Characters = BuildCharacters();
    private static readonly short[] Bytes = BuildBytes();

    /// <summary>A piece as vocabulary files write it.</summary>
    public static string ToText(ReadOnlySpan<byte> piece)
    {
        var text = new StringBuilder(piece.Length);
        foreach (byte b in piece)
        {
            text.Append(Characters[b]);
        }

        return text.ToString();
    }

    /// <summary>The bytes of a piece of a vocabulary file, or false if a character stands for no byte.</summary>
    public static bool TryToBytes(ReadOnlySpan<char> text, out byte[] piece)
    {
        piece = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= Bytes.Length || Bytes[text[i]] < 0)
            {
                return false;
            }

            piece[i] = (byte)Bytes[text[i]];
        }

        return true;
    }

    private static bool IsPrintable(int b) => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);

    private static char[] BuildCharacters()
    {
        var characters = new char[256];
        int standIn = FirstStandIn;
        for (int b = 0; b < characters.Length; b++)
        {
            characters[b] = (char)(IsPrintable(b) ? b : standIn++);
        }

        return characters;
    }

    private static short[] BuildBytes()
    {
        var bytes = new short[Characters.Max() + 1];
        Array.Fill(bytes, (short)-1);
        for (int b = 0; b < Characters.Length; b++)
        {
            bytes[Characters[b]] = (short)b;
        }

        return bytes;
    }
}
