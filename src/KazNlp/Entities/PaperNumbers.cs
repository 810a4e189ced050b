namespace KazNlp;

/// <summary>Keeps the number of a paper whole, where the model found a part of it: <c>№ 07-2/Т-1245</c>.</summary>
internal static class PaperNumbers
{
    /// <summary>Adds the numbers of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="entities">The model's entities, in order.</param>
    /// <param name="found">Where to, in order.</param>
    public static void Find(string text, ReadOnlySpan<Token> tokens, List<Entity> entities, List<(TextSpan Span, EntityType Type)> found)
    {
        int passed = 0;
        for (int at = 0; at + 1 < tokens.Length; at++)
        {
            if (text[tokens[at].Start] != '№' || tokens[at].Length != 1 || tokens[at + 1].Start - tokens[at].End > 1)
            {
                continue;
            }

            int first = at + 1;
            int last = first;
            bool hasDigit = false;
            for (int next = first; next < tokens.Length && (next == first || tokens[next].Start == tokens[next - 1].End); next++)
            {
                ReadOnlySpan<char> part = tokens[next].Of(text);
                bool isJoint = part is ['-' or '–' or '/' or '.' or '_'];
                if (!isJoint && tokens[next].Kind is not (TokenKind.Number or TokenKind.Word))
                {
                    break;
                }

                last = isJoint ? last : next;
                hasDigit |= part.ContainsAnyInRange('0', '9');
            }

            int start = tokens[first].Start;
            int end = tokens[last].End;
            if (last > first && hasDigit && IsTakenApart(entities, ref passed, tokens[at].Start, start, end))
            {
                found.Add((new TextSpan(start, end - start), EntityType.Cardinal));
            }

            at = last;
        }
    }

    // Whether the model has parts of it, or it with its mark as something else; not where a name goes beyond it, as that of a law does.
    private static bool IsTakenApart(List<Entity> entities, ref int passed, int mark, int start, int end)
    {
        EntityMerge.PassBefore(entities, ref passed, start);

        bool has = false;
        for (int i = passed; i < entities.Count && entities[i].Start < end; i++)
        {
            if (entities[i].Start < start || entities[i].End > end)
            {
                return entities[i].Start == mark && entities[i].End == end && entities[i].Type != EntityType.Law;
            }

            has |= entities[i].Length < end - start;
        }

        return has;
    }
}
