using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Chooses among the readings of each token by its context: a greedy tagger from left to right whose weights an averaged perceptron has learned
/// (Collins 2002). Immutable and thread-safe.
/// </summary>
internal sealed class MorphologyTagger
{
    /// <summary>How much a nat of the score without context counts.</summary>
    internal const float GapWeight = 0.5f;

    /// <summary>What one unit of the packed weights is worth.</summary>
    internal const float WeightUnit = 1f / 256;

    private readonly KazakhMorphology _morphology;
    private readonly TaggerLatticeBuilder _builder;
    private readonly ReadOnlyMemory<byte> _weights;

    public MorphologyTagger(KazakhMorphology morphology)
    {
        _morphology = morphology;
        _builder = new TaggerLatticeBuilder(morphology);
        ModelPack pack = morphology.Model.Pack;
        _weights = pack.TryGetSection("tagger", out ReadOnlyMemory<byte> weights) ? weights : default;
        if (_weights.Length is not 0 and not (TaggerFeatures.TableSize * sizeof(short)))
        {
            throw new InvalidDataException($"{pack.Name}: section 'tagger' has {_weights.Length} bytes where {TaggerFeatures.TableSize * sizeof(short)} are needed.");
        }
    }

    private ReadOnlySpan<short> Weights => MemoryMarshal.Cast<byte, short>(_weights.Span);

    /// <summary>Lists the options of the words of one sentence, to be given back by <see cref="TaggerLattice.Return"/>; for training, which decides itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words' ranges, in order.</param>
    /// <param name="laterParts">By word, whether it is a part of a multi-word token and not the first.</param>
    internal TaggerLattice CreateLattice(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<bool> laterParts) => _builder.Build(text, words, laterParts);

    /// <summary>Tags the words of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words' ranges, in order.</param>
    /// <param name="sink">Takes each result in order.</param>
    /// <param name="laterParts">By word, whether it is a part of a multi-word token and not the first; empty when none is.</param>
    public void Tag(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<TokenMorphology> sink, ReadOnlySpan<bool> laterParts = default)
    {
        TaggerLattice lattice = _builder.Build(text, words, laterParts);
        Span<uint> features = stackalloc uint[TaggerFeatures.MaxCount];
        TaggerFeatures.Decision earlier = default;
        TaggerFeatures.Decision previous = default;
        for (int i = 0; i < words.Length; i++)
        {
            int best = Choose(lattice, i, previous, earlier, features);
            earlier = previous;
            previous = lattice.Decide(i, best);
            sink[i] = Result(lattice, i, words[i].Of(text), lattice.Options[best]);
        }

        lattice.Return();
    }

    /// <summary>The best option of a token after what was decided before it.</summary>
    private int Choose(TaggerLattice lattice, int index, in TaggerFeatures.Decision previous, in TaggerFeatures.Decision earlier, Span<uint> features)
    {
        ref readonly TaggerFeatures.View view = ref lattice.Views[index];
        if (view.Count == 1)
        {
            return view.First;
        }

        ReadOnlySpan<short> weights = Weights;
        int best = view.First;
        float bestScore = float.MinValue;
        for (int o = view.First; o < view.First + view.Count; o++)
        {
            float score = lattice.Options[o].Gap * GapWeight;
            if (!weights.IsEmpty)
            {
                int count = TaggerFeatures.Extract(lattice.Options[o], view, lattice.View(index + 1), lattice.View(index + 2), previous, earlier, features);
                int sum = 0;
                foreach (uint feature in features[..count])
                {
                    sum += weights[(int)feature];
                }

                score += sum * WeightUnit;
            }

            if (score > bestScore)
            {
                (best, bestScore) = (o, score);
            }
        }

        return best;
    }

    /// <summary>The lemma that an option gives to a word.</summary>
    internal string LemmaOf(TaggerLattice lattice, int index, ReadOnlySpan<char> word, in TaggerOption option) => Result(lattice, index, word, option).Lemma;

    [SkipLocalsInit]
    private TokenMorphology Result(TaggerLattice lattice, int index, ReadOnlySpan<char> word, in TaggerOption option)
    {
        if (word.IsEmpty)
        {
            return new TokenMorphology("", PartOfSpeech.Other, "");
        }

        TaggerLattice.WordState state = lattice.Words[index];
        Reading reading = _morphology.Resume(word, state.Shape, state.Offset, state.IsGuess, stackalloc char[MorphSearch.MaxWord]);
        if (option.Candidate < 0)
        {
            return new TokenMorphology(reading.Unsegmented(), option.PartOfSpeech, reading.Unsearched().Features);
        }

        ref readonly MorphSearch.Candidate candidate = ref lattice.Candidates[option.Candidate];
        bool toCapital = option.PartOfSpeech == PartOfSpeech.ProperNoun && option.Listed != PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters;
        bool toLower = option.PartOfSpeech != PartOfSpeech.ProperNoun && option.Listed == PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters
            && !(lattice.HasSmallLetters && TaggerLatticeBuilder.IsAcronym(word));
        string features = reading.FeaturesOf(candidate);
        if (!toCapital && !toLower)
        {
            return new TokenMorphology(reading.LemmaOf(candidate), option.PartOfSpeech, features);
        }

        Span<char> lemma = stackalloc char[(2 * MorphSearch.MaxWord) + 64];
        int length = reading.WriteLemma(candidate, lemma);
        if (toLower)
        {
            CaseFolding.ToLower(lemma[..length], lemma[..length]);
        }
        else if (length > 0)
        {
            lemma[0] = char.ToUpperInvariant(lemma[0]);
        }

        return new TokenMorphology(lemma[..length].ToString(), option.PartOfSpeech, features);
    }
}
