namespace KazNlp;

/// <summary>How many entities there are, were found, and were found rightly.</summary>
/// <param name="Label">The class, or what the row sums up.</param>
/// <param name="Gold">Entities in the annotation.</param>
/// <param name="Predicted">Entities that the model found.</param>
/// <param name="Correct">Found entities with exactly the annotated span and class.</param>
public readonly record struct EntityScore(string Label, int Gold, int Predicted, int Correct)
{
    /// <summary>The part of the found entities that are right, 0 to 1; 0 when nothing was found.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>The part of the annotated entities that were found, 0 to 1; 0 when there are none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>The harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Correct / (Gold + Predicted);
}
