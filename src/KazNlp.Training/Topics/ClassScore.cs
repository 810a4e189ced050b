namespace KazNlp;

/// <summary>How well one label is found.</summary>
/// <param name="Label">The label.</param>
/// <param name="Correct">Number of examples with this label that were given it.</param>
/// <param name="Predicted">Number of examples that were given it.</param>
/// <param name="Support">Number of examples that have it.</param>
public readonly record struct ClassScore(string Label, int Correct, int Predicted, int Support)
{
    /// <summary>Share of those given the label that have it; 0 when none was given it.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Share of those that have the label that were given it; 0 when none has it.</summary>
    public double Recall => Support == 0 ? 0 : (double)Correct / Support;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Predicted + Support == 0 ? 0 : 2.0 * Correct / (Predicted + Support);
}
