namespace KazNlp;

/// <summary>Counts of one part of speech, or of all words.</summary>
/// <param name="Label">The UD tag, or <c>all</c>.</param>
/// <param name="Gold">Words of this part of speech in the gold data.</param>
/// <param name="Predicted">Words to which it was given.</param>
/// <param name="Correct">Words with the right part of speech.</param>
/// <param name="CorrectLemmas">Words with the right lemma, whatever their part of speech was taken for.</param>
public sealed record MorphologyScore(string Label, int Gold, int Predicted, int Correct, int CorrectLemmas)
{
    /// <summary>Share of the given tags that are right; 0 when none was given.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Share of the gold words whose tag is right; 0 without gold words.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Share of the gold words whose lemma is right, letter case apart; 0 without gold words.</summary>
    public double LemmaAccuracy => Gold == 0 ? 0 : (double)CorrectLemmas / Gold;
}
