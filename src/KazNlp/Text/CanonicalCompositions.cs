using System.Collections.Frozen;
using System.Text;

namespace KazNlp;

/// <summary>
/// Canonical composition (Unicode Standard Annex #15, form C) of Latin, Greek and Cyrillic. It is our own because the runtime composes
/// nothing when it runs without ICU, as invariant and trimmed programs do.
/// </summary>
internal static partial class CanonicalCompositions
{
    /// <summary>A letter with more marks than these stays as it is.</summary>
    public const int MaxMarks = 16;

    private static readonly FrozenDictionary<(char Base, char Mark), char> Composites =
        Marks.SelectMany(m => Enumerable.Range(0, m.Pairs.Length / 2).Select(i => (Key: (m.Pairs[2 * i], m.Character), Value: m.Pairs[(2 * i) + 1])))
            .ToFrozenDictionary(p => p.Key, p => p.Value);

    private static readonly FrozenDictionary<char, (char Base, char Mark)> Decompositions =
        Composites.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>Whether the unit is a mark of the block Combining Diacritical Marks, which may compose with the letter before it.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F' and not '\u034F'; // U+034F is the grapheme joiner, which keeps marks apart

    /// <summary>The one character that a character stands for in form C, where it is another: the Kelvin, Ångström and Ohm signs and the like.</summary>
    public static char Singleton(char c) => c switch
    {
        '\u212A' => 'K',
        '\u212B' => 'Å',
        '\u2126' => 'Ω',
        '\u0340' => '\u0300',
        '\u0341' => '\u0301',
        '\u0374' => '\u02B9',
        '\u037E' => ';',
        '\u0387' => '·',
        _ => c,
    };

    /// <summary>A text with every letter and its marks in form C.</summary>
    public static string Compose(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\u0300', '\u036F') && !text.ContainsAnyInRange('\u0374', '\u0387') && !text.ContainsAnyInRange('\u2126', '\u212B'))
        {
            return text.ToString();
        }

        // A letter may grow: ǖ with a dot below is ụ and both its other marks.
        var result = new StringBuilder(text.Length);
        Span<char> composed = stackalloc char[MaxMarks + 4];
        for (int i = 0; i < text.Length;)
        {
            int end = i + 1;
            while (end < text.Length && IsMark(text[end])) end++;
            char first = Singleton(text[i]);
            ReadOnlySpan<char> marks = text[(i + 1)..end];
            if (marks.Length is > 0 and <= MaxMarks) result.Append(composed[..Compose(first, marks, composed)]);
            else result.Append(first).Append(marks);
            i = end;
        }

        return result.ToString();
    }

    /// <summary>Composes a letter with the marks after it.</summary>
    /// <param name="starter">The letter; it may be composed itself.</param>
    /// <param name="marks">At most <see cref="MaxMarks"/> marks.</param>
    /// <param name="destination">Takes the letter and the marks that stay.</param>
    /// <returns>Units written.</returns>
    public static int Compose(char starter, ReadOnlySpan<char> marks, Span<char> destination)
    {
        Span<char> all = stackalloc char[MaxMarks + 4];
        int count = 0;
        starter = Decompose(starter, all, ref count);
        marks.CopyTo(all[count..]);
        count += marks.Length;
        Order(all[..count]);

        int written = 1;
        int lastClass = 0;
        foreach (char mark in all[..count])
        {
            int markClass = CombiningClass(mark);
            if (lastClass < markClass && Composites.TryGetValue((starter, mark), out char composite))
            {
                starter = composite;
                continue;
            }

            lastClass = markClass;
            destination[written++] = mark;
        }

        destination[0] = starter;
        return written;
    }

    private static char Decompose(char starter, Span<char> marks, ref int count)
    {
        if (!Decompositions.TryGetValue(starter, out (char Base, char Mark) parts)) return starter;
        char first = Decompose(parts.Base, marks, ref count); // three deep at most
        marks[count++] = parts.Mark;
        return first;
    }

    // Insertion sort: stable, and there are one or two marks.
    private static void Order(Span<char> marks)
    {
        for (int i = 1; i < marks.Length; i++)
        {
            for (int k = i; k > 0 && CombiningClass(marks[k - 1]) > CombiningClass(marks[k]); k--)
            {
                (marks[k - 1], marks[k]) = (marks[k], marks[k - 1]);
            }
        }
    }

    // Canonical combining classes of U+0300–U+036F.
    private static int CombiningClass(char mark) => mark switch
    {
        '\u0315' or '\u031A' or '\u0358' => 232,
        '\u031B' => 216,
        '\u0321' or '\u0322' or '\u0327' or '\u0328' => 202,
        >= '\u0334' and <= '\u0338' => 1,
        '\u0345' => 240,
        '\u035C' or '\u035F' or '\u0362' => 233,
        '\u035D' or '\u035E' or '\u0360' or '\u0361' => 234,
        '\u0316' or '\u0317' or '\u0318' or '\u0319' or '\u031C' or '\u031D' or '\u031E' or '\u031F' or '\u0320' => 220,
        >= '\u0323' and <= '\u0326' => 220,
        >= '\u0329' and <= '\u0333' => 220,
        >= '\u0339' and <= '\u033C' => 220,
        >= '\u0347' and <= '\u0349' => 220,
        '\u034D' or '\u034E' or '\u0353' or '\u0354' or '\u0355' or '\u0356' or '\u0359' or '\u035A' => 220,
        _ => 230,
    };

    /// <summary>What one mark makes of the letters: each letter, and after it the composite.</summary>
    private readonly record struct Mark(char Character, string Pairs);
}
