using System.Globalization;

namespace KazNlp.Benchmarks;

/// <summary>The least that any table-driven scanner does: one look-up a character and a count of the changes of class.</summary>
public static class ClassCounting
{
    private static readonly byte[] Classes = [.. Enumerable.Range(0, 0x10000).Select(c => Class((char)c))];

    /// <summary>How often the class changes from one character to the next: letter, digit, white space, other.</summary>
    public static long Count(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> classes = Classes;
        long changes = 0;
        byte previous = 0;
        foreach (char c in text)
        {
            byte current = classes[c];
            changes += current == previous ? 0 : 1;
            previous = current;
        }
        return changes;
    }

    private static byte Class(char c)
    {
        if (char.IsWhiteSpace(c)) return 0;
        return char.GetUnicodeCategory(c) switch
        {
            <= UnicodeCategory.OtherLetter => 1,
            UnicodeCategory.DecimalDigitNumber => 2,
            _ => 3,
        };
    }
}
