namespace KazNlp;

/// <summary>Roman numerals.</summary>
internal static class RomanNumerals
{
    /// <summary>The value of a numeral in Latin capitals; letters that are no digits count nothing.</summary>
    public static int ToInt32(ReadOnlySpan<char> roman)
    {
        int sum = 0;
        int previous = 0;
        for (int i = roman.Length - 1; i >= 0; i--)
        {
            int value = roman[i] switch
            {
                'I' => 1,
                'V' => 5,
                'X' => 10,
                'L' => 50,
                'C' => 100,
                'D' => 500,
                'M' => 1000,
                _ => 0,
            };
            sum = unchecked(sum + (value < previous ? -value : value));
            previous = value;
        }

        return Math.Abs(sum);
    }
}
