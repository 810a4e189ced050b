namespace KazNlp;

/// <summary>
/// Reads CoNLL files of tokens with IOB2 tags: one <c>token TAB tag</c> a line, a blank line after each sentence,
/// comment lines that start with <c># </c>. UTF-8; a BOM and <c>\r\n</c> are accepted.
/// </summary>
/// <remarks>Sentences are read one by one, so a file may be larger than memory. The format is that of KazNERD and of the CoNLL-2003 shared task, with a tabulator.</remarks>
public static class ConllReader
{
    // Columns parted by spaces, of which the first is the token and the last the tag, are common elsewhere.
    private const string HowToConvert = "columns as in CoNLL-2003 are converted by: awk '!/^-DOCSTART-/ {print NF ? $1 \"\\t\" $NF : \"\"}'";

    /// <summary>Reads sentences with their tags, for training and evaluation.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The sentences, read as they are asked for; each has <see cref="ConllSentence.Tags"/>.</returns>
    /// <exception cref="DataFormatException">While reading: a line has no tag or more than two columns, a tag is not IOB2, or the file is not UTF-8 text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<ConllSentence> ReadTagged(string path)
    {
        using FileStream stream = File.OpenRead(path);
        foreach (ConllSentence sentence in ReadTagged(stream, path))
        {
            yield return sentence;
        }
    }

    /// <summary>Reads sentences with their tags, for training and evaluation.</summary>
    /// <param name="stream">UTF-8 bytes; the stream stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>As for <see cref="ReadTagged(string)"/>.</returns>
    /// <exception cref="DataFormatException">As for <see cref="ReadTagged(string)"/>.</exception>
    public static IEnumerable<ConllSentence> ReadTagged(Stream stream, string name) => Read(stream, name, withTags: true);

    /// <summary>Reads the tokens of each sentence, for tagging: a second column is allowed and ignored, whatever it holds.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The sentences, read as they are asked for, without tags.</returns>
    /// <exception cref="DataFormatException">While reading: a line has more than two columns, or the file is not UTF-8 text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<ConllSentence> ReadTokens(string path)
    {
        using FileStream stream = File.OpenRead(path);
        foreach (ConllSentence sentence in ReadTokens(stream, path))
        {
            yield return sentence;
        }
    }

    /// <summary>Reads the tokens of each sentence, for tagging: a second column is allowed and ignored, whatever it holds.</summary>
    /// <param name="stream">UTF-8 bytes; the stream stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>As for <see cref="ReadTokens(string)"/>.</returns>
    /// <exception cref="DataFormatException">As for <see cref="ReadTokens(string)"/>.</exception>
    public static IEnumerable<ConllSentence> ReadTokens(Stream stream, string name) => Read(stream, name, withTags: false);

    private static IEnumerable<ConllSentence> Read(Stream stream, string file, bool withTags)
    {
        var reader = new Utf8LineReader(stream, file);
        List<string> comments = [];
        List<string> tokens = [];
        List<string> tags = [];
        int firstLine = 0;
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (tokens.Count > 0)
                {
                    yield return Take();
                }
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                comments.Add(line);
            }
            else
            {
                (string token, string? tag) = ParseLine(line, file, reader.LineNumber, withTags);
                firstLine = tokens.Count == 0 ? reader.LineNumber : firstLine;
                tokens.Add(token);
                tags.Add(tag ?? string.Empty);
            }
        }

        if (tokens.Count > 0)
        {
            yield return Take();
        }

        ConllSentence Take()
        {
            var sentence = new ConllSentence { Tokens = tokens, Tags = withTags ? tags : null, Comments = comments, Line = firstLine };
            (comments, tokens, tags) = ([], [], []);
            return sentence;
        }
    }

    private static (string Token, string? Tag) ParseLine(string line, string file, int number, bool withTags)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        string token = tab < 0 ? line : line[..tab];
        string? tag = tab < 0 ? null : line[(tab + 1)..];
        if (tag is not null && tag.Contains('\t', StringComparison.Ordinal))
        {
            throw new DataFormatException(file, number, $"{line.Count(c => c == '\t') + 1} columns where 'token TAB tag' has two; {HowToConvert}", column: 3);
        }

        if (token.Length == 0)
        {
            throw new DataFormatException(file, number, "the token is empty", column: 1);
        }

        if (token.AsSpan().IndexOf(' ') >= 0)
        {
            throw new DataFormatException(file, number, $"the token '{token}' holds a space; a tabulator separates the token from its tag, and a token has no white space; {HowToConvert}", column: 1);
        }

        if (withTags)
        {
            if (string.IsNullOrEmpty(tag))
            {
                throw new DataFormatException(file, number, $"the token '{token}' has no tag; the line must be 'token TAB tag'");
            }

            if (!EntityTags.IsValid(tag))
            {
                throw new DataFormatException(file, number, $"the tag '{tag}' is not IOB2: it must be O, B-CLASS or I-CLASS", column: 2);
            }
        }

        return (token, tag);
    }
}
