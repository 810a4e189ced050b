using System.Text;

namespace KazNlp.Benchmarks;

/// <summary>The corpus as a text of 1 MB, as one without white space, and as a document a hundred times as long.</summary>
public sealed class DocumentLengths
{
    private const int Megabyte = 1_000_000;
    private const int Times = 100;

    public DocumentLengths(Corpus corpus)
    {
        Corpus megabyte = new("1 MB of the corpus", Cut(corpus.Text, Megabyte));
        Corpus dense = new("1 MB of the corpus without its spaces", Cut(string.Concat(Cut(corpus.Text, 2 * Megabyte).Where(c => !char.IsWhiteSpace(c))), Megabyte));
        Corpus document = new("100 MB of the corpus as one document", Repeat(corpus.Text, megabyte.Text.Length * Times));
        All = [(megabyte.Name, megabyte, true), (dense.Name, dense, false), (document.Name, document, false)];
    }

    /// <summary>The texts, with what the tables call them; all others are compared with the reference.</summary>
    public IReadOnlyList<(string Name, Corpus Text, bool IsReference)> All { get; }

    // The start of a text, as many bytes of UTF-8 at most, to a whole character.
    private static string Cut(string text, int utf8Bytes)
    {
        byte[] room = new byte[utf8Bytes];
        Encoder encoder = Encoding.UTF8.GetEncoder();
        encoder.Convert(text, room, flush: true, out int used, out _, out _);
        return text[..used];
    }

    private static string Repeat(string text, int length)
    {
        var repeated = new StringBuilder(length + text.Length);
        while (repeated.Length < length) repeated.Append(text);
        return repeated.ToString(0, length);
    }
}
