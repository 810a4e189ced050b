namespace KazNlp;

/// <summary>Finds the greatest of some numbers.</summary>
internal static class Greatest
{
    /// <summary>The place of the greatest number, of equal ones the first.</summary>
    /// <param name="values">The numbers, one at least.</param>
    public static int IndexOf(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
