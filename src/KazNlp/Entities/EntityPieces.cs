namespace KazNlp;

/// <summary>
/// Splits a token into the pieces that the entity model sees. Annotated text (KazNERD) sets every mark apart: <c>3 , 5</c>, <c>16 : 51</c>,
/// <c>Tengrinews . kz</c>, <c>М .</c>; people write them together, and the tokenizer keeps them whole. The model therefore sees one convention
/// only, whatever the tokens are: words and numbers with their inner hyphens and apostrophes are one piece, every other character is its own.
/// </summary>
internal static class EntityPieces
{
    /// <summary>The greatest number of pieces that one token comes in; the last one takes all that is left.</summary>
    public const int MaxPerToken = 24;

    /// <summary>The length of the piece that starts at <paramref name="start"/>, at least one.</summary>
    public static int NextLength(ReadOnlySpan<char> token, int start)
    {
        int end = start + 1;
        char first = token[start];
        bool suffixAfterMark = IsHyphen(first) && start > 0 && end < token.Length && IsWord(token[end]);
        if (IsWord(first) || suffixAfterMark)
        {
            while (end < token.Length && (IsWord(token[end]) || (IsInner(token[end]) && end + 1 < token.Length && IsWord(token[end + 1]))))
            {
                end++;
            }
        }
        else if (char.IsSurrogate(first))
        {
            while (end < token.Length && char.IsSurrogate(token[end]))
            {
                end++;
            }
        }

        return end - start;
    }

    /// <summary>Whether the character belongs to words and numbers.</summary>
    public static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.OtherNumber));

    /// <summary>Whether the character is a hyphen: ASCII, Unicode or non-breaking.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Whether the character is an apostrophe of any form that stands inside words.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC';

    private static bool IsInner(char c) => IsHyphen(c) || IsApostrophe(c) || c == '\u00AD';
}
