using System.Buffers;

namespace KazNlp.Benchmarks;

/// <summary>KazNlp as a caller would drive it over a whole text, with one reused block of tokens that stays in the cache.</summary>
public sealed class KazakhEngine
{
    private const int BlockTokens = 4096;

    private readonly KazakhTokenizer _tokenizer;
    private readonly KazakhSentenceSplitter _splitter;
    private readonly Token[] _block = new Token[BlockTokens];
    private readonly Token[] _tokens;
    private readonly Sentence[] _sentences;

    /// <param name="corpus">The text, which decides how large the arrays for a whole document are.</param>
    /// <param name="path">A path of the tokenizer by name; the one that the processor gets if null.</param>
    public KazakhEngine(Corpus corpus, string? path = null)
    {
        _tokenizer = path is null ? KazakhTokenizer.Default : new KazakhTokenizer(Enum.Parse<TokenizerPath>(path));
        _splitter = new KazakhSentenceSplitter(_tokenizer);
        _tokens = new Token[corpus.Text.Length + 1];
        _sentences = new Sentence[(corpus.Text.Length / 4) + 2];
    }

    /// <summary>The names of the tokenizer's paths that this processor, with the settings of this process, can take.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Enum.GetValues<TokenizerPath>().Where(IsSupported).Select(p => p.ToString())];

    private static bool IsSupported(TokenizerPath path) => path switch
    {
        TokenizerPath.Vector512 => Utf16Classifier512.IsSupported,
        TokenizerPath.Vector256 => Utf16Classifier256.IsSupported,
        TokenizerPath.Vector128 => Utf16Classifier128.IsSupported,
        _ => true,
    };

    /// <summary>Tokens, block by block.</summary>
    public long Tokens(ReadOnlySpan<char> text)
    {
        long count = 0;
        OperationStatus status;
        do
        {
            status = _tokenizer.Tokenize(text, _block, out int consumed, out int written);
            text = text[consumed..];
            count += written;
        }
        while (status == OperationStatus.DestinationTooSmall);
        return count;
    }

    /// <summary>Tokens of UTF-8, block by block.</summary>
    public long TokensOfUtf8(ReadOnlySpan<byte> text)
    {
        long count = 0;
        OperationStatus status;
        do
        {
            status = _tokenizer.TokenizeUtf8(text, _block, out int consumed, out int written);
            text = text[consumed..];
            count += written;
        }
        while (status == OperationStatus.DestinationTooSmall);
        return count;
    }

    /// <summary>All tokens of the text, into one array.</summary>
    public long TokensAtOnce(ReadOnlySpan<char> text)
    {
        _ = _tokenizer.Tokenize(text, _tokens, out _, out int written);
        return written;
    }

    /// <summary>Tokens, by the enumerator.</summary>
    public long EnumerateTokens(ReadOnlySpan<char> text)
    {
        long count = 0;
        foreach (Token token in _tokenizer.Enumerate(text)) count += token.Length > 0 ? 1 : 0;
        return count;
    }

    /// <summary>Tokens and sentences of the text, into two arrays; returns the tokens.</summary>
    public long TokensAndSentences(ReadOnlySpan<char> text)
    {
        _ = _splitter.Split(text, _tokens, _sentences, out _, out int tokens, out _);
        return tokens;
    }

    /// <summary>The sentences of a text whose tokens <see cref="TokensAtOnce"/> has found.</summary>
    public long SentencesOfTokens(ReadOnlySpan<char> text, int tokenCount)
    {
        _ = _splitter.Split(text, _tokens.AsSpan(0, tokenCount), _sentences, out _, out int sentences);
        return sentences;
    }

    /// <summary>How many sentences the text has.</summary>
    public long CountSentences(ReadOnlySpan<char> text)
    {
        _ = _splitter.Split(text, _tokens, _sentences, out _, out _, out int sentences);
        return sentences;
    }
}
