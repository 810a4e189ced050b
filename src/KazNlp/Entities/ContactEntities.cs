namespace KazNlp;

/// <summary>
/// Marks what its shape alone shows to be a CONTACT: telephone numbers, e-mail addresses, account names and web addresses with a scheme or a path.
/// </summary>
/// <remarks>
/// The annotated texts that the model learns from hold only a few dozen of them, cut up into other tokens, so that it took a phone number for MONEY or an account for a person.
/// </remarks>
internal static class ContactEntities
{
    /// <summary>Adds the contacts of a text, in the place of what the model found there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="entities">The model's entities, in order; replaced by the entities of both, in order.</param>
    public static void Mark(string text, ReadOnlySpan<Token> tokens, List<Entity> entities)
    {
        List<Entity> contacts = [];
        int next = 0;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (!TryFind(text, tokens, at, out int end, out string canonical))
            {
                continue;
            }

            int start = tokens[at].Start;
            int length = tokens[end - 1].End - start;
            EntityMerge.PassBefore(entities, ref next, start);

            // The model may know better where a contact stands in a longer name: the office at an address, with its telephone.
            bool isPart = next < entities.Count && entities[next].Start <= start && entities[next].End >= start + length && entities[next].Length > length
                && (entities[next].Type == EntityType.Contact || tokens[at].Kind is TokenKind.Url or TokenKind.Email or TokenKind.Mention);
            if (!isPart)
            {
                contacts.Add(new Entity { Start = start, Length = length, Type = EntityType.Contact, Text = text.Substring(start, length), Canonical = canonical, Score = 1 });
            }

            at = end - 1;
        }

        EntityMerge.Replace(entities, contacts);
    }

    private static bool TryFind(string text, ReadOnlySpan<Token> tokens, int at, out int end, out string canonical)
    {
        end = at + 1;
        canonical = string.Empty;
        Token token = tokens[at];
        ReadOnlySpan<char> letters = token.Of(text);
        switch (token.Kind)
        {
            case TokenKind.Email:
            case TokenKind.Mention:
            case TokenKind.Url when IsAddress(letters):
                canonical = letters.ToString();
                return true;
            case TokenKind.Number when letters[0] is '8':
            case TokenKind.Symbol or TokenKind.Punctuation when letters is "+" && end < tokens.Length && tokens[end].Start == token.End:
                return PhoneNumber.TryRead(text.AsSpan(token.Start), out int length, out canonical) && TryEnd(text, tokens, ref end, token.Start + length);
            default:
                return false;
        }
    }

    // The token that the number ends in, with nothing but a suffix behind it: 8-701-123-45-67-ге.
    private static bool TryEnd(string text, ReadOnlySpan<Token> tokens, ref int end, int offset)
    {
        while (tokens[end - 1].End < offset)
        {
            end++;
        }

        ReadOnlySpan<char> rest = text.AsSpan(offset, tokens[end - 1].End - offset);
        return rest.IsEmpty || (rest.Length > 1 && rest[0] is '-' or '\u2011' or '’' or '\'' && char.IsLetter(rest[1]));
    }

    // Tengrinews.kz is the name of a news agency as well.
    private static bool IsAddress(ReadOnlySpan<char> url) =>
        url.Contains('/') || url.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
