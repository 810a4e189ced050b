namespace KazNlp;

/// <summary>Makes scores honest: of the entities with a score near 0.8, about 80 % should be right.</summary>
/// <remarks>Two numbers, fitted by logistic regression of "is right" on the logit of the model's probability. Platt, "Probabilistic outputs for support vector machines", 1999.</remarks>
internal static class EntityCalibration
{
    private const int Iterations = 50;
    private const double Ridge = 0.01;

    /// <summary>The score of each entity that the model finds, and whether it is right.</summary>
    public static List<(double Score, bool Right)> Collect(EntityModel model, IReadOnlyList<ConllSentence> sentences)
    {
        List<(double, bool)> scores = [];
        foreach (ConllSentence sentence in sentences)
        {
            HashSet<EntitySpan> gold = [.. EntityTags.Spans(sentence.Tags!)];
            foreach ((EntitySpan span, double score) in EntityEvaluation.Find(model, sentence.Tokens))
            {
                scores.Add((score, gold.Contains(span)));
            }
        }

        return scores;
    }

    /// <summary>Slope and shift of the logit; 1 and 0 when there is too little to fit them on.</summary>
    public static (float Slope, float Shift) Fit(IReadOnlyList<(double Score, bool Right)> scores)
    {
        if (scores.Count < 100 || scores.All(score => score.Right))
        {
            return (1, 0);
        }

        // Newton's method on two parameters with a little ridge; a step is halved until it makes the loss smaller.
        double slope = 1;
        double shift = 0;
        double loss = Loss(scores, slope, shift);
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            double g0 = Ridge * (slope - 1), g1 = 0, h00 = Ridge, h01 = 0, h11 = 1e-6;
            foreach ((double score, bool right) in scores)
            {
                double logit = Logit(score);
                double p = 1 / (1 + Math.Exp(-((slope * logit) + shift)));
                double error = p - (right ? 1 : 0);
                double variance = Math.Max(p * (1 - p), 1e-9);
                g0 += error * logit;
                g1 += error;
                h00 += variance * logit * logit;
                h01 += variance * logit;
                h11 += variance;
            }

            double determinant = (h00 * h11) - (h01 * h01);
            double slopeStep = ((h11 * g0) - (h01 * g1)) / determinant;
            double shiftStep = ((h00 * g1) - (h01 * g0)) / determinant;
            double factor = 1;
            double next = Loss(scores, slope - slopeStep, shift - shiftStep);
            while (!(next <= loss) && factor > 1e-6)
            {
                factor /= 2;
                next = Loss(scores, slope - (factor * slopeStep), shift - (factor * shiftStep));
            }

            if (!(next < loss))
            {
                break;
            }

            (slope, shift, loss) = (slope - (factor * slopeStep), shift - (factor * shiftStep), next);
        }

        return double.IsFinite(slope) && double.IsFinite(shift) && slope > 0 ? ((float)slope, (float)shift) : (1, 0);
    }

    /// <summary>The expected calibration error over ten bins: the mean distance of score and share of right ones, weighted by the bins' sizes.</summary>
    public static double ExpectedError(IReadOnlyList<(double Score, bool Right)> scores)
    {
        const int Bins = 10;
        double error = 0;
        foreach (IGrouping<int, (double Score, bool Right)> bin in scores.GroupBy(score => Math.Min((int)(score.Score * Bins), Bins - 1)))
        {
            error += Math.Abs(bin.Average(score => score.Score) - bin.Average(score => score.Right ? 1.0 : 0.0)) * bin.Count() / scores.Count;
        }

        return error;
    }

    private static double Logit(double score)
    {
        double bounded = Math.Clamp(score, 1e-6, 1 - 1e-6);
        return Math.Log(bounded / (1 - bounded));
    }

    private static double Loss(IReadOnlyList<(double Score, bool Right)> scores, double slope, double shift) =>
        (0.5 * Ridge * (slope - 1) * (slope - 1))
        + scores.Sum(score =>
        {
            double z = (slope * Logit(score.Score)) + shift;
            double margin = score.Right ? -z : z;
            return Math.Max(margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        });
}
