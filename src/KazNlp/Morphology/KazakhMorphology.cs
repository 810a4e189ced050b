using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>
/// Morphology of Kazakh in both directions: analysis of words, lemmas, inflection, number words. Immutable and thread-safe; make one and share it.
/// </summary>
/// <remarks>
/// Suffixes with their allomorphs, their order and the stems stand as readable tables in <c>data/morphology</c>; one set of tables drives
/// analysis and generation. Tags, features and lemmas follow Universal Dependencies as the Kazakh treebank UD Kazakh-KTB applies them.
/// </remarks>
public sealed partial class KazakhMorphology
{
    private static readonly Lazy<KazakhMorphology> LazyDefault = new(() => new KazakhMorphology(MorphologyModel.Load(EmbeddedPacks.Load("morphology"))));

    /// <summary>What it costs to read a word in lower case as a name, in hundredths of a nat.</summary>
    private const int LowerCaseNameCost = 500;

    private readonly MorphologyModel _model;
    private readonly WordCache<ImmutableArray<MorphAnalysis>> _analyses = new(bits: 15);

    private KazakhMorphology(MorphologyModel model)
    {
        _model = model;
        _generator = new MorphGenerator(model);
        _tagger = new MorphologyTagger(this);
    }

    /// <summary>The morphology with the embedded lexicon and models; loaded on first use.</summary>
    /// <exception cref="InvalidDataException">The assembly was built without the pack, or the pack is damaged.</exception>
    public static KazakhMorphology Default => LazyDefault.Value;

    /// <summary>The tables behind this object.</summary>
    internal MorphologyModel Model => _model;

    /// <summary>Makes a morphology from a pack of kind <c>morphology</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pack"/> is null.</exception>
    /// <exception cref="InvalidDataException">The pack is of another kind or incomplete.</exception>
    public static KazakhMorphology FromPack(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.Kind == "morphology"
            ? new KazakhMorphology(MorphologyModel.Load(pack))
            : throw new InvalidDataException($"{pack.Name}: a pack of kind '{pack.Kind}' where one of kind 'morphology' is needed.");
    }

    /// <summary>The readings of one word, best first, without looking at its context.</summary>
    /// <param name="word">A word as a tokenizer gives it: letters, digits with a suffix, an abbreviation, punctuation.</param>
    /// <returns>
    /// At least one reading for every word that is not empty: a word whose stem is not in the lexicon is guessed by its endings
    /// (<see cref="MorphAnalysis.IsGuess"/>). Empty for an empty word.
    /// </returns>
    /// <remarks>
    /// Latin look-alikes inside Cyrillic words are read as the Cyrillic letters; offsets stay those of the given word.
    /// Takes time linear in the word's length: a word of more than 80 code units is not taken apart. The readings of the words met last come from a
    /// bounded cache (32,768 words) and cost no allocation.
    /// </remarks>
    public ImmutableArray<MorphAnalysis> Analyze(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return [];
        }

        uint slot = _analyses.SlotOf(word);
        if (_analyses.Find(word, slot) is { } known)
        {
            return known.Value;
        }

        string form = word.ToString();
        ImmutableArray<MorphAnalysis> analyses = AnalyzeAnew(form);
        _analyses.Set(new WordCache<ImmutableArray<MorphAnalysis>>.Entry(form, analyses), slot);
        return analyses;
    }

    /// <summary>The readings without a look into the cache.</summary>
    [SkipLocalsInit]
    internal ImmutableArray<MorphAnalysis> AnalyzeAnew(string form)
    {
        ReadOnlySpan<char> word = form;
        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        Reading reading = Read(word, candidates, out Span<MorphSearch.Candidate> found, stackalloc char[MorphSearch.MaxWord]);
        if (found.IsEmpty)
        {
            (PartOfSpeech partOfSpeech, string features) = reading.Unsearched();
            return [new MorphAnalysis(form, reading.Unsegmented(), partOfSpeech, features, [new Morpheme(0, form.Length, "STEM", partOfSpeech.ToUd())], 0, reading.IsGuess ? 0.5 : 1, reading.IsGuess)];
        }

        found.Sort(static (left, right) => right.Score.CompareTo(left.Score));
        double total = 0;
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            total += Math.Exp((candidate.Score - found[0].Score) / 100.0);
        }

        var analyses = ImmutableArray.CreateBuilder<MorphAnalysis>(found.Length);
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            bool guess = reading.IsGuess || (candidate.Stem < 0 && reading.Shape.Form == WordForm.Letters);
            double confidence = Math.Exp((candidate.Score - found[0].Score) / 100.0) / total;
            MorphAnalysis analysis = reading.Build(form, candidate, guess ? confidence / 2 : confidence, guess);
            if (!IsKnown(analyses, analysis))
            {
                analyses.Add(analysis);
            }
        }

        return analyses.DrainToImmutable();
    }

    /// <inheritdoc cref="Analyze(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public ImmutableArray<MorphAnalysis> Analyze(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Analyze(word.AsSpan());
    }

    /// <summary>Whether a better reading says the same by another segmentation.</summary>
    private static bool IsKnown(ImmutableArray<MorphAnalysis>.Builder analyses, MorphAnalysis analysis)
    {
        foreach (MorphAnalysis known in analyses)
        {
            if (known.PartOfSpeech == analysis.PartOfSpeech && known.Lemma == analysis.Lemma && known.Features == analysis.Features)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the readings of a word as numbers; <paramref name="found"/> is empty where nothing was searched.</summary>
    /// <param name="word">The word, not empty.</param>
    /// <param name="candidates">Room for the readings.</param>
    /// <param name="found">The readings, unsorted.</param>
    /// <param name="buffer">Room for the lower-case word; the result refers to it.</param>
    internal Reading Read(ReadOnlySpan<char> word, Span<MorphSearch.Candidate> candidates, out Span<MorphSearch.Candidate> found, Span<char> buffer)
    {
        WordShape shape = WordShape.Of(word);
        found = [];
        if (word.Length > MorphSearch.MaxWord || shape.Form is WordForm.Punctuation or WordForm.Symbol or WordForm.Address)
        {
            return new Reading(_model, word, default, shape, 0, word.Length > MorphSearch.MaxWord);
        }

        Span<char> lower = LookAlikes.ToLowerCyrillic(word, buffer, shape.Form);
        if (shape.Form != WordForm.Letters)
        {
            if (shape.Form == WordForm.Abbreviation)
            {
                // A known abbreviation says itself how it is spoken.
                int known = _model.Lexicon.Find(lower[..shape.StemEnd]);
                StemShape spoken = known >= 0 ? ShapeOf(known) : SpokenShape.OfAbbreviation(word[..shape.StemEnd]);
                found = SearchSuffixes(lower[shape.SuffixStart..], candidates, _model.NounState, PartOfSpeech.ProperNoun, spoken);
            }
            else if (shape.SuffixStart < word.Length)
            {
                bool number = shape.Form is WordForm.Digits or WordForm.Roman;
                StemShape spoken = shape.Form switch
                {
                    WordForm.Digits => SpokenShape.OfDigits(word[..shape.StemEnd]),
                    WordForm.Roman => SpokenShape.OfRoman(word[..shape.StemEnd]),
                    _ => SpokenShape.OfLatin(word[..shape.StemEnd]),
                };
                found = SearchSuffixes(lower[shape.SuffixStart..], candidates, number ? _model.DigitsState : _model.NounState, number ? PartOfSpeech.Numeral : PartOfSpeech.ProperNoun, spoken);
            }

            if (!found.IsEmpty || !IsNumberedNoun(word, shape))
            {
                return new Reading(_model, word, lower, shape, shape.SuffixStart, false);
            }

            shape = new WordShape(WordForm.Letters, word.Length, word.Length);
        }

        found = Search(lower, candidates, guess: false);
        if (!found.IsEmpty)
        {
            if (!CaseFolding.IsUpper(word[0]))
            {
                foreach (ref MorphSearch.Candidate candidate in found)
                {
                    candidate.Score -= candidate.PartOfSpeech == PartOfSpeech.ProperNoun ? LowerCaseNameCost : 0;
                }
            }

            return new Reading(_model, word, lower, shape, 0, false);
        }

        int hyphen = lower[..^1].LastIndexOfAny('-', ' '); // a space only where a treebank has one inside a word
        if (hyphen > 0)
        {
            found = Search(lower[(hyphen + 1)..], candidates, guess: false);
            if (!found.IsEmpty)
            {
                return new Reading(_model, word, lower, shape, hyphen + 1, false);
            }
        }

        found = Search(lower[(hyphen + 1)..], candidates, guess: true);
        return new Reading(_model, word, lower, shape, hyphen + 1, true);
    }

    /// <summary>A word that was read before, for its candidates.</summary>
    /// <param name="word">The word.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="offset">Where the searched part starts.</param>
    /// <param name="isGuess">Whether its stem was guessed.</param>
    /// <param name="buffer">Room for the lower-case word; the result refers to it.</param>
    internal Reading Resume(ReadOnlySpan<char> word, WordShape shape, int offset, bool isGuess, Span<char> buffer) =>
        word.Length > MorphSearch.MaxWord || shape.Form is WordForm.Punctuation or WordForm.Symbol or WordForm.Address
            ? new Reading(_model, word, default, shape, offset, isGuess)
            : new Reading(_model, word, LookAlikes.ToLowerCyrillic(word, buffer, shape.Form), shape, offset, isGuess);

    // 5-тармағының, 272-бабына, 90-жылдары: no suffix of the number, but a noun behind it.
    private static bool IsNumberedNoun(ReadOnlySpan<char> word, WordShape shape)
    {
        const int ShortestNoun = 3;
        return shape.Form == WordForm.Digits && shape.SuffixStart > shape.StemEnd && word.Length - shape.SuffixStart >= ShortestNoun
            && word[(shape.SuffixStart - 1)..].LastIndexOfAnyExceptInRange('\u0400', '\u052F') == 0;
    }

    private StemShape ShapeOf(int variant)
    {
        ref readonly StemLexicon.Stem stem = ref _model.Lexicon.Stems[_model.Lexicon.Variants[variant].Stem];
        return new StemShape(stem.Class, stem.Harmony);
    }

    [SkipLocalsInit]
    private Span<MorphSearch.Candidate> Search(ReadOnlySpan<char> lower, Span<MorphSearch.Candidate> candidates, bool guess)
    {
        var search = new MorphSearch(_model, lower, candidates, stackalloc ulong[MorphSearch.MaxWord + 1], stackalloc int[MorphSearch.MaxWord + 1], guess);
        search.Run();
        return candidates[..search.Count];
    }

    private Span<MorphSearch.Candidate> SearchSuffixes(ReadOnlySpan<char> suffixes, Span<MorphSearch.Candidate> candidates, byte root, PartOfSpeech partOfSpeech, StemShape spoken)
    {
        var search = new MorphSearch(_model, suffixes, candidates, new MorphSearch.VirtualStem(true, root, partOfSpeech, spoken));
        search.Run();
        if (search.Count == 0)
        {
            // Writers disagree on how numbers and abbreviations are spoken; a suffix that does not fit is still a suffix.
            search = new MorphSearch(_model, suffixes, candidates, new MorphSearch.VirtualStem(true, root, partOfSpeech, new StemShape(SoundClass.Any, Harmony.Any)));
            search.Run();
        }

        return candidates[..search.Count];
    }
}
