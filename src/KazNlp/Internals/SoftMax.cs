using System.Numerics;

namespace KazNlp;

/// <summary>Makes probabilities of logits.</summary>
internal static class SoftMax
{
    /// <summary>Replaces logits by the probabilities that are proportional to their exponentials, in linear time.</summary>
    /// <param name="logits">The logits, one at least and all finite; takes the probabilities, which add up to one.</param>
    /// <param name="inverseTemperature">By what the logits are multiplied first.</param>
    /// <returns>The greatest of the probabilities.</returns>
    /// <remarks>The greatest logit is taken from all of them, so that no exponential overflows; the sum is kept in double precision.</remarks>
    public static T Apply<T>(Span<T> logits, T inverseTemperature)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T greatest = T.NegativeInfinity;
        foreach (T logit in logits)
        {
            greatest = T.Max(greatest, logit);
        }

        double sum = 0;
        foreach (ref T logit in logits)
        {
            logit = T.Exp((logit - greatest) * inverseTemperature);
            sum += double.CreateTruncating(logit);
        }

        foreach (ref T logit in logits)
        {
            logit = T.CreateTruncating(double.CreateTruncating(logit) / sum);
        }

        return T.CreateTruncating(1 / sum);
    }
}
