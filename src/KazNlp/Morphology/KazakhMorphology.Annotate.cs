using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KazNlp;

public sealed partial class KazakhMorphology
{
    private readonly MorphologyTagger _tagger;

    /// <summary>Lemma, part of speech and features of every token, chosen by its sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in order.</param>
    /// <param name="sentences">Its sentences, in order; a token that lies in none is taken alone.</param>
    /// <returns>One entry a token, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A token does not lie inside the text, or a sentence holds tokens that are not there.</exception>
    /// <remarks>Takes time linear in the number of tokens; a sentence of any length is processed in one pass from left to right.</remarks>
    public ImmutableArray<TokenMorphology> Annotate(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences)
    {
        var result = new TokenMorphology[tokens.Length];
        TextSpan[] spans = ArrayPool<TextSpan>.Shared.Rent(tokens.Length);
        for (int i = 0; i < tokens.Length; i++)
        {
            spans[i] = tokens[i].Span;
        }

        int done = 0;
        foreach (Sentence sentence in sentences)
        {
            Alone(text, spans, done, sentence.FirstToken, result);
            _tagger.Tag(text, spans.AsSpan(0, tokens.Length).Slice(sentence.FirstToken, sentence.TokenCount), result.AsSpan(sentence.FirstToken, sentence.TokenCount));
            done = sentence.FirstToken + sentence.TokenCount;
        }

        Alone(text, spans, done, tokens.Length, result);
        ArrayPool<TextSpan>.Shared.Return(spans);
        return Freeze(result);
    }

    /// <summary>The same for one sentence of given words, as a treebank gives them.</summary>
    /// <param name="words">The words, without white space between them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public ImmutableArray<TokenMorphology> Annotate(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var spans = new TextSpan[words.Count];
        int start = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(start, words[i].Length);
            start += words[i].Length + 1;
        }

        var result = new TokenMorphology[spans.Length];
        _tagger.Tag(string.Join(' ', words), spans, result);
        return Freeze(result);
    }

    internal MorphologyTagger Tagger => _tagger;

    private static ImmutableArray<TokenMorphology> Freeze(TokenMorphology[] array) =>
        ImmutableCollectionsMarshal.AsImmutableArray(array);

    private void Alone(ReadOnlySpan<char> text, TextSpan[] spans, int from, int to, TokenMorphology[] result)
    {
        for (int i = from; i < to; i++)
        {
            _tagger.Tag(text, spans.AsSpan(i, 1), result.AsSpan(i, 1));
        }
    }
}
