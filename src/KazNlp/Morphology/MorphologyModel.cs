using System.Collections.Frozen;
using System.Text;

namespace KazNlp;

/// <summary>Everything that a morphology pack holds, ready for use. Immutable and thread-safe.</summary>
internal sealed class MorphologyModel
{
    private const int GuessedStemCost = 1200;
    private const int GuessedLetterCost = 200;
    private const int GuessedVerbCost = 250;

    private static readonly string[] OpenRoots = ["Noun", "Adjective", "Number", "Collective", "Substantive", "Verb", "Copula", "Whole", "Digits", "VerbalNoun"];

    private MorphologyModel(ModelPack pack)
    {
        Pack = pack;
        Rules = MorphologyRules.Read(pack.GetSection("rules"));
        Lexicon = new StemLexicon(pack);
        Suffixes = new SuffixIndex(Rules);
        RootStates = Array.ConvertAll(OpenRoots, name => (byte)Rules.State(name));
        IsRoot = new bool[Rules.States.Length];
        foreach (byte root in RootStates)
        {
            IsRoot[root] = true;
        }

        NounState = (byte)Rules.State("Noun");
        VerbState = (byte)Rules.State("Verb");
        DigitsState = (byte)Rules.State("Digits");
        WholeState = (byte)Rules.State("Whole");
        DerivedPartOfSpeech = Array.ConvertAll(Rules.States, name => name switch
        {
            "DerivedNoun" => PartOfSpeech.Noun,
            "DerivedAdjective" => PartOfSpeech.Adjective,
            "DerivedVerb" => PartOfSpeech.Verb,
            _ => PartOfSpeech.Other,
        });
        IrregularForms = Encoding.UTF8.GetString(pack.GetSection("irregular").Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).ToFrozenDictionary(f => $"{f[0]}\t{f[1]}", f => f[2]);
        WholeFeatures = Encoding.UTF8.GetString(pack.GetSection("features").Span).Split('\n');
    }

    public ModelPack Pack { get; }

    public MorphologyRules Rules { get; }

    /// <summary>The features of readings as strings.</summary>
    public FeatureCache Features { get; } = new();

    public StemLexicon Lexicon { get; }

    public SuffixIndex Suffixes { get; }

    /// <summary>The states in which stems stand.</summary>
    public byte[] RootStates { get; }

    public bool[] IsRoot { get; }

    public byte NounState { get; }

    public byte VerbState { get; }

    public byte DigitsState { get; }

    public byte WholeState { get; }

    /// <summary>By state, the part of speech that a derivation into it makes.</summary>
    public PartOfSpeech[] DerivedPartOfSpeech { get; }

    /// <summary>The features of closed-class forms, by number; number 0 is the empty string.</summary>
    public string[] WholeFeatures { get; }

    /// <summary>Irregular forms by lemma, tab, and the names of the suffixes that they stand for: <c>мен TAB DAT</c> is <c>маған</c>.</summary>
    public FrozenDictionary<string, string> IrregularForms { get; }

    public static MorphologyModel Load(ModelPack pack) => new(pack);

    /// <summary>The score of a stem that is not in the lexicon: each letter that no suffix explains costs.</summary>
    public static int GuessScore(int letters, bool verb) => -GuessedStemCost - (GuessedLetterCost * letters) - (verb ? GuessedVerbCost : 0);
}
