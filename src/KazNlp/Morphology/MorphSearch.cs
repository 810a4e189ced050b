using System.Runtime.CompilerServices;
using static KazNlp.MorphologyRules;

namespace KazNlp;

/// <summary>
/// Takes suffixes off one lower-case word from its right end, along the morphotactic graph, and looks up what remains.
/// Every suffix is checked against the sound and the harmony of what stands before it. Lives on the stack; allocates nothing.
/// </summary>
internal ref struct MorphSearch
{
    /// <summary>The longest word that is taken apart; a longer one has no suffixes for this search.</summary>
    public const int MaxWord = 80;

    /// <summary>The most suffixes in one word.</summary>
    public const int MaxDepth = 12;

    /// <summary>The most readings that are kept; the surplus of wildly ambiguous strings is dropped.</summary>
    public const int MaxCandidates = 40;

    private const int UnknownStem = -1;
    private const int NotLookedUp = -2;

    private readonly MorphologyModel _model;
    private readonly ReadOnlySpan<char> _word;
    private readonly Span<Candidate> _candidates;
    private readonly Span<ulong> _hashes;
    private readonly Span<int> _stems;
    private readonly VirtualStem _virtual;
    private readonly bool _guess;
    private readonly StemLexicon.Tables _lexicon;
    private readonly ReadOnlySpan<SuffixIndex.Entry> _entries;
    private PathArray _path;
    private int _pathCost;

    /// <summary>Prepares a search.</summary>
    /// <param name="model">Rules and lexicon.</param>
    /// <param name="word">The word in lower case, at most <see cref="MaxWord"/> code units.</param>
    /// <param name="candidates">Room for the readings.</param>
    /// <param name="hashes">Room for one hash more than the word has letters.</param>
    /// <param name="stems">Room for one number more than the word has letters: what the lexicon has for each beginning of the word.</param>
    /// <param name="guess">Whether stems that are not in the lexicon are taken as well.</param>
    public MorphSearch(MorphologyModel model, ReadOnlySpan<char> word, Span<Candidate> candidates, Span<ulong> hashes, Span<int> stems, bool guess)
    {
        _stems = stems;
        stems[..(word.Length + 1)].Fill(NotLookedUp);
        _model = model;
        _lexicon = model.Lexicon.Open();
        _entries = model.Suffixes.Entries;
        _word = word;
        _candidates = candidates;
        _hashes = hashes;
        _guess = guess;
        _virtual = VirtualStem.None;
        ulong hash = StemLexicon.HashStart;
        hashes[0] = hash;
        for (int i = 0; i < word.Length; i++)
        {
            hash = StemLexicon.HashStep(hash, word[i]);
            hashes[i + 1] = hash;
        }
    }

    /// <summary>Prepares a search of suffixes alone, after a stem that is written in digits, capitals or Latin letters.</summary>
    public MorphSearch(MorphologyModel model, ReadOnlySpan<char> suffixes, Span<Candidate> candidates, VirtualStem stem)
    {
        _model = model;
        _entries = model.Suffixes.Entries;
        _word = suffixes;
        _candidates = candidates;
        _virtual = stem;
    }

    /// <summary>Whether guessed stems may take suffixes of either harmony, as when harmony is to be learned.</summary>
    public bool AnyHarmony { get; init; }

    /// <summary>The number of readings found.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the readings.</summary>
    public void Run()
    {
        if (_word.IsEmpty)
        {
            return;
        }

        var end = new Requirement(StemForms.Plain, SoundClass.Any, Harmony.Any);
        if (!_virtual.IsSome)
        {
            foreach (byte root in _model.RootStates)
            {
                TryStem(root, _word.Length, end, 0, root);
            }
        }

        Take(_model.Suffixes.AtEnd(_word[^1], _word.Length > 1 ? _word[^2] : '\0'), _word.Length, end, 0, finalState: -1);
    }

    /// <summary>Takes each suffix off that is spelled as the word ends.</summary>
    private void Take(ReadOnlySpan<SuffixIndex.Group> groups, int end, in Requirement requirement, int depth, int finalState)
    {
        ulong packed = SuffixIndex.Pack(_word[..end]);
        int shortest = _virtual.IsSome ? 0 : 1;
        foreach (ref readonly SuffixIndex.Group group in groups)
        {
            int start = end - group.Length;
            if (!group.MayEnd(packed) || start < shortest)
            {
                continue;
            }

            ReadOnlySpan<ushort> entries = _model.Suffixes.EntriesOf(group);
            if (group.IsLong && !_word[start..end].SequenceEqual(_entries[entries[0]].Surface))
            {
                continue;
            }

            foreach (ushort entry in entries)
            {
                Step(entry, start, requirement, depth, finalState < 0 ? _entries[entry].To : finalState);
            }
        }
    }

    private void Step(ushort entryIndex, int start, in Requirement requirement, int depth, int finalState)
    {
        ref readonly SuffixIndex.Entry entry = ref _entries[entryIndex];
        if ((entry.Forms & requirement.Form) == 0
            || (entry.LastClass & requirement.Classes) == 0
            || (entry.OwnHarmony != Harmony.None && (entry.OwnHarmony & requirement.Harmony) == 0))
        {
            return;
        }

        Harmony harmony = entry.OwnHarmony == Harmony.None ? entry.Harmony & requirement.Harmony : entry.Harmony;
        if (harmony == Harmony.None)
        {
            return;
        }

        _path[depth] = entryIndex;
        _pathCost += entry.Cost;
        var left = new Requirement(entry.StemForm, entry.After, harmony);
        if (_model.IsRoot[entry.From])
        {
            TryStem(entry.From, start, left, depth + 1, finalState);
        }

        if (start > 0 && depth + 1 < MaxDepth)
        {
            Take(_model.Suffixes.Into(entry.From, _word[start - 1]), start, left, depth + 1, finalState);
        }

        _pathCost -= entry.Cost;
    }

    private void TryStem(byte root, int end, in Requirement requirement, int depth, int finalState)
    {
        if (_virtual.IsSome)
        {
            if (end == 0 && root == _virtual.Root && (_virtual.Shape.Class & requirement.Classes) != 0 && requirement.Form is StemForms.Plain or StemForms.BeforeVowel
                && (_virtual.Shape.Harmony & requirement.Harmony) != 0)
            {
                Add(UnknownStem, _virtual.PartOfSpeech, 0, requirement.Form, depth, finalState, 0);
            }

            return;
        }

        int index = _stems[end];
        if (index == NotLookedUp)
        {
            index = _stems[end] = _lexicon.Find(_word[..end], _hashes[end]);
        }

        if (index >= 0)
        {
            ReadOnlySpan<StemLexicon.Variant> variants = _lexicon.Variants;
            ReadOnlySpan<StemLexicon.Stem> stems = _lexicon.Stems;
            for (; ; index++)
            {
                ref readonly StemLexicon.Variant variant = ref variants[index];
                ref readonly StemLexicon.Stem stem = ref stems[variant.Stem];
                if (stem.Root == root && (variant.Forms & requirement.Form) != 0 && (stem.Class & requirement.Classes) != 0 && (stem.Harmony & requirement.Harmony) != 0)
                {
                    Add(variant.Stem, stem.PartOfSpeech, end, requirement.Form, depth, finalState, stem.Score);
                }

                if (variant.IsLast)
                {
                    break;
                }
            }
        }

        if (_guess && end >= 2 && (root == _model.NounState || root == _model.VerbState))
        {
            Guess(root, end, requirement, depth, finalState);
        }
    }

    /// <summary>Takes what remains as a stem that nobody listed, if it has a vowel and its shape fits the suffix.</summary>
    private void Guess(byte root, int end, in Requirement requirement, int depth, int finalState)
    {
        bool verb = root == _model.VerbState;
        if (requirement.Form is StemForms.WithoutYod or StemForms.WithoutHigh && !verb)
        {
            return;
        }

        ReadOnlySpan<char> shape = _word[..end];
        char last = shape[^1];
        StemShape stem = StemShape.Of(shape);
        SoundClass soundClass = verb && stem.Class == SoundClass.Stop ? SoundClass.Voiceless : stem.Class;
        switch (requirement.Form)
        {
            case StemForms.WithoutYod:
                soundClass = SoundClass.Yod;
                break;
            case StemForms.WithoutHigh:
                soundClass = SoundClass.High;
                break;
            case StemForms.WithoutStop when !verb && last == 'с' && shape.Length > 3:
                soundClass = SoundClass.Stop;
                break;
            case StemForms.WithoutStop:
                return;
            case StemForms.BeforeVowel or StemForms.Converb when last is 'п' or 'к' or 'қ' && KazakhVowels.IsVowel(shape[^2]):
                return; // it would have been voiced
            default:
                break;
        }

        if ((soundClass & requirement.Classes) == 0 || (!AnyHarmony && (stem.Harmony & requirement.Harmony) == 0) || !HasVowel(shape) || (verb && soundClass == SoundClass.Voiceless && last is 'б' or 'в' or 'г' or 'д' or 'ғ' && requirement.Form == StemForms.Plain))
        {
            return;
        }

        int score = MorphologyModel.GuessScore(shape.Length, verb);
        Add(UnknownStem, verb ? PartOfSpeech.Verb : PartOfSpeech.Noun, end, requirement.Form, depth, finalState, score);
    }

    private void Add(int stem, PartOfSpeech partOfSpeech, int stemEnd, StemForms form, int depth, int finalState, int stemScore)
    {
        PartOfSpeech outcome = partOfSpeech;
        for (int i = 0; i < depth; i++)
        {
            // The path runs from the right: the first derivation met is the last one of the word.
            ref readonly SuffixIndex.Entry entry = ref _entries[_path[i]];
            if (entry.IsDerivation && _model.DerivedPartOfSpeech[entry.To] is var derived and not PartOfSpeech.Other)
            {
                outcome = derived;
                break;
            }
        }

        foreach (int finalIndex in _model.Rules.FinalsOf[finalState])
        {
            ref readonly Final final = ref _model.Rules.Finals[finalIndex];
            if (((final.PartsOfSpeech >> (int)outcome) & 1) == 0 || Count == _candidates.Length)
            {
                continue;
            }

            ref Candidate candidate = ref _candidates[Count++];
            candidate.Stem = stem;
            candidate.StemEnd = stemEnd;
            candidate.StemForm = form;
            candidate.StemPartOfSpeech = partOfSpeech;
            candidate.PartOfSpeech = outcome;
            candidate.Final = finalIndex;
            candidate.Depth = depth;
            candidate.Path = _path;
            candidate.Score = stemScore - _pathCost - final.Cost;
        }
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (KazakhVowels.IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a suffix asks of its left neighbour.</summary>
    private readonly record struct Requirement(StemForms Form, SoundClass Classes, Harmony Harmony);

    /// <summary>A stem that is not in the searched text: digits, an abbreviation, a Latin word before a hyphen.</summary>
    internal readonly record struct VirtualStem(bool IsSome, byte Root, PartOfSpeech PartOfSpeech, StemShape Shape)
    {
        public static VirtualStem None => default;
    }

    /// <summary>The suffixes of a reading, from the last to the first, as indices of <see cref="SuffixIndex.Entries"/>.</summary>
    [InlineArray(MaxDepth)]
    internal struct PathArray
    {
        private ushort _first;
    }

    /// <summary>A reading as numbers.</summary>
    internal struct Candidate
    {
        /// <summary>Index of the stem, or -1.</summary>
        public int Stem;

        /// <summary>Where the stem's letters end in the word.</summary>
        public int StemEnd;

        /// <summary>The shape in which the stem stands.</summary>
        public StemForms StemForm;

        /// <summary>The stem's part of speech.</summary>
        public PartOfSpeech StemPartOfSpeech;

        /// <summary>The word's part of speech.</summary>
        public PartOfSpeech PartOfSpeech;

        /// <summary>Index of the final.</summary>
        public int Final;

        /// <summary>Number of suffixes.</summary>
        public int Depth;

        /// <summary>The suffixes from the right.</summary>
        public PathArray Path;

        /// <summary>Logarithmic score in hundredths; greater is better.</summary>
        public int Score;
    }
}
