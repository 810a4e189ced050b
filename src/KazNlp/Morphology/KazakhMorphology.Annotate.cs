using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

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
    /// <param name="words">The words. One that holds a space is read by its first part when what follows is a particle or the like (<c>келген жоқ</c>).</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public ImmutableArray<TokenMorphology> Annotate(IReadOnlyList<string> words) => Annotate(words, []);

    /// <summary>The same where some words are parts of multi-word tokens.</summary>
    /// <param name="words">The words.</param>
    /// <param name="laterParts">By word, whether it is such a part and not the first; empty when none is.</param>
    internal ImmutableArray<TokenMorphology> Annotate(IReadOnlyList<string> words, ReadOnlySpan<bool> laterParts)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        for (int i = 0; i < spans.Length; i++)
        {
            ReadOnlySpan<char> word = HeadOf(words[i]);
            spans[i] = new TextSpan(text.Length, word.Length);
            text.Append(word).Append(' ');
        }

        var result = new TokenMorphology[spans.Length];
        _tagger.Tag(text.ToString(), spans, result, laterParts);
        for (int i = 0; i < laterParts.Length; i++)
        {
            if (laterParts[i] && words[i] == "_")
            {
                result[i] = new TokenMorphology("е", PartOfSpeech.Auxiliary, "Aspect=Hab|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
            }
        }

        return Freeze(result);
    }

    /// <summary>A word without the particles and copulas that a treebank joins to it by spaces.</summary>
    internal ReadOnlySpan<char> HeadOf(ReadOnlySpan<char> word)
    {
        for (int space = word.LastIndexOf(' '); space > 0 && IsEnclitic(word[(space + 1)..]); space = word.LastIndexOf(' '))
        {
            word = word[..space].TrimEnd(' ');
        }

        return word;
    }

    private bool IsEnclitic(ReadOnlySpan<char> word)
    {
        int index = _model.Lexicon.Find(word);
        if (index < 0)
        {
            return false;
        }

        StemLexicon.Stem stem = _model.Lexicon.Stems[_model.Lexicon.Variants[index].Stem];
        return word is "жоқ" || (stem.Root == _model.WholeState
            && stem.PartOfSpeech is PartOfSpeech.Particle or PartOfSpeech.Auxiliary or PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Adverb);
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
