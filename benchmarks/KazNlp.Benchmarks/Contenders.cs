using System.Text;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Benchmarks;

/// <summary>Everything that the quick comparison times, group by group.</summary>
public static class Contenders
{
    public const string Utf16 = "UTF-16 text to tokens";
    public const string Utf8 = "UTF-8 text to tokens";
    public const string Sentences = "Tokens and sentences";
    public const string AnyLengthUtf16 = "UTF-16, time a byte: long documents and text without a space";
    public const string AnyLengthUtf8 = "UTF-8, time a byte: long documents and text without a space";
    public const string Limits = "Limits of the machine";

    /// <summary>The contenders over one corpus; each holds its buffers, so that <see cref="Contender.Run"/> allocates only what its library does.</summary>
    public static IReadOnlyList<Contender> For(Corpus corpus) =>
        [.. TokensOfUtf16(corpus), .. TokensOfUtf8(corpus), .. SentencesOf(corpus), .. TextsOfAnyLength(corpus), .. LimitsOf(corpus)];

    private static IEnumerable<Contender> TokensOfUtf16(Corpus corpus)
    {
        string text = corpus.Text;
        KazakhEngine engine = new(corpus);
        yield return new(Utf16, "KazNlp, engine, blocks of 4,096 tokens", () => engine.Tokens(text));
        yield return new(Utf16, "KazNlp, engine, one array", () => engine.TokensAtOnce(text));
        yield return new(Utf16, "KazNlp, enumerator", () => engine.EnumerateTokens(text));
        foreach (string path in KazakhEngine.Paths)
        {
            KazakhEngine forced = new(corpus, path);
            yield return new(Utf16, $"KazNlp, engine, path {path}", () => forced.Tokens(text));
        }

        yield return new(Utf16, "Regex, generated, all rules", () => OtherTokenizers.Matches(KazakhRegex.AllRules(), text));
        yield return new(Utf16, "Regex, compiled, all rules", () => OtherTokenizers.Matches(KazakhRegex.AllRulesCompiled, text));
        yield return new(Utf16, "Regex, generated, plain rules", () => OtherTokenizers.Matches(KazakhRegex.Plain(), text)) { IsReference = true };
        yield return new(Utf16, "string.Split (white space only)", () => OtherTokenizers.Split(text));
        yield return new(Utf16, "MemoryExtensions.SplitAny (white space only)", () => OtherTokenizers.SplitAny(text));
        yield return new(Utf16, "Lucene.Net StandardTokenizer", () => OtherTokenizers.Lucene(text));
        PreTokenizer words = PreTokenizer.CreateWordOrNonWord(), roberta = RobertaPreTokenizer.Instance;
        yield return new(Utf16, "ML.Tokenizers CreateWordOrNonWord", () => OtherTokenizers.PreTokenizer(words, text));
        yield return new(Utf16, "ML.Tokenizers RobertaPreTokenizer", () => OtherTokenizers.PreTokenizer(roberta, text));
        yield return new(Utf16, "ICU4N BreakIterator, words", () => OtherTokenizers.IcuWords(text));
    }

    private static IEnumerable<Contender> TokensOfUtf8(Corpus corpus)
    {
        byte[] utf8 = corpus.Utf8;
        var buffer = new char[utf8.Length];
        KazakhEngine engine = new(corpus);
        yield return new(Utf8, "KazNlp, UTF-8 engine, blocks of 4,096 tokens", () => engine.TokensOfUtf8(utf8));
        foreach (string path in KazakhEngine.Paths)
        {
            KazakhEngine forced = new(corpus, path);
            yield return new(Utf8, $"KazNlp, UTF-8 engine, path {path}", () => forced.TokensOfUtf8(utf8));
        }

        yield return new(Utf8, "UTF8.GetChars, then Regex, generated, all rules", () => OtherTokenizers.TranscodedMatches(KazakhRegex.AllRules(), utf8, buffer));
        yield return new(Utf8, "UTF8.GetChars, then Regex, generated, plain rules", () => OtherTokenizers.TranscodedMatches(KazakhRegex.Plain(), utf8, buffer)) { IsReference = true };
        yield return new(Utf8, "UTF8.GetChars alone (no tokens)", () => Encoding.UTF8.GetChars(utf8, buffer));
    }

    private static IEnumerable<Contender> SentencesOf(Corpus corpus)
    {
        string text = corpus.Text;
        KazakhEngine engine = new(corpus); // one for all, whose arrays lie at the same places in the caches
        int tokens = (int)engine.TokensAtOnce(text);
        yield return new(Sentences, "KazNlp, tokens alone, one array", () => engine.TokensAtOnce(text)) { IsReference = true };
        yield return new(Sentences, "KazNlp, tokens and sentences together", () => engine.TokensAndSentences(text));
        yield return new(Sentences, "KazNlp, sentences of given tokens", () => engine.SentencesOfTokens(text, tokens));
        yield return new(Sentences, "Regex, generated: space after a stop before a capital", () => OtherTokenizers.Matches(KazakhRegex.SentenceBreak(), text));
        yield return new(Sentences, "ICU4N BreakIterator, sentences", () => OtherTokenizers.IcuSentences(text));
    }

    private static IEnumerable<Contender> TextsOfAnyLength(Corpus corpus)
    {
        DocumentLengths texts = new(corpus);
        KazakhEngine engine = new(corpus);
        foreach ((string name, Corpus text, bool isReference) in texts.All)
        {
            yield return new(AnyLengthUtf16, name, () => engine.Tokens(text.Text)) { Utf8Bytes = text.Utf8.Length, IsReference = isReference };
            yield return new(AnyLengthUtf8, name, () => engine.TokensOfUtf8(text.Utf8)) { Utf8Bytes = text.Utf8.Length, IsReference = isReference };
        }
    }

    private static IEnumerable<Contender> LimitsOf(Corpus corpus)
    {
        string text = corpus.Text;
        byte[] utf8 = corpus.Utf8;
        var characters = new char[text.Length];
        var bytes = new byte[utf8.Length];
        yield return new(Limits, "copy of the UTF-16 text", () => { text.CopyTo(characters); return characters.Length; }) { IsReference = true };
        yield return new(Limits, "copy of the UTF-8 text", () => { utf8.CopyTo(bytes, 0); return bytes.Length; });
        yield return new(Limits, "count of spaces in the UTF-16 text", () => text.AsSpan().Count(' '));
        yield return new(Limits, "count of character classes, 64 K table", () => ClassCounting.Count(text));
        yield return new(Limits, "Encoding.UTF8.GetChars", () => Encoding.UTF8.GetChars(utf8, characters));
    }
}
