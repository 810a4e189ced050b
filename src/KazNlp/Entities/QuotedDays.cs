namespace KazNlp;

/// <summary>Finds dates as papers write them, with the day in quotes: <c>2025 жылғы «20» қазан</c>, <c>«5» наурыз 2024 ж.</c></summary>
internal static class QuotedDays
{
    /// <summary>Adds the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="found">Where to, in order.</param>
    public static void Find(string text, ReadOnlySpan<Token> tokens, List<(TextSpan Span, EntityType Type)> found)
    {
        for (int at = 1; at + 2 < tokens.Length; at++)
        {
            // « 20 » қазан
            if (tokens[at].Kind != TokenKind.Number || !IsQuote(tokens[at - 1].Of(text)) || !IsQuote(tokens[at + 1].Of(text))
                || !int.TryParse(tokens[at].Of(text), out int day) || day is < 1 or > 31 || ValueLexicon.KindOf(tokens[at + 2].Of(text), out _) != ValueWord.Month)
            {
                continue;
            }

            int first = at - 1;
            int last = at + 2;
            if (first >= 2 && IsYear(tokens[first - 1].Of(text)) && IsFourDigits(tokens[first - 2].Of(text)))
            {
                first -= 2;
            }
            else if (last + 1 < tokens.Length && IsFourDigits(tokens[last + 1].Of(text)))
            {
                last++;
                last += last + 1 < tokens.Length && IsYear(tokens[last + 1].Of(text)) ? 1 : 0;
            }

            int start = tokens[first].Start;
            if (found.Count == 0 || found[^1].Span.End <= start)
            {
                found.Add((new TextSpan(start, tokens[last].End - start), EntityType.Date));
            }
        }
    }

    private static bool IsQuote(ReadOnlySpan<char> word) => word is ['«' or '»' or '"' or '“' or '”' or '„'];

    private static bool IsFourDigits(ReadOnlySpan<char> word) => word.Length == 4 && !word.ContainsAnyExceptInRange('0', '9');

    private static bool IsYear(ReadOnlySpan<char> word) => ValueLexicon.KindOf(word, out decimal unit) == ValueWord.Unit && (int)unit == (int)TimeUnit.Year;
}
