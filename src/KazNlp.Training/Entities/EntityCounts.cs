namespace KazNlp;

/// <summary>How many entities a sentence has, how many were found in it, and how many of these are right.</summary>
internal readonly record struct EntityCounts(int Gold, int Predicted, int Correct)
{
    public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Correct / (Gold + Predicted);

    public static EntityCounts operator +(EntityCounts left, EntityCounts right) =>
        new(left.Gold + right.Gold, left.Predicted + right.Predicted, left.Correct + right.Correct);
}
