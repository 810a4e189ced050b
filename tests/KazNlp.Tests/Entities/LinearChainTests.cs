using CsCheck;

namespace KazNlp.Tests;

/// <summary>Compares the chain with every labelling written out.</summary>
public class LinearChainTests
{
    private const int Classes = 5; // so that some I labels stand in a vector with B labels, and some alone
    private const int Labels = 11;

    private static readonly Gen<(float[] Transitions, float[] Starts, float[][] Scores)> GenCase =
        Gen.Select(Weights(Labels * Labels), Weights(Labels), Weights(Labels).Array[1, 3]);

    [Test]
    public void Viterbi_finds_the_best_of_all_labellings() => GenCase.Sample(c =>
    {
        var chain = new LinearChain(Classes, c.Transitions, c.Starts);
        byte[] labels = new byte[c.Scores.Length];
        chain.Viterbi(Padded(chain, c.Scores), labels);
        double best = AllLabellings(c.Scores.Length).Max(labelling => Score(labelling, c.Transitions, c.Starts, c.Scores));
        return Math.Abs(Score(labels, c.Transitions, c.Starts, c.Scores) - best) < 1e-3;
    });

    [Test]
    public void Forward_backward_sums_over_all_labellings() => GenCase.Sample(c =>
    {
        (_, _, _, _, _, double logSum) = Run(c);
        double sum = AllLabellings(c.Scores.Length).Sum(labelling => Math.Exp(Score(labelling, c.Transitions, c.Starts, c.Scores)));
        return Math.Abs(logSum - Math.Log(sum)) < 1e-3;
    });

    [Test]
    public void Span_probability_is_the_share_of_labellings_that_have_the_span() => GenCase.Sample(c =>
    {
        (LinearChain chain, float[] scores, float[] forward, float[] backward, float[] scales, _) = Run(c);
        int count = c.Scores.Length;
        List<byte[]> all = [.. AllLabellings(count)];
        double sum = all.Sum(labelling => Math.Exp(Score(labelling, c.Transitions, c.Starts, c.Scores)));
        for (int start = 0; start < count; start++)
        {
            for (int end = start + 1; end <= count; end++)
            {
                double having = all.Where(labelling => HasSpan(labelling, start, end, type: 1)).Sum(labelling => Math.Exp(Score(labelling, c.Transitions, c.Starts, c.Scores)));
                if (Math.Abs((having / sum) - chain.SpanProbability(start, end, 1, scores, forward, backward, scales)) > 1e-3)
                {
                    return false;
                }
            }
        }

        return true;
    });

    // As many classes as the embedded model has go another way through the vectors than five do; all labellings are too many to write out.
    [Test]
    public void Twenty_five_classes_come_to_what_sums_and_maxima_label_by_label_do()
    {
        const int Wide = 25;
        const int WideLabels = (2 * Wide) + 1;
        Gen.Select(Weights(WideLabels * WideLabels), Weights(WideLabels), Weights(WideLabels).Array[1, 6]).Sample(
            (transitions, starts, rows) =>
            {
                var chain = new LinearChain(Wide, transitions, starts);
                float[] scores = [.. rows.SelectMany(row => row.Concat(Enumerable.Repeat(50f, chain.Stride - WideLabels)))];
                byte[] labels = new byte[rows.Length];
                chain.Viterbi((float[])scores.Clone(), labels);
                float[] forward = new float[scores.Length];
                float[] backward = new float[scores.Length];
                float[] scales = new float[rows.Length];
                double logSum = chain.ForwardBackward(scores, forward, backward, scales);

                double[] best = new double[WideLabels];
                double[] sums = new double[WideLabels];
                for (int at = 0; at < rows.Length; at++)
                {
                    (double[] bestBefore, double[] sumsBefore) = (best, sums);
                    best = new double[WideLabels];
                    sums = new double[WideLabels];
                    for (int to = 0; to < WideLabels; to++)
                    {
                        IEnumerable<int> before = Enumerable.Range(0, WideLabels).Where(from => LinearChain.Allows(from, to, Wide));
                        best[to] = rows[at][to] + (at > 0 ? before.Max(from => bestBefore[from] + transitions[(from * WideLabels) + to]) : to <= Wide ? starts[to] : -1e9);
                        sums[to] = Math.Exp(rows[at][to]) * (at > 0 ? before.Sum(from => sumsBefore[from] * Math.Exp(transitions[(from * WideLabels) + to])) : to <= Wide ? Math.Exp(starts[to]) : 0);
                    }
                }

                double found = starts[labels[0]] + labels.Select((label, at) => rows[at][label] + (at > 0 ? transitions[(labels[at - 1] * WideLabels) + label] : 0)).Sum();
                Assert.That(found, Is.EqualTo(best.Max()).Within(1e-2));
                Assert.That(logSum, Is.EqualTo(Math.Log(sums.Sum())).Within(1e-2));

                // In every place the probabilities of all labels add up to one.
                for (int at = 0; at < rows.Length; at++)
                {
                    double all = Enumerable.Range(0, WideLabels).Sum(label => (double)forward[(at * chain.Stride) + label] * backward[(at * chain.Stride) + label]);
                    Assert.That(all, Is.EqualTo(1).Within(1e-3));
                }
            },
            iter: 50);
    }

    private static Gen<float[]> Weights(int count) => Gen.Float[-3, 3].Array[count];

    private static (LinearChain Chain, float[] Scores, float[] Forward, float[] Backward, float[] Scales, double LogSum) Run((float[] Transitions, float[] Starts, float[][] Scores) c)
    {
        var chain = new LinearChain(Classes, c.Transitions, c.Starts);
        float[] scores = Padded(chain, c.Scores);
        float[] forward = new float[scores.Length];
        float[] backward = new float[scores.Length];
        float[] scales = new float[c.Scores.Length];
        double logSum = chain.ForwardBackward(scores, forward, backward, scales);
        return (chain, scores, forward, backward, scales, logSum);
    }

    private static float[] Padded(LinearChain chain, float[][] scores) =>
        [.. scores.SelectMany(row => row.Concat(new float[chain.Stride - Labels]))];

    private static bool HasSpan(byte[] labelling, int start, int end, int type)
    {
        int begin = 1 + type;
        int inside = begin + Classes;
        return labelling[start] == begin
            && Enumerable.Range(start + 1, end - start - 1).All(at => labelling[at] == inside)
            && (end == labelling.Length || labelling[end] != inside);
    }

    private static IEnumerable<byte[]> AllLabellings(int count)
    {
        int total = (int)Math.Pow(Labels, count);
        for (int number = 0; number < total; number++)
        {
            byte[] labelling = new byte[count];
            int rest = number;
            for (int at = 0; at < count; at++)
            {
                labelling[at] = (byte)(rest % Labels);
                rest /= Labels;
            }

            bool allowed = labelling[0] <= Classes;
            for (int at = 1; at < count; at++)
            {
                allowed &= LinearChain.Allows(labelling[at - 1], labelling[at], Classes);
            }

            if (allowed)
            {
                yield return labelling;
            }
        }
    }

    private static double Score(byte[] labelling, float[] transitions, float[] starts, float[][] scores)
    {
        double score = starts[labelling[0]];
        for (int at = 0; at < labelling.Length; at++)
        {
            score += scores[at][labelling[at]] + (at > 0 ? transitions[(labelling[at - 1] * Labels) + labelling[at]] : 0);
        }

        return score;
    }
}
