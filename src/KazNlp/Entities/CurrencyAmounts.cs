namespace KazNlp;

/// <summary>Finds what a currency sign or code shows to be MONEY: <c>12 500 ₸</c>, <c>650 000 тг</c>, <c>$10 млрд</c>, <c>100 USD</c>.</summary>
/// <remarks>The annotated texts that the model learns from spell currencies out, so that it takes some of these for a CARDINAL without its currency.</remarks>
internal static class CurrencyAmounts
{
    private const string Signs = "₸$€£₽¥₺₴₩₾₼₹";

    private const int ShortestCode = 2, LongestCode = 5, LongestScale = 16;

    // An array: a set of so few took 12 ms of the first text of a process.
    private static readonly string[] Codes = ["тг", "тг.", "тңг", "тңг.", "теңге", "тенге", "руб", "руб.", "KZT", "USD", "EUR", "RUB", "RUR", "GBP", "CNY", "KGS", "UZS", "TRY", "JPY"];

    /// <summary>Adds the amounts of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="entities">The model's entities, in order.</param>
    /// <param name="found">Where to, in order.</param>
    public static void Find(string text, ReadOnlySpan<Token> tokens, List<Entity> entities, List<(TextSpan Span, EntityType Type)> found)
    {
        int passed = 0;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (!IsCurrency(tokens[at].Of(text)) || !TryReadAmount(text, tokens, at, out int first, out int last))
            {
                continue;
            }

            int start = tokens[first].Start;
            int end = tokens[last].End;
            bool isKnown = false;
            EntityMerge.PassBefore(entities, ref passed, start);

            for (int i = passed; i < entities.Count && entities[i].Start < end; i++)
            {
                Entity entity = entities[i];
                isKnown |= (entity.Start <= start && entity.End >= end && entity.Type != EntityType.Cardinal && entity.Type != EntityType.Quantity) || (entity.Type == EntityType.Money && entity.End >= end);

                // The model has the whole of a range, 10 000–15 000.
                start = entity.End <= end ? Math.Min(start, entity.Start) : start;
            }

            if (!isKnown && (found.Count == 0 || found[^1].Span.End <= start))
            {
                found.Add((new TextSpan(start, end - start), EntityType.Money));
            }
        }
    }

    // The sign may carry an ending: ₸-ге.
    private static bool IsCurrency(ReadOnlySpan<char> word)
    {
        if (Signs.Contains(word[0], StringComparison.Ordinal)) return word.Length == 1 || word[1] is '-' or '\u2011';
        if (word.Length is < ShortestCode or > LongestCode) return false;
        foreach (string code in Codes)
        {
            if (word.Equals(code, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool TryReadAmount(string text, ReadOnlySpan<Token> tokens, int currency, out int first, out int last)
    {
        first = last = currency;
        int number = currency - 1;
        if (number > 0 && IsNear(text, tokens, number) && IsScale(tokens[number].Of(text)))
        {
            number--;
        }

        if (number >= 0 && tokens[number].Kind == TokenKind.Number && IsNear(text, tokens, number))
        {
            first = number;
            while (first > 0 && IsGroup(tokens[first].Of(text)) && IsLead(tokens[first - 1]) && IsNear(text, tokens, first - 1))
            {
                first--;
            }

            return true;
        }

        // $10 млрд, $ 2 500
        if (!Signs.Contains(text[tokens[currency].Start], StringComparison.Ordinal) || currency + 1 >= tokens.Length || tokens[currency + 1].Kind != TokenKind.Number || !IsNear(text, tokens, currency))
        {
            return false;
        }

        last = currency + 1;
        while (last + 1 < tokens.Length && IsLead(tokens[last]) && IsNear(text, tokens, last) && tokens[last + 1].Kind == TokenKind.Number && IsGroup(tokens[last + 1].Of(text)))
        {
            last++;
        }

        if (last + 1 < tokens.Length && IsNear(text, tokens, last) && IsScale(tokens[last + 1].Of(text)))
        {
            last++;
        }

        return true;

        // One to three digits, before a group of three.
        bool IsLead(Token token) => token.Kind == TokenKind.Number && token.Length <= 3 && !token.Of(text).ContainsAnyExceptInRange('0', '9');
    }

    // At most a space lies before the next token.
    private static bool IsNear(string text, ReadOnlySpan<Token> tokens, int at)
    {
        int gap = tokens[at + 1].Start - tokens[at].End;
        return gap == 0 || (gap == 1 && text[tokens[at].End] is ' ' or '\u00A0' or '\u202F' or '\u2009');
    }

    // 500 in 12 500, 310,55 in 248 310,55
    private static bool IsGroup(ReadOnlySpan<char> digits)
    {
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        return (end < 0 ? digits.Length : end) == 3;
    }

    private static bool IsScale(ReadOnlySpan<char> word) => word.Length <= LongestScale && ValueLexicon.KindOf(word, out _) == ValueWord.Scale;
}
