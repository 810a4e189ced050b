namespace KazNlp;

/// <summary>Finds the temperature that makes held-out probabilities honest: the one with the least log loss. Guo et al., ICML 2017.</summary>
internal static class Temperature
{
    private const double Least = 0.25;
    private const double Greatest = 4;
    private const double Tolerance = 1e-4;

    /// <summary>Fits the temperature by golden-section search; the log loss has one minimum in it.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="probabilities">For each example, the probabilities of a model that did not see it.</param>
    public static double Fit(TopicRows rows, float[][] probabilities)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        double low = Math.Log(Least);
        double high = Math.Log(Greatest);
        double left = high - (ratio * (high - low));
        double right = low + (ratio * (high - low));
        double leftLoss = Loss(rows, probabilities, Math.Exp(left));
        double rightLoss = Loss(rows, probabilities, Math.Exp(right));
        while (high - low > Tolerance)
        {
            if (leftLoss < rightLoss)
            {
                (high, right, rightLoss) = (right, left, leftLoss);
                left = high - (ratio * (high - low));
                leftLoss = Loss(rows, probabilities, Math.Exp(left));
            }
            else
            {
                (low, left, leftLoss) = (left, right, rightLoss);
                right = low + (ratio * (high - low));
                rightLoss = Loss(rows, probabilities, Math.Exp(right));
            }
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>Applies a temperature to probabilities: the same as dividing the logits by it.</summary>
    public static float[] Apply(float[] probabilities, double temperature)
    {
        double[] powers = [.. probabilities.Select(p => Math.Pow(p, 1 / temperature))];
        double sum = powers.Sum();
        return [.. powers.Select(p => (float)(p / sum))];
    }

    private static double Loss(TopicRows rows, float[][] probabilities, double temperature)
    {
        double loss = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            loss -= Math.Log(Math.Max(1e-12, Apply(probabilities[i], temperature)[rows.LabelIndices[i]]));
        }

        return loss;
    }
}
