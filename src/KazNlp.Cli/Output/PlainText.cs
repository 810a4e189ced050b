using System.Buffers;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary>Documents as plain lines: tokens, sentences, CoNLL, topics.</summary>
internal static class PlainText
{
    /// <summary>One sentence a line, its tokens separated by one space.</summary>
    public static void WriteTokenLines(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        foreach (Sentence sentence in document.Sentences)
        {
            string separator = string.Empty;
            foreach (Token token in TokensOf(document, sentence))
            {
                Write(output, separator);
                Write(output, token.Of(document.Text));
                separator = " ";
            }

            Write(output, "\n");
        }
    }

    /// <summary>One token a line, a blank line between sentences.</summary>
    public static void WriteTokenColumn(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        string separator = string.Empty;
        foreach (Sentence sentence in document.Sentences)
        {
            Write(output, separator);
            foreach (Token token in TokensOf(document, sentence))
            {
                Write(output, token.Of(document.Text));
                Write(output, "\n");
            }

            separator = "\n";
        }
    }

    /// <summary>One sentence a line as it is written; a line break inside it becomes one space.</summary>
    public static void WriteSentenceLines(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        foreach (Sentence sentence in document.Sentences)
        {
            string separator = string.Empty;
            foreach (ReadOnlySpan<char> line in sentence.Span.Of(document.Text).EnumerateLines())
            {
                Write(output, separator);
                Write(output, line);
                separator = " ";
            }

            Write(output, "\n");
        }
    }

    /// <summary><c>token TAB tag</c> in IOB2, a blank line after each sentence; the document's name as a comment before its first.</summary>
    public static void WriteConll(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        if (name is { } known)
        {
            Write(output, $"# {known.Property} = {known.Text}\n");
        }

        int next = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            foreach (Token token in TokensOf(document, sentence))
            {
                while (next < document.Entities.Length && document.Entities[next].End <= token.Start)
                {
                    next++;
                }

                Write(output, token.Of(document.Text));
                Write(output, "\t");
                Write(output, next < document.Entities.Length ? TagOf(token, document.Entities[next]) : "O");
                Write(output, "\n");
            }

            Write(output, "\n");
        }
    }

    /// <summary>CoNLL-U with lemma, part of speech and features; no syntax.</summary>
    public static void WriteConllU(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        string? id = name is { } given && !given.Json.Span.SequenceEqual("null"u8) ? given.Text : null;
        ConllUWriter.Write(text, document, id, name is { } known ? $"{known.Number}-" : string.Empty);
        foreach (ReadOnlyMemory<char> chunk in text.GetStringBuilder().GetChunks())
        {
            Write(output, chunk.Span);
        }
    }

    /// <summary>A topic a line, best first: label, score and code, with tabulators; the document's name in front when there are several.</summary>
    public static void WriteTopics(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        foreach (TopicScore topic in document.Topics)
        {
            string prefix = name is { } known ? $"{known.Text}\t" : string.Empty;
            Write(output, string.Create(CultureInfo.InvariantCulture, $"{prefix}{topic.Label}\t{topic.Score:0.0000}\t{topic.Code}\n"));
        }
    }

    /// <summary>Writes text in UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text) => StandardStreams.Utf8.GetBytes(text, output);

    private static string TagOf(Token token, Entity entity)
    {
        if (token.End <= entity.Start)
        {
            return "O";
        }

        return token.Start <= entity.Start ? $"B-{entity.Type.Name}" : $"I-{entity.Type.Name}";
    }

    private static ReadOnlySpan<Token> TokensOf(Document document, Sentence sentence) => document.Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount);
}
