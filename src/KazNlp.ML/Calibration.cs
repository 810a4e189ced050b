namespace KazNlp;

/// <summary>
/// How two models make one: the log-probabilities of the one over lemmas plus <paramref name="GramWeight"/> times those of the one over n-grams, all divided by a temperature.
/// Hinton, "Training Products of Experts by Minimizing Contrastive Divergence", 2002; Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
/// </summary>
/// <param name="GramWeight">The weight of the n-grams.</param>
/// <param name="Temperature">The temperature.</param>
internal readonly record struct Calibration(double GramWeight, double Temperature)
{
    private const double LeastTemperature = 0.25;
    private const double GreatestTemperature = 4;
    private const double GreatestGramWeight = 1;
    private const double Tolerance = 1e-3;

    /// <summary>What is taken without held-out scores to learn from.</summary>
    public static Calibration Default { get; } = new(0.25, 1);

    /// <summary>Fits both numbers: the least log loss of held-out scores.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="held">For each example, what models that did not see it say.</param>
    /// <param name="hasGrams">Whether n-grams count at all.</param>
    public static Calibration Fit(TopicRows rows, HeldOutScores[] held, bool hasGrams)
    {
        double weight = hasGrams ? Minimize(0, GreatestGramWeight, weight => Loss(TemperatureFor(weight))) : 0;
        return TemperatureFor(weight);

        Calibration TemperatureFor(double weight) =>
            new(weight, Math.Exp(Minimize(Math.Log(LeastTemperature), Math.Log(GreatestTemperature), log => Loss(new Calibration(weight, Math.Exp(log))))));

        double Loss(Calibration calibration)
        {
            double loss = 0;
            for (int i = 0; i < held.Length; i++)
            {
                loss -= Math.Log(Math.Max(1e-12, calibration.Apply(held[i])[rows.LabelIndices[i]]));
            }

            return loss;
        }
    }

    /// <summary>The probabilities of the labels.</summary>
    public float[] Apply(HeldOutScores scores)
    {
        double[] probabilities = new double[scores.Lemmas.Length];
        for (int label = 0; label < probabilities.Length; label++)
        {
            probabilities[label] = (scores.Lemmas[label] + (GramWeight * scores.Grams[label])) / Temperature;
        }

        SoftMax.Apply(probabilities, inverseTemperature: 1);
        return [.. probabilities.Select(probability => (float)probability)];
    }

    /// <summary>Golden-section search in an interval that holds one minimum.</summary>
    private static double Minimize(double low, double high, Func<double, double> loss)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        double left = high - (ratio * (high - low));
        double right = low + (ratio * (high - low));
        double leftLoss = loss(left);
        double rightLoss = loss(right);
        while (high - low > Tolerance)
        {
            if (leftLoss < rightLoss)
            {
                (high, right, rightLoss) = (right, left, leftLoss);
                left = high - (ratio * (high - low));
                leftLoss = loss(left);
            }
            else
            {
                (low, left, leftLoss) = (left, right, rightLoss);
                right = low + (ratio * (high - low));
                rightLoss = loss(right);
            }
        }

        return (low + high) / 2;
    }
}
