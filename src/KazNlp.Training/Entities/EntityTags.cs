namespace KazNlp;

/// <summary>Reads spans out of IOB2 tags.</summary>
internal static class EntityTags
{
    /// <summary>Whether a tag is <c>O</c>, or <c>B-</c> or <c>I-</c> with a class.</summary>
    public static bool IsValid(string tag) =>
        tag == "O" || (tag.Length > 2 && tag[0] is 'B' or 'I' && tag[1] == '-' && !tag.AsSpan(2).ContainsAny(" \t"));

    /// <summary>The entities of a tagged sentence, in order. An <c>I-</c> that continues nothing begins an entity, as the CoNLL-2003 scorer reads it.</summary>
    public static List<EntitySpan> Spans(IReadOnlyList<string> tags)
    {
        List<EntitySpan> spans = [];
        int start = -1;
        string type = string.Empty;
        for (int i = 0; i <= tags.Count; i++)
        {
            string tag = i < tags.Count ? tags[i] : "O";
            bool continues = start >= 0 && tag[0] == 'I' && tag.AsSpan(2).SequenceEqual(type);
            if (start >= 0 && !continues)
            {
                spans.Add(new EntitySpan(start, i - start, type));
                start = -1;
            }

            if (tag[0] == 'B' || (tag[0] == 'I' && start < 0))
            {
                start = i;
                type = tag[2..];
            }
        }

        return spans;
    }
}

/// <summary>An entity of a sentence of tokens.</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Type">The class.</param>
internal readonly record struct EntitySpan(int Start, int Count, string Type);
