using System.Collections.Immutable;

namespace KazNlp;

/// <summary>One reading of a word. Immutable.</summary>
public sealed class MorphAnalysis
{
    internal MorphAnalysis(string form, string lemma, PartOfSpeech partOfSpeech, string features, ImmutableArray<Morpheme> morphemes, double score, double confidence, bool isGuess)
    {
        Form = form;
        Lemma = lemma;
        PartOfSpeech = partOfSpeech;
        Features = features;
        Morphemes = morphemes;
        Score = score;
        Confidence = confidence;
        IsGuess = isGuess;
    }

    /// <summary>The word as it was given.</summary>
    public string Form { get; }

    /// <summary>The dictionary form, by the conventions of UD Kazakh-KTB: nominative singular without possessive, or the bare stem of a verb.</summary>
    public string Lemma { get; }

    /// <summary>The part of speech.</summary>
    public PartOfSpeech PartOfSpeech { get; }

    /// <summary>The features in UD notation, sorted, joined by <c>|</c>: <c>Case=Gen|Number=Plur</c>; empty when there are none.</summary>
    public string Features { get; }

    /// <summary>The stem and its suffixes, with offsets into <see cref="Form"/>; together they cover it, a hyphen before a suffix going with the suffix.</summary>
    public ImmutableArray<Morpheme> Morphemes { get; }

    /// <summary>How likely this reading is among those of the word, 0 to 1; the readings of one word add up to at most 1. A guess is worth at most one half.</summary>
    public double Confidence { get; }

    /// <summary>Whether the stem is not in the lexicon, so that the reading rests on its endings alone.</summary>
    public bool IsGuess { get; }

    /// <summary>The model's logarithmic score; comparable among the readings of one word.</summary>
    internal double Score { get; }

    /// <summary>The word cut into morphemes: <c>бала+лар+ымыз+дың</c>.</summary>
    public string Segmentation => string.Join('+', Morphemes.Select(m => Form.Substring(m.Start, m.Length)));

    /// <summary>Lemma, tag and features: <c>бала NOUN Case=Gen|Number=Plur</c>.</summary>
    public override string ToString() => Features.Length == 0 ? $"{Lemma} {PartOfSpeech.ToUd()}" : $"{Lemma} {PartOfSpeech.ToUd()} {Features}";
}
