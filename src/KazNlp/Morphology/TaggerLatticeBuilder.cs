using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>
/// Lists the ways to read every word of a sentence, and what the features need to know of its word. Immutable and thread-safe.
/// </summary>
/// <param name="morphology">Reads the words.</param>
internal sealed class TaggerLatticeBuilder(KazakhMorphology morphology)
{
    private const int MaxOptions = 24;

    /// <summary>The most options that one reading adds.</summary>
    private const int MaxNeighbours = 3;

    /// <summary>Readings that are this much less likely than the best, in hundredths of a nat, are no options.</summary>
    private const int MaxGap = 400;

    /// <summary>The same where the best reading is a word of a closed class: енді and тағы are seldom ен+ді and тағ+ы.</summary>
    private const int MaxGapToClosed = 300;

    private const int LongestAcronym = 6;

    /// <summary>Stems of a greater score (<see cref="StemLexicon.Stem"/>) have weights of their own.</summary>
    private const int FrequentStem = -970;

    private readonly MorphologyModel _model = morphology.Model;

    /// <summary>Reads the words of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words' ranges, in order.</param>
    /// <param name="laterParts">By word, whether it is a part of a multi-word token and not the first; empty when none is.</param>
    /// <returns>Their options; to be given back by <see cref="TaggerLattice.Return"/>.</returns>
    [SkipLocalsInit]
    public TaggerLattice Build(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<bool> laterParts)
    {
        TaggerLattice lattice = TaggerLattice.Rent(words.Length);
        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        Span<char> buffer = stackalloc char[MorphSearch.MaxWord];
        bool start = true;
        lattice.HasSmallLetters = HasSmallLetters(text, words);
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
                Reading reading = morphology.Read(word, candidates, out Span<MorphSearch.Candidate> found, buffer);
                lattice.Words[i] = new TaggerLattice.WordState(reading.Shape, reading.Offset, reading.IsGuess);
                if (!laterParts.IsEmpty && laterParts[i])
                {
                    found = Prefer(found, IsSuffix);
                }

                // In capitals throughout, a heading says nothing by them.
                bool isAcronym = IsAcronym(word);
                bool isName = lattice.HasSmallLetters && CaseFolding.IsUpper(word[0]) && (!start || isAcronym);
                found = IsInitial(word) ? [] : isName && isAcronym ? Prefer(found, IsKnownAcronym) : found;
                closed = AddOptions(lattice, reading, found, word, isName && word.Length > 2 && !isAcronym);
            }

            lattice.Views[i] = Describe(lattice, first, word, start, closed);
            start = (start && IsOpening(word)) || word is "–" or "—" or ":" or "«" or "\"" or "“";
        }

        MarkRepeats(lattice.Views.AsSpan(0, words.Length));
        return lattice;
    }

    /// <summary>The readings that meet a condition, moved to the front; all when none does.</summary>
    private Span<MorphSearch.Candidate> Prefer(Span<MorphSearch.Candidate> found, Condition condition)
    {
        int count = 0;
        for (int i = 0; i < found.Length; i++)
        {
            if (condition(_model, found[i]))
            {
                (found[count], found[i]) = (found[i], found[count]);
                count++;
            }
        }

        return count == 0 ? found : found[..count];
    }

    // Static, with the model given, so that a call makes no object.
    private delegate bool Condition(MorphologyModel model, in MorphSearch.Candidate candidate);

    /// <summary>Whether a reading is a suffix or particle that is written joined.</summary>
    private static bool IsSuffix(MorphologyModel model, in MorphSearch.Candidate candidate) =>
        IsClosed(model, candidate) && candidate.PartOfSpeech is PartOfSpeech.Adposition or PartOfSpeech.Auxiliary or PartOfSpeech.Particle or PartOfSpeech.Adverb or PartOfSpeech.CoordinatingConjunction;

    /// <summary>Whether a reading is an acronym of the lexicon, АҚ and not ақ.</summary>
    private static bool IsKnownAcronym(MorphologyModel model, in MorphSearch.Candidate candidate) =>
        candidate.Stem >= 0 && candidate.PartOfSpeech == PartOfSpeech.ProperNoun && IsAcronym(model.Lexicon.LemmaStringOf(candidate.Stem));

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

    /// <summary>Whether a reading is a word of a closed class.</summary>
    private static bool IsClosed(MorphologyModel model, in MorphSearch.Candidate candidate) =>
        candidate.Stem >= 0 && model.Lexicon.Stems[candidate.Stem].Root == model.WholeState;

    private static bool HasSmallLetters(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        foreach (TextSpan word in words)
        {
            if (word.Length > 1 && char.IsLower(text[word.End - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word has the form of an acronym without an ending: АҚ, ҚР, ЖШС.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestAcronym)
        {
            return false;
        }

        foreach (char c in word)
        {
            if (!CaseFolding.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    // А. in А. Құнанбайұлы
    private static bool IsInitial(ReadOnlySpan<char> word) => word is [_, '.'] && CaseFolding.IsUpper(word[0]);

    /// <param name="lattice">Where to.</param>
    /// <param name="reading">How the word was read.</param>
    /// <param name="found">Its readings.</param>
    /// <param name="word">The word.</param>
    /// <param name="isName">Whether the capital of a name says that it is one: inside a sentence that has small letters.</param>
    /// <returns>A hash of the word if it is of a closed class, or 0.</returns>
    private uint AddOptions(TaggerLattice lattice, in Reading reading, Span<MorphSearch.Candidate> found, ReadOnlySpan<char> word, bool isName)
    {
        if (found.IsEmpty)
        {
            (PartOfSpeech tag, _) = reading.Unsearched();
            lattice.Add(new TaggerOption { Candidate = -1, PartOfSpeech = tag, Listed = tag, Origin = (byte)(reading.IsGuess ? 1 : 0) });
            if (tag == PartOfSpeech.ProperNoun && reading.Shape.Form == WordForm.Letters && !isName)
            {
                lattice.Add(new TaggerOption { Candidate = -1, PartOfSpeech = PartOfSpeech.Noun, Listed = tag, Origin = 1 });
            }

            return 0;
        }

        bool capital = CaseFolding.IsUpper(word[0]);
        int top = int.MinValue;
        int maxGap = MaxGap;
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            if (candidate.Score > top)
            {
                top = candidate.Score;
                maxGap = IsClosed(_model, candidate) ? MaxGapToClosed : MaxGap;
            }
        }

        uint closed = 0;
        int first = lattice.OptionCount;
        for (int c = 0; c < found.Length && lattice.OptionCount - first < MaxOptions; c++)
        {
            ref readonly MorphSearch.Candidate candidate = ref found[c];
            if (candidate.Score < top - maxGap)
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
            AddNeighbours(lattice, option, candidate, capital, isName, lattice.OptionCount - first);
        }

        return closed == 0 ? 0 : HashOf(word);
    }

    /// <summary>The other parts of speech under which the same reading may stand: names of nouns with a capital, nouns and adjectives for each other, adverbs.</summary>
    private static void AddNeighbours(TaggerLattice lattice, TaggerOption option, in MorphSearch.Candidate candidate, bool capital, bool isName, int count)
    {
        if (count >= MaxOptions - MaxNeighbours)
        {
            return;
        }

        PartOfSpeech tag = option.PartOfSpeech;
        bool bare = candidate.Depth == 0;
        if (capital && tag is PartOfSpeech.Noun or PartOfSpeech.Adjective)
        {
            lattice.Add(option with { PartOfSpeech = PartOfSpeech.ProperNoun });
        }

        if (tag == PartOfSpeech.ProperNoun && !isName && (option.Origin == 1 || candidate.Stem >= 0))
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

    private static TaggerFeatures.View Describe(TaggerLattice lattice, int first, ReadOnlySpan<char> word, bool start, uint closed)
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
}
