namespace KazNlp;

/// <summary>Writes CoNLL files of tokens with IOB2 tags, as <see cref="ConllReader"/> reads them.</summary>
public static class ConllWriter
{
    /// <summary>Writes one sentence: its comments, a <c>token TAB tag</c> a line, and a blank line.</summary>
    /// <param name="writer">Where to; lines end with <c>\n</c> whatever the writer's own line end is.</param>
    /// <param name="sentence">The sentence; its own tags are not written.</param>
    /// <param name="tags">One tag a token.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/>, <paramref name="sentence"/> or <paramref name="tags"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer tags than tokens.</exception>
    public static void Write(TextWriter writer, ConllSentence sentence, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count != sentence.Tokens.Count)
        {
            throw new ArgumentException($"{tags.Count} tags for {sentence.Tokens.Count} tokens.", nameof(tags));
        }

        foreach (string comment in sentence.Comments)
        {
            writer.Write(comment);
            writer.Write('\n');
        }

        for (int i = 0; i < tags.Count; i++)
        {
            writer.Write(sentence.Tokens[i]);
            writer.Write('\t');
            writer.Write(tags[i]);
            writer.Write('\n');
        }

        writer.Write('\n');
    }
}
