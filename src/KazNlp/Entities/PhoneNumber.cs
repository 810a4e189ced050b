namespace KazNlp;

/// <summary>Reads telephone numbers by their shape.</summary>
/// <remarks>
/// Digits are grouped by spaces, hyphens and brackets. With a plus sign a number is international: 8 to 15 digits, 11 where the country code is 7 (ITU-T E.164).
/// Without it, it is one of Kazakhstan as it is dialled at home: the trunk prefix 8, and ten digits of which the first is 7. Shorter ones,
/// <c>55-66-77</c> and <c>1414</c>, could as well be anything else.
/// </remarks>
internal static class PhoneNumber
{
    private const int DigitsOfKazakhstan = 11;
    private const int MaxDigits = 15;
    private const int MinDigits = 8;

    /// <summary>Reads the number at the start of a text.</summary>
    /// <param name="text">The text from the plus sign or the first digit on.</param>
    /// <param name="length">Code units that the number takes; zero where there is none.</param>
    /// <param name="international">The number in the form of E.164: a plus sign and digits.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int length, out string international)
    {
        length = 0;
        international = string.Empty;
        bool hasPlus = text is ['+', ..];
        Span<char> digits = stackalloc char[MaxDigits];
        int count = 0;
        int end = 0;
        for (int at = hasPlus ? 1 : 0; ; at = end + SeparatorLength(text[end..]))
        {
            int groupLength = 0;
            while (at + groupLength < text.Length && groupLength <= MaxDigits - count && char.IsAsciiDigit(text[at + groupLength]))
            {
                groupLength++;
            }

            if (groupLength == 0 || count + groupLength > MaxDigits)
            {
                break;
            }

            text.Slice(at, groupLength).CopyTo(digits[count..]);
            count += groupLength;
            end = at + groupLength;
            if (digits[0] is '7' or '8' && count >= DigitsOfKazakhstan)
            {
                // The next group would be another number's.
                break;
            }
        }

        if (count < MinDigits)
        {
            return false;
        }

        bool isKazakh = count == DigitsOfKazakhstan && digits[0] == (hasPlus ? '7' : '8') && (hasPlus || digits[1] == '7');
        if (!isKazakh && (!hasPlus || digits[0] is '7'))
        {
            return false;
        }

        digits[0] = isKazakh ? '7' : digits[0];
        length = end;
        international = $"+{digits[..count]}";
        return true;
    }

    // One hyphen or space, brackets around a group, and what of both stands together: ") ".
    private static int SeparatorLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && length < 3 && text[length] is ' ' or '\u00A0' or '-' or '\u2011' or '–' or '(' or ')')
        {
            length++;
        }

        return length;
    }
}
