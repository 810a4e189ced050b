using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Chooses among the readings of each token by its context: a greedy tagger from left to right whose weights an averaged perceptron has learned
/// (Collins 2002). Immutable and thread-safe.
/// </summary>
internal sealed class MorphologyTagger
{
    private const int MaxOptions = 24;

    /// <summary>Stems at least this frequent have weights of their own.</summary>
    private const int FrequentStem = -1500 + 530;

    private readonly KazakhMorphology _morphology;
    private readonly MorphologyModel _model;
    private readonly ReadOnlyMemory<byte> _weights;

    public MorphologyTagger(KazakhMorphology morphology)
    {
        _morphology = morphology;
        _model = morphology.Model;
        _weights = _model.Pack.TryGetSection("tagger", out ReadOnlyMemory<byte> weights) ? weights : default;
        if (_weights.Length is not 0 and not (TaggerFeatures.TableSize * sizeof(short)))
        {
            throw new InvalidDataException($"{_model.Pack.Name}: section 'tagger' has {_weights.Length} bytes where {TaggerFeatures.TableSize * sizeof(short)} are needed.");
        }
    }

    private ReadOnlySpan<short> Weights => MemoryMarshal.Cast<byte, short>(_weights.Span);

    /// <summary>Tags the words of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words' ranges, in order.</param>
    /// <param name="sink">Takes each result in order.</param>
    /// <param name="laterParts">By word, whether it is a part of a multi-word token and not the first; empty when none is.</param>
    public void Tag(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<TokenMorphology> sink, ReadOnlySpan<bool> laterParts = default)
    {
        Lattice lattice = Lattice.Rent(words.Length);
        Fill(lattice, text, words, laterParts);
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
    private int Choose(Lattice lattice, int index, in TaggerFeatures.Decision previous, in TaggerFeatures.Decision earlier, Span<uint> features)
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

    /// <summary>How much a nat of the score without context counts.</summary>
    internal const float GapWeight = 0.5f;

    /// <summary>What one unit of the packed weights is worth.</summary>
    internal const float WeightUnit = 1f / 256;

    /// <summary>Lists the options of every word.</summary>
    [SkipLocalsInit]
    internal void Fill(Lattice lattice, ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<bool> laterParts = default)
    {
        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        Span<char> buffer = stackalloc char[MorphSearch.MaxWord];
        bool start = true;
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<char> word = words[i].Of(text);
            int first = lattice.OptionCount;
            uint closed = 0;
            if (word.IsEmpty)
            {
                lattice.Add(new TaggerOption { Candidate = -1, PartOfSpeech = PartOfSpeech.Other });
            }
            else
            {
                Reading reading = _morphology.Read(word, candidates, out Span<MorphSearch.Candidate> found, buffer);
                lattice.Words[i] = new WordState(reading.Shape, reading.Offset, reading.IsGuess);
                if (!laterParts.IsEmpty && laterParts[i])
                {
                    found = OnlySuffixes(found);
                }

                closed = AddOptions(lattice, reading, found, word);
            }

            lattice.Views[i] = Describe(lattice, first, word, start, closed);
            start = (start && IsOpening(word)) || word is "–" or "—" or ":" or "«" or "\"" or "“";
        }

        lattice.ViewCount = words.Length;
        MarkRepeats(lattice.Views.AsSpan(0, words.Length));
    }

    /// <summary>The readings that a joined suffix or particle may have; all when there is none of them.</summary>
    private Span<MorphSearch.Candidate> OnlySuffixes(Span<MorphSearch.Candidate> found)
    {
        int count = 0;
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i].Stem >= 0 && _model.Lexicon.Stems[found[i].Stem].Root == _model.WholeState
                && found[i].PartOfSpeech is PartOfSpeech.Adposition or PartOfSpeech.Auxiliary or PartOfSpeech.Particle or PartOfSpeech.Adverb or PartOfSpeech.CoordinatingConjunction)
            {
                (found[count], found[i]) = (found[i], found[count]);
                count++;
            }
        }

        return count == 0 ? found : found[..count];
    }

    /// <summary>Marks the words of closed classes that a neighbourhood has twice.</summary>
    private static void MarkRepeats(Span<TaggerFeatures.View> views)
    {
        const int Reach = 16;
        for (int i = 0; i < views.Length; i++)
        {
            for (int j = i + 1; views[i].Closed != 0 && j < views.Length && j <= i + Reach; j++)
            {
                if (views[j].Closed == views[i].Closed)
                {
                    views[i].Repeats = views[j].Repeats = true;
                    break;
                }
            }
        }
    }

    private uint AddOptions(Lattice lattice, in Reading reading, Span<MorphSearch.Candidate> found, ReadOnlySpan<char> word)
    {
        if (found.IsEmpty)
        {
            (PartOfSpeech tag, _) = reading.Unsearched();
            lattice.Add(new TaggerOption { Candidate = -1, PartOfSpeech = tag, Listed = tag, Origin = (byte)(reading.IsGuess ? 1 : 0) });
            if (tag == PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters)
            {
                lattice.Add(new TaggerOption { Candidate = -1, PartOfSpeech = PartOfSpeech.Noun, Listed = tag, Origin = 1 });
            }

            return 0;
        }

        bool capital = CaseFolding.IsUpper(word[0]);
        int top = int.MinValue;
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            top = Math.Max(top, candidate.Score);
        }

        uint closed = 0;
        int first = lattice.OptionCount;
        for (int c = 0; c < found.Length && lattice.OptionCount - first < MaxOptions; c++)
        {
            ref readonly MorphSearch.Candidate candidate = ref found[c];
            if (candidate.Score < top - MaxGap)
            {
                continue;
            }

            PartOfSpeech tag = reading.PartOfSpeechOf(candidate);
            byte origin = (byte)(candidate.Stem < 0 ? 1 : reading.HasDerivation(candidate) ? 2 : 0);
            uint lemma = 0;
            if (candidate.Stem >= 0)
            {
                ref readonly StemLexicon.Stem stem = ref _model.Lexicon.Stems[candidate.Stem];
                if (stem.Root == _model.WholeState || stem.Score > FrequentStem)
                {
                    lemma = (uint)stem.Lemma + 1;
                }

                if (stem.Root == _model.WholeState)
                {
                    closed = 1;
                }
            }

            int morpheme = candidate.Depth == 0 ? 0 : _model.Rules.Arcs[_model.Suffixes.Entries[candidate.Path[0]].Arc].Morpheme + 1;
            var option = new TaggerOption
            {
                Candidate = lattice.Keep(candidate),
                PartOfSpeech = tag,
                Listed = tag,
                Ending = (ushort)((morpheme << 7) | (candidate.Final & 127)),
                Lemma = lemma,
                Origin = origin,
                Gap = (candidate.Score - top) / 100f,
            };
            lattice.Add(option);
            AddNeighbours(lattice, option, candidate, capital, lattice.OptionCount - first);
        }

        return closed == 0 ? 0 : HashOf(word);
    }

    /// <summary>The other parts of speech under which the same reading may stand: names of nouns with a capital, nouns and adjectives for each other, adverbs.</summary>
    private static void AddNeighbours(Lattice lattice, TaggerOption option, in MorphSearch.Candidate candidate, bool capital, int count)
    {
        if (count >= MaxOptions - 3)
        {
            return;
        }

        PartOfSpeech tag = option.PartOfSpeech;
        bool bare = candidate.Depth == 0;
        if (capital && tag is PartOfSpeech.Noun or PartOfSpeech.Adjective)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.ProperNoun });
        }

        if (tag == PartOfSpeech.ProperNoun && (option.Origin == 1 || candidate.Stem >= 0))
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Noun });
        }

        if (tag == PartOfSpeech.Noun)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Adjective });
        }

        if (tag == PartOfSpeech.Adjective)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Noun });
        }

        if (tag is PartOfSpeech.Adjective or PartOfSpeech.Noun && bare)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Adverb });
        }

        if (tag == PartOfSpeech.Adverb && bare)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Adjective });
        }

        if (tag == PartOfSpeech.Verb)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.Auxiliary });
        }
    }

    private static TaggerFeatures.View Describe(Lattice lattice, int first, ReadOnlySpan<char> word, bool start, uint closed)
    {
        var view = new TaggerFeatures.View { First = first, Count = lattice.OptionCount - first, Closed = closed };
        float best = float.MinValue;
        for (int o = first; o < lattice.OptionCount; o++)
        {
            ref readonly TaggerOption option = ref lattice.Options[o];
            view.Tags |= 1u << (int)option.Listed;
            if (option.Gap > best && option.Listed == option.PartOfSpeech)
            {
                best = option.Gap;
                view.Likely = (((uint)option.PartOfSpeech + 1) << 16) | option.Ending;
            }
        }

        if (word.Length > 0)
        {
            bool punctuation = lattice.Options[first].PartOfSpeech == PartOfSpeech.Punctuation;
            view.Suffix2 = HashOf(word[^Math.Min(2, word.Length)..]);
            view.Suffix3 = HashOf(word[^Math.Min(3, word.Length)..]);
            view.Shape = (CaseFolding.IsUpper(word[0]) ? 1u : 0) | (start ? 2u : 0) | (word.Length > 1 && CaseFolding.IsUpper(word[^1]) ? 4u : 0) | (word.Length == 1 ? 8u : 0) | (word[^1] == '.' ? 16u : 0);
            view.Likely |= punctuation ? (uint)word[0] & 127 : 0;
        }

        return view;
    }

    [SkipLocalsInit]
    private TokenMorphology Result(Lattice lattice, int index, ReadOnlySpan<char> word, in TaggerOption option)
    {
        if (word.IsEmpty)
        {
            return new TokenMorphology("", PartOfSpeech.Other, "");
        }

        WordState state = lattice.Words[index];
        Reading reading = _morphology.Resume(word, state.Shape, state.Offset, state.IsGuess, stackalloc char[MorphSearch.MaxWord]);
        if (option.Candidate < 0)
        {
            return new TokenMorphology(reading.Unsegmented(), option.PartOfSpeech, reading.Unsearched().Features);
        }

        ref readonly MorphSearch.Candidate candidate = ref lattice.Candidates[option.Candidate];
        bool toCapital = option.PartOfSpeech == PartOfSpeech.ProperNoun && option.Listed != PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters;
        bool toLower = option.PartOfSpeech != PartOfSpeech.ProperNoun && option.Listed == PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters;
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

    /// <summary>The lemma that an option gives to a word.</summary>
    internal string LemmaOf(Lattice lattice, int index, ReadOnlySpan<char> word, in TaggerOption option) => Result(lattice, index, word, option).Lemma;

    private static bool IsOpening(ReadOnlySpan<char> word) => !char.IsLetterOrDigit(word[0]);

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
        {
            hash = (hash ^ CaseFolding.ToLower(c)) * 16777619;
        }

        return hash | 1;
    }

    private const int MaxGap = 1400;

    /// <summary>What <see cref="KazakhMorphology.Resume"/> asks of a word that was read.</summary>
    internal readonly record struct WordState(WordShape Shape, int Offset, bool IsGuess);

    /// <summary>The options of a sentence; reused, as sentences come one after another.</summary>
    internal sealed class Lattice
    {
        [ThreadStatic]
        private static Lattice? _spare;

        private static readonly TaggerFeatures.View Outside = new() { Likely = 0x7FFF0000 };

        public TaggerOption[] Options { get; private set; } = new TaggerOption[256];

        public TaggerFeatures.View[] Views { get; private set; } = new TaggerFeatures.View[64];

        /// <summary>By word, how it was read.</summary>
        public WordState[] Words { get; private set; } = new WordState[64];

        /// <summary>The readings to which the options refer.</summary>
        public MorphSearch.Candidate[] Candidates { get; private set; } = new MorphSearch.Candidate[256];

        public int CandidateCount { get; private set; }

        public int OptionCount { get; private set; }

        public int ViewCount { get; set; }

        public static Lattice Rent(int words)
        {
            Lattice lattice = _spare ?? new Lattice();
            _spare = null;
            lattice.OptionCount = 0;
            lattice.CandidateCount = 0;
            lattice.Reserve(words);
            return lattice;
        }

        public void Reserve(int words)
        {
            if (Views.Length < words)
            {
                Views = new TaggerFeatures.View[Math.Max(words, Views.Length * 2)];
                Words = new WordState[Views.Length];
            }
        }

        public void Return()
        {
            if (Options.Length < 1 << 16)
            {
                _spare = this;
            }
        }

        public void Add(in TaggerOption option)
        {
            if (OptionCount == Options.Length)
            {
                Options = Larger(Options);
            }

            Options[OptionCount++] = option;
        }

        /// <summary>Keeps a reading.</summary>
        /// <returns>Its index.</returns>
        public int Keep(in MorphSearch.Candidate candidate)
        {
            if (CandidateCount == Candidates.Length)
            {
                Candidates = Larger(Candidates);
            }

            Candidates[CandidateCount] = candidate;
            return CandidateCount++;
        }

        private static T[] Larger<T>(T[] array)
        {
            Array.Resize(ref array, array.Length * 2);
            return array;
        }

        public ref readonly TaggerFeatures.View View(int index)
        {
            if (index < ViewCount)
            {
                return ref Views[index];
            }

            return ref Outside;
        }

        public TaggerFeatures.Decision Decide(int index, int option) =>
            new(Options[option].PartOfSpeech, Options[option].Ending, Views[index].Closed, Options[option].Lemma);
    }
}
