using System.Globalization;
using System.Text;

namespace KazNlp;

/// <summary>
/// Writes analysed documents as CoNLL-U: <c># newdoc</c>, <c># sent_id</c>, <c># text</c>, then ID, FORM, LEMMA, UPOS, FEATS and MISC of every token.
/// </summary>
/// <remarks>
/// There is no parser, so XPOS, HEAD, DEPREL and DEPS are <c>_</c>. MISC has <c>SpaceAfter=No</c> where nothing stands between a token and what follows
/// it, and <c>TokenRange=start:end</c>, in UTF-16 code units of the document's text, end exclusive. <c># text</c> is the sentence with one space wherever
/// white space stands. As the format asks, forms are in Unicode form C and hold no white space; a lone surrogate comes out as U+FFFD.
/// </remarks>
public static class ConllUWriter
{
    /// <summary>Writes a document, with a blank line after each sentence. One without tokens leaves nothing, as a comment needs a sentence.</summary>
    /// <param name="output">Where it is written; lines end in <c>\n</c>.</param>
    /// <param name="document">The document, with morphology.</param>
    /// <param name="id">What <c># newdoc</c> calls it, on one line; null for no name.</param>
    /// <param name="sentencePrefix">What stands before the running number in each <c># sent_id</c>: without white space and slashes, and another for each document of a file.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">The document was made without morphology.</exception>
    public static void Write(TextWriter output, Document document, string? id, string sentencePrefix)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentencePrefix);
        if (document.Morphology.Length != document.Tokens.Length)
        {
            throw new ArgumentException("The pipeline that made the document leaves morphology out; use one with PipelineOptions.Morphology.", nameof(document));
        }

        int number = 0;
        var line = new StringBuilder();
        foreach (Sentence sentence in document.Sentences)
        {
            if (sentence.TokenCount == 0)
            {
                continue;
            }

            if (number++ == 0)
            {
                output.Write(id is null ? "# newdoc\n" : $"# newdoc id = {OneLine(id)}\n");
            }

            output.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {sentencePrefix}{number}\n# text = "));
            WriteText(output, document, sentence);
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                WriteToken(line, document, sentence.FirstToken + i, i + 1);
                output.Write(line);
            }

            output.Write('\n');
        }
    }

    private static void WriteText(TextWriter output, Document document, Sentence sentence)
    {
        int last = sentence.FirstToken + sentence.TokenCount - 1;
        for (int i = sentence.FirstToken; i <= last; i++)
        {
            output.Write(FormOf(document.Tokens[i].Of(document.Text)));
            output.Write(i == last ? "\n" : HasSpaceAfter(document, i) ? " " : "");
        }
    }

    private static void WriteToken(StringBuilder line, Document document, int index, int id)
    {
        Token token = document.Tokens[index];
        TokenMorphology morphology = document.Morphology[index];
        string lemma = FormOf(morphology.Lemma);
        line.Clear();
        line.Append(CultureInfo.InvariantCulture, $"{id}\t{FormOf(token.Of(document.Text))}\t{(lemma.Length == 0 ? "_" : lemma)}\t{morphology.PartOfSpeech.ToUd()}\t_\t");
        line.Append(morphology.Features.Length == 0 ? "_" : morphology.Features);
        line.Append("\t_\t_\t_\t").Append(HasSpaceAfter(document, index) ? "" : "SpaceAfter=No|");
        line.Append(CultureInfo.InvariantCulture, $"TokenRange={token.Start}:{token.End}\n");
    }

    /// <summary>Whether white space or control characters follow a token.</summary>
    private static bool HasSpaceAfter(Document document, int index)
    {
        int end = document.Tokens[index].End;
        return end < document.Text.Length && (index + 1 == document.Tokens.Length || document.Tokens[index + 1].Start > end);
    }

    /// <summary>A form as a column may hold it.</summary>
    private static string FormOf(ReadOnlySpan<char> token) => CanonicalCompositions.Compose(token);

    private static string OneLine(string id) => string.Concat(CanonicalCompositions.Compose(id).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
