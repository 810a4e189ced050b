namespace KazNlp;

/// <summary>The ways to read each word of a sentence. Rented and given back, as sentences come one after another; not thread-safe.</summary>
internal sealed class TaggerLattice
{
    private const int MostKeptOptions = 1 << 16; // of a longer sentence the room is not kept for the next one

    [ThreadStatic]
    private static TaggerLattice? _spare;

    private static readonly TaggerFeatures.View Outside = new() { Likely = 0x7FFF0000 };

    private int _wordCount;
    private int _candidateCount;

    private TaggerLattice()
    {
    }

    /// <summary>What <see cref="KazakhMorphology.Resume"/> asks of a word that was read.</summary>
    internal readonly record struct WordState(WordShape Shape, int Offset, bool IsGuess);

    /// <summary>The options of all words, word by word.</summary>
    public TaggerOption[] Options { get; private set; } = new TaggerOption[256];

    /// <summary>How many options there are.</summary>
    public int OptionCount { get; private set; }

    /// <summary>The readings to which the options refer.</summary>
    public MorphSearch.Candidate[] Candidates { get; private set; } = new MorphSearch.Candidate[256];

    /// <summary>By word, which options it has and what features need to know of it.</summary>
    public TaggerFeatures.View[] Views { get; private set; } = new TaggerFeatures.View[64];

    /// <summary>By word, how it was read; undefined for an empty word.</summary>
    public WordState[] Words { get; private set; } = new WordState[64];

    /// <summary>Whether the sentence has words in small letters, so that capitals tell something.</summary>
    public bool HasSmallLetters { get; set; }

    /// <summary>An empty lattice for one sentence.</summary>
    /// <param name="words">Number of words.</param>
    public static TaggerLattice Rent(int words)
    {
        TaggerLattice lattice = _spare ?? new TaggerLattice();
        _spare = null;
        lattice.Clear(words);
        return lattice;
    }

    /// <summary>Gives the lattice back; it must not be used any more.</summary>
    public void Return()
    {
        if (Options.Length < MostKeptOptions)
        {
            _spare = this;
        }
    }

    /// <summary>Adds an option of the word at hand.</summary>
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
        if (_candidateCount == Candidates.Length)
        {
            Candidates = Larger(Candidates);
        }

        Candidates[_candidateCount] = candidate;
        return _candidateCount++;
    }

    /// <summary>What is known of a word; of one behind the sentence, that it is there.</summary>
    public ref readonly TaggerFeatures.View View(int index)
    {
        if (index < _wordCount)
        {
            return ref Views[index];
        }

        return ref Outside;
    }

    /// <summary>The decision for an option, as the words behind it see it.</summary>
    public TaggerFeatures.Decision Decide(int index, int option) =>
        new(Options[option].PartOfSpeech, Options[option].Ending, Views[index].Closed, Options[option].Lemma);

    private void Clear(int words)
    {
        OptionCount = 0;
        _candidateCount = 0;
        _wordCount = words;
        if (Views.Length < words)
        {
            Views = new TaggerFeatures.View[Math.Max(words, Views.Length * 2)];
            Words = new WordState[Views.Length];
        }
    }

    private static T[] Larger<T>(T[] array)
    {
        Array.Resize(ref array, array.Length * 2);
        return array;
    }
}
