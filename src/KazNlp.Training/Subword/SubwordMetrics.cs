using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>How a tokenizer does on a text. Words are what stands between white space, punctuation included.</summary>
/// <param name="Words">Number of words.</param>
/// <param name="Characters">Number of Unicode characters, white space included.</param>
/// <param name="Tokens">Number of tokens of the whole text.</param>
/// <param name="SinglePieceWords">Words that are one token, or would be without the marks around them.</param>
/// <param name="ByteTokens">Tokens that are a part of a character: text that the vocabulary has no characters for.</param>
/// <param name="RoundTrip">Whether decoding gave back the text.</param>
/// <param name="InnerCuts">Places inside Cyrillic words where one token ends and the next begins.</param>
/// <param name="MorphemeCuts">Those of them that stand between two morphemes, by the likeliest analysis of <see cref="KazakhMorphology.Default"/>.</param>
public sealed record SubwordMetrics(
    long Words, long Characters, long Tokens, long SinglePieceWords, long ByteTokens, bool RoundTrip, long InnerCuts, long MorphemeCuts)
{
    /// <summary>Tokens for each word: fertility.</summary>
    public double TokensPerWord => Words == 0 ? 0 : (double)Tokens / Words;

    /// <summary>Unicode characters for each token.</summary>
    public double CharactersPerToken => Tokens == 0 ? 0 : (double)Characters / Tokens;

    /// <summary>Share of the words that are in one piece, 0 to 1.</summary>
    public double SinglePieceShare => Words == 0 ? 0 : (double)SinglePieceWords / Words;

    /// <summary>Share of the cuts inside words that stand at a morpheme boundary, 0 to 1.</summary>
    public double MorphemeCutShare => InnerCuts == 0 ? 0 : (double)MorphemeCuts / InnerCuts;

    /// <summary>The figures of two texts together.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="left"/> or <paramref name="right"/> is null.</exception>
    public static SubwordMetrics operator +(SubwordMetrics left, SubwordMetrics right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new SubwordMetrics(
            left.Words + right.Words,
            left.Characters + right.Characters,
            left.Tokens + right.Tokens,
            left.SinglePieceWords + right.SinglePieceWords,
            left.ByteTokens + right.ByteTokens,
            left.RoundTrip && right.RoundTrip,
            left.InnerCuts + right.InnerCuts,
            left.MorphemeCuts + right.MorphemeCuts);
    }

    /// <summary>Measures a tokenizer on a text.</summary>
    /// <param name="tokenizer">Any tokenizer of Microsoft.ML.Tokenizers.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokenizer"/> or <paramref name="text"/> is null.</exception>
    public static SubwordMetrics Measure(Tokenizer tokenizer, string text)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens(text, out _);
        int[] ids = [.. tokens.Select(static token => token.Id)];
        (long cuts, long morphemeCuts) = CountCuts(text, tokens);
        long words = 0;
        long single = 0;
        foreach (Range range in text.AsSpan().SplitAny([' ', '\n', '\r', '\t', '\u00A0', '\u2028', '\u2029', '\u3000', '\u202F', '\u2009']))
        {
            ReadOnlySpan<char> word = text.AsSpan(range);
            if (word.IsWhiteSpace())
            {
                continue;
            }

            words++;
            ReadOnlySpan<char> core = TrimMarks(word);
            if (core.IsEmpty)
            {
                core = word;
            }

            int start = range.Start.Value + text.AsSpan(range).IndexOf(core);
            // With the space before it, where it follows one.
            start -= core.Length > 0 && start > 0 && text[start - 1] == ' ' ? 1 : 0;
            single += tokenizer.CountTokens(text.AsSpan(start, core.Length + (text[start] == ' ' ? 1 : 0))) == 1 ? 1 : 0;
        }

        long bytes = 0;
        foreach ((int id, int count) in ids.CountBy(static id => id))
        {
            bytes += IsPartOfCharacter(tokenizer, id) ? count : 0;
        }

        return new SubwordMetrics(words, text.EnumerateRunes().LongCount(), ids.Length, single, bytes, tokenizer.Decode(ids) == text, cuts, morphemeCuts);
    }

    private static (long Cuts, long MorphemeCuts) CountCuts(string text, IReadOnlyList<EncodedToken> tokens)
    {
        var boundaries = new Dictionary<string, int[]>(StringComparer.Ordinal);
        long cuts = 0;
        long morphemeCuts = 0;
        int next = 1;
        foreach (Token word in KazakhTokenizer.Default.Enumerate(text))
        {
            if (word.Kind != TokenKind.Word || word.Of(text).ContainsAnyExceptInRange('\u0400', '\u052F'))
            {
                continue;
            }

            for (; next < tokens.Count && tokens[next].Offset.Start.Value < word.End; next++)
            {
                int cut = tokens[next].Offset.Start.Value - word.Start;
                // A token that begins inside a character cuts that, not the word.
                if (cut > 0 && tokens[next - 1].Offset.End.Value == tokens[next].Offset.Start.Value)
                {
                    cuts++;
                    morphemeCuts += BoundariesOf(word.Of(text).ToString()).Contains(cut) ? 1 : 0;
                }
            }
        }

        return (cuts, morphemeCuts);

        int[] BoundariesOf(string word)
        {
            if (!boundaries.TryGetValue(word, out int[]? known))
            {
                known = [.. KazakhMorphology.Default.Analyze(word)[0].Morphemes.Select(static morpheme => morpheme.Start)];
                boundaries.Add(word, known);
            }

            return known;
        }
    }

    // Decoded on its own, what is no whole character becomes U+FFFD.
    private static bool IsPartOfCharacter(Tokenizer tokenizer, int id) => tokenizer is KazakhSubwordTokenizer ours
        ? !System.Text.Unicode.Utf8.IsValid(ours.GetPiece(id))
        : tokenizer.Decode([id])?.Contains('\uFFFD') ?? false;

    private static ReadOnlySpan<char> TrimMarks(ReadOnlySpan<char> word)
    {
        int start = 0;
        int end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        return word[start..end];
    }
}
