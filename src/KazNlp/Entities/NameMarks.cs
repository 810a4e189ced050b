namespace KazNlp;

/// <summary>The marks that are part of a name, as <c>+</c> in <c>C++</c> and <c>&amp;</c> in <c>AT&amp;T</c> are; hyphens, quotes and full stops are not.</summary>
internal static class NameMarks
{
    /// <summary>Whether a name holds such a mark.</summary>
    public static bool Has(ReadOnlySpan<char> name)
    {
        int position = 0;
        return Next(name, ref position) != '\0';
    }

    /// <summary>Whether two names hold the same such marks in the same order.</summary>
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0;
        int j = 0;
        while (true)
        {
            char mark = Next(left, ref i);
            if (mark != Next(right, ref j))
            {
                return false;
            }

            if (mark == '\0')
            {
                return true;
            }
        }
    }

    /// <summary>Whether a word holds a letter or a digit.</summary>
    public static bool HoldsLetter(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character counts when names are compared: a letter or a digit.</summary>
    public static bool IsLetter(char c) => GazetteerFolding.Fold(c) is not (GazetteerFolding.Separator or GazetteerFolding.Ignored);

    private static char Next(ReadOnlySpan<char> name, ref int position)
    {
        while (position < name.Length)
        {
            char c = name[position++];
            if (GazetteerFolding.Fold(c) == GazetteerFolding.Separator && c != '\0' && !char.IsWhiteSpace(c) && !GazetteerFolding.MayStandInside([c]))
            {
                return c;
            }
        }

        return '\0';
    }
}
