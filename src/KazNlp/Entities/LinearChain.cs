using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// The chain of a conditional random field: which label may follow which, and how gladly. Viterbi finds the best labelling, forward–backward
/// the probabilities. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Label 0 is O, then come B of each class, then I of each class. Rows are padded to a multiple of eight labels; the padding is never reached.
/// An I is reached from its own B and I alone, so nearly half of the matrix is empty: the labels from <c>_firstInner</c> on, which are all I, are
/// handled eight at a time with the two transitions that they have.
/// Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; Rabiner's scaling, 1989.
/// </remarks>
internal sealed class LinearChain
{
    private const float Never = -1e30f;

    // A label that is less likely than this in its place makes no difference to the labels behind it.
    private const float Negligible = 1e-12f;

    // Labels that are handled in one go: four vectors.
    private const int Block = 4 * 8;

    private readonly float[] _transitions; // [from × Stride + to], log
    private readonly float[] _transitionWeights; // the same, as factors
    private readonly float[] _columns; // the same factors by target: [to × Stride + from]
    private readonly float[] _starts;
    private readonly float[] _startWeights;

    // By I label: the transition from its B and from itself, as logs and as factors.
    private readonly float[] _fromBegin;
    private readonly float[] _fromInside;
    private readonly float[] _fromBeginWeights;
    private readonly float[] _fromInsideWeights;
    private readonly int _firstInner;

    /// <summary>Makes a chain.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="transitions">A log weight for each pair of labels, row by row; pairs that IOB2 forbids are ignored.</param>
    /// <param name="starts">A log weight for each label at the start of a sentence.</param>
    public LinearChain(int classes, ReadOnlySpan<float> transitions, ReadOnlySpan<float> starts)
    {
        Classes = classes;
        Labels = 1 + (2 * classes);
        Stride = (Labels + 7) & ~7;
        _transitions = new float[Stride * Stride];
        _transitionWeights = new float[Stride * Stride];
        _columns = new float[Stride * Stride];
        _starts = new float[Stride];
        _startWeights = new float[Stride];
        _fromBegin = new float[Stride];
        _fromInside = new float[Stride];
        _fromBeginWeights = new float[Stride];
        _fromInsideWeights = new float[Stride];
        _firstInner = (classes + 1 + 7) & ~7;
        Array.Fill(_transitions, Never);
        Array.Fill(_starts, Never);
        Array.Fill(_fromBegin, Never);
        Array.Fill(_fromInside, Never);
        for (int from = 0; from < Labels; from++)
        {
            _starts[from] = from <= classes ? starts[from] : Never;
            _startWeights[from] = from <= classes ? MathF.Exp(starts[from]) : 0;
            for (int to = 0; to < Labels; to++)
            {
                if (Allows(from, to, classes))
                {
                    _transitions[(from * Stride) + to] = transitions[(from * Labels) + to];
                    _transitionWeights[(from * Stride) + to] = MathF.Exp(transitions[(from * Labels) + to]);
                    _columns[(to * Stride) + from] = _transitionWeights[(from * Stride) + to];
                }
            }
        }

        for (int inside = classes + 1; inside < Labels; inside++)
        {
            _fromBegin[inside] = _transitions[((inside - classes) * Stride) + inside];
            _fromInside[inside] = _transitions[(inside * Stride) + inside];
            _fromBeginWeights[inside] = _transitionWeights[((inside - classes) * Stride) + inside];
            _fromInsideWeights[inside] = _transitionWeights[(inside * Stride) + inside];
        }
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of labels: one more than twice the classes.</summary>
    public int Labels { get; }

    /// <summary>Length of a row of scores: the labels and the padding.</summary>
    public int Stride { get; }

    /// <summary>Whether IOB2 lets one label follow another: I comes only after B or I of its own class.</summary>
    public static bool Allows(int from, int to, int classes) => to <= classes || from == to || from == to - classes;

    /// <summary>The transition weights from a label, as factors; zero where IOB2 forbids the transition.</summary>
    public ReadOnlySpan<float> TransitionWeights(int from) => _transitionWeights.AsSpan(from * Stride, Stride);

    /// <summary>The best labelling.</summary>
    /// <param name="scores">For each place a row of label scores; the padding is ignored. Overwritten with the best sums.</param>
    /// <param name="labels">Where to, one a place.</param>
    public void Viterbi(Span<float> scores, Span<byte> labels)
    {
        int count = labels.Length;
        for (int label = 0; label < Stride; label++)
        {
            scores[label] += _starts[label];
        }

        for (int at = 1; at < count; at++)
        {
            ReadOnlySpan<float> before = scores.Slice((at - 1) * Stride, Stride);
            Span<float> now = scores.Slice(at * Stride, Stride);
            int done = 0;
            for (; done + Block <= _firstInner; done += Block)
            {
                AddBestBefore4(before[..Labels], now, done);
            }

            for (; done < _firstInner; done += Vector256<float>.Count)
            {
                (Vector256.Create<float>(now[done..]) + BestBefore(before[..Labels], done)).CopyTo(now[done..]);
            }

            for (int i = _firstInner; i < now.Length; i += Vector256<float>.Count)
            {
                Vector256<float> begun = Vector256.Create(before[(i - Classes)..]) + Vector256.Create<float>(_fromBegin.AsSpan(i));
                Vector256<float> gone = Vector256.Create(before[i..]) + Vector256.Create<float>(_fromInside.AsSpan(i));
                (Vector256.Create<float>(now[i..]) + Vector256.MaxNative(begun, gone)).CopyTo(now[i..]);
            }
        }

        ReadOnlySpan<float> last = scores.Slice((count - 1) * Stride, Labels);
        int winner = 0;
        for (int label = 1; label < last.Length; label++)
        {
            winner = last[label] > last[winner] ? label : winner;
        }

        for (int at = count - 1; at >= 0; at--)
        {
            labels[at] = (byte)winner;
            winner = at > 0 ? Predecessor(scores.Slice((at - 1) * Stride, Labels), winner) : winner;
        }
    }

    /// <summary>Forward and backward sums, scaled so that each forward row adds up to one.</summary>
    /// <param name="scores">For each place a row of label scores; overwritten with their exponentials, divided by the greatest of the row.</param>
    /// <param name="forward">Forward sums, one row a place.</param>
    /// <param name="backward">Backward sums, one row a place.</param>
    /// <param name="scales">The sum that each forward row was divided by.</param>
    /// <param name="first">The first place whose backward sums are wanted; those before it are left undefined.</param>
    /// <returns>The logarithm of the sum over all labellings.</returns>
    public double ForwardBackward(Span<float> scores, Span<float> forward, Span<float> backward, Span<float> scales, int first = 0)
    {
        int count = scales.Length;
        double logSum = 0;
        Span<float> row = stackalloc float[Stride];
        for (int at = 0; at < count; at++)
        {
            Span<float> now = scores.Slice(at * Stride, Stride);
            logSum += Exponentiate(now);
            if (at == 0)
            {
                _startWeights.CopyTo(row);
            }
            else
            {
                Multiply(forward.Slice((at - 1) * Stride, Stride), row);
            }

            Span<float> own = forward.Slice(at * Stride, Stride);
            Vector256<float> sums = Vector256<float>.Zero;
            for (int i = 0; i < own.Length; i += Vector256<float>.Count)
            {
                Vector256<float> product = Vector256.Create<float>(row[i..]) * Vector256.Create<float>(now[i..]);
                sums += product;
                product.CopyTo(own[i..]);
            }

            float sum = Vector256.Sum(sums);
            sum = sum > 0 ? sum : 1e-30f;
            scales[at] = sum;
            logSum += Math.Log(sum);
            Vector256<float> factor = Vector256.Create(1 / sum);
            for (int i = 0; i < own.Length; i += Vector256<float>.Count)
            {
                (Vector256.Create<float>(own[i..]) * factor).CopyTo(own[i..]);
            }
        }

        backward.Slice((count - 1) * Stride, Stride).Fill(1);
        for (int at = count - 2; at >= first; at--)
        {
            Span<float> next = row;
            ReadOnlySpan<float> after = backward.Slice((at + 1) * Stride, Stride);
            ReadOnlySpan<float> there = scores.Slice((at + 1) * Stride, Stride);
            Vector256<float> factor = Vector256.Create(1 / scales[at + 1]);
            for (int i = 0; i < next.Length; i += Vector256<float>.Count)
            {
                (Vector256.Create(after[i..]) * Vector256.Create(there[i..]) * factor).CopyTo(next[i..]);
            }

            MultiplyTransposed(next, backward.Slice(at * Stride, Stride));
        }

        return logSum;
    }

    /// <summary>The probability that a span of a class starts here, ends there and is continued by nothing.</summary>
    /// <param name="start">The first place.</param>
    /// <param name="end">The place after the last.</param>
    /// <param name="type">The class, from zero.</param>
    /// <param name="scores">What <see cref="ForwardBackward"/> left in its scores.</param>
    /// <param name="forward">Its forward sums.</param>
    /// <param name="backward">Its backward sums.</param>
    /// <param name="scales">Its scales.</param>
    public float SpanProbability(int start, int end, int type, ReadOnlySpan<float> scores, ReadOnlySpan<float> forward, ReadOnlySpan<float> backward, ReadOnlySpan<float> scales)
    {
        int label = 1 + type;
        int inside = label + Classes;
        float probability = forward[(start * Stride) + label];
        for (int at = start + 1; at < end; at++)
        {
            probability *= _transitionWeights[(label * Stride) + inside] * scores[(at * Stride) + inside] / scales[at];
            label = inside;
        }

        if (end == scales.Length)
        {
            return Math.Clamp(probability, 0, 1);
        }

        float rest = 0;
        for (int next = 0; next <= Classes; next++)
        {
            rest += _transitionWeights[(label * Stride) + next] * scores[(end * Stride) + next] * backward[(end * Stride) + next];
        }

        return Math.Clamp(probability * rest / scales[end], 0, 1);
    }

    // The best way to each of eight labels from the place before. Which way that was is found again on the way back, for the winners alone.
    private Vector256<float> BestBefore(ReadOnlySpan<float> before, int label)
    {
        ref float transitions = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_transitions), label);
        Vector256<float> best = Vector256.Create(float.NegativeInfinity);
        nuint row = 0;
        foreach (float score in before)
        {
            best = Vector256.MaxNative(best, Vector256.Create(score) + Vector256.LoadUnsafe(ref transitions, row));
            row += (nuint)Stride;
        }

        return best;
    }

    // The same for four vectors of labels at once, so that no maximum waits for the one before it.
    private void AddBestBefore4(ReadOnlySpan<float> before, Span<float> now, int label)
    {
        ref float transitions = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_transitions), label);
        Vector256<float> best0 = Vector256.Create(float.NegativeInfinity);
        Vector256<float> best1 = best0;
        Vector256<float> best2 = best0;
        Vector256<float> best3 = best0;
        nuint row = 0;
        foreach (float score in before)
        {
            Vector256<float> scores = Vector256.Create(score);
            best0 = Vector256.MaxNative(best0, scores + Vector256.LoadUnsafe(ref transitions, row));
            best1 = Vector256.MaxNative(best1, scores + Vector256.LoadUnsafe(ref transitions, row + 8));
            best2 = Vector256.MaxNative(best2, scores + Vector256.LoadUnsafe(ref transitions, row + 16));
            best3 = Vector256.MaxNative(best3, scores + Vector256.LoadUnsafe(ref transitions, row + 24));
            row += (nuint)Stride;
        }

        ref float sums = ref MemoryMarshal.GetReference(now.Slice(label, Block));
        (Vector256.LoadUnsafe(ref sums) + best0).StoreUnsafe(ref sums);
        (Vector256.LoadUnsafe(ref sums, 8) + best1).StoreUnsafe(ref sums, 8);
        (Vector256.LoadUnsafe(ref sums, 16) + best2).StoreUnsafe(ref sums, 16);
        (Vector256.LoadUnsafe(ref sums, 24) + best3).StoreUnsafe(ref sums, 24);
    }

    private int Predecessor(ReadOnlySpan<float> before, int label)
    {
        int best = 0;
        float bestScore = float.NegativeInfinity;
        for (int previous = 0; previous < before.Length; previous++)
        {
            float score = before[previous] + _transitions[(previous * Stride) + label];
            if (score > bestScore)
            {
                (best, bestScore) = (previous, score);
            }
        }

        return best;
    }

    private float Exponentiate(Span<float> row)
    {
        row[Labels..].Fill(Never);
        Vector256<float> greatestOfEight = Vector256.Create<float>(row);
        for (int i = Vector256<float>.Count; i < row.Length; i += Vector256<float>.Count)
        {
            greatestOfEight = Vector256.MaxNative(greatestOfEight, Vector256.Create<float>(row[i..]));
        }

        float greatest = greatestOfEight[0];
        for (int i = 1; i < Vector256<float>.Count; i++)
        {
            greatest = MathF.Max(greatest, greatestOfEight[i]);
        }

        Vector256<float> shift = Vector256.Create(greatest);
        for (int i = 0; i < row.Length; i += Vector256<float>.Count)
        {
            Vector256.Exp(Vector256.Create(row[i..]) - shift).CopyTo(row[i..]);
        }

        row[Labels..].Clear();
        return greatest;
    }

    private void Multiply(ReadOnlySpan<float> from, Span<float> to)
    {
        int done = 0;
        for (; done + Block <= _firstInner; done += Block)
        {
            Multiply4(from[..Labels], to, done);
        }

        for (; done < _firstInner; done += Vector256<float>.Count)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            for (int previous = 0; previous < Labels; previous++)
            {
                if (from[previous] >= Negligible)
                {
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(from[previous]), Vector256.Create<float>(_transitionWeights.AsSpan((previous * Stride) + done)), sum);
                }
            }

            sum.CopyTo(to[done..]);
        }

        for (int i = _firstInner; i < to.Length; i += Vector256<float>.Count)
        {
            Vector256<float> begun = Vector256.Create(from[(i - Classes)..]) * Vector256.Create<float>(_fromBeginWeights.AsSpan(i));
            Vector256.FusedMultiplyAdd(Vector256.Create(from[i..]), Vector256.Create<float>(_fromInsideWeights.AsSpan(i)), begun).CopyTo(to[i..]);
        }
    }

    // Four vectors of labels, which stay in registers.
    private void Multiply4(ReadOnlySpan<float> from, Span<float> to, int label)
    {
        ref float weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_transitionWeights), label);
        Vector256<float> sum0 = Vector256<float>.Zero;
        Vector256<float> sum1 = sum0;
        Vector256<float> sum2 = sum0;
        Vector256<float> sum3 = sum0;
        nuint row = 0;
        foreach (float weight in from)
        {
            if (weight >= Negligible)
            {
                Vector256<float> factor = Vector256.Create(weight);
                sum0 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref weights, row), sum0);
                sum1 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref weights, row + 8), sum1);
                sum2 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref weights, row + 16), sum2);
                sum3 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref weights, row + 24), sum3);
            }

            row += (nuint)Stride;
        }

        Store4(sum0, sum1, sum2, sum3, to.Slice(label, Block));
    }

    private void MultiplyTransposed(ReadOnlySpan<float> next, Span<float> to)
    {
        if (Stride >= Block)
        {
            // The last four vectors may overlap the four before them, and come to the same.
            for (int i = 0; ; i = Math.Min(i + Block, Stride - Block))
            {
                MultiplyTransposed4(next[.._firstInner], to, i);
                if (i == Stride - Block)
                {
                    break;
                }
            }
        }
        else
        {
            for (int i = 0; i < to.Length; i += Vector256<float>.Count)
            {
                Vector256<float> sum = Vector256<float>.Zero;
                for (int target = 0; target < _firstInner; target++)
                {
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(next[target]), Vector256.Create<float>(_columns.AsSpan((target * Stride) + i)), sum);
                }

                sum.CopyTo(to[i..]);
            }
        }

        for (int i = _firstInner; i < to.Length; i += Vector256<float>.Count)
        {
            Vector256<float> inner = Vector256.Create(next[i..]);
            Vector256.FusedMultiplyAdd(inner, Vector256.Create<float>(_fromInsideWeights.AsSpan(i)), Vector256.Create<float>(to[i..])).CopyTo(to[i..]);
            Span<float> begin = to[(i - Classes)..];
            Vector256.FusedMultiplyAdd(inner, Vector256.Create<float>(_fromBeginWeights.AsSpan(i)), Vector256.Create<float>(begin)).CopyTo(begin);
        }
    }

    private void MultiplyTransposed4(ReadOnlySpan<float> next, Span<float> to, int label)
    {
        ref float columns = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_columns), label);
        Vector256<float> sum0 = Vector256<float>.Zero;
        Vector256<float> sum1 = sum0;
        Vector256<float> sum2 = sum0;
        Vector256<float> sum3 = sum0;
        nuint row = 0;
        foreach (float weight in next)
        {
            Vector256<float> factor = Vector256.Create(weight);
            sum0 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref columns, row), sum0);
            sum1 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref columns, row + 8), sum1);
            sum2 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref columns, row + 16), sum2);
            sum3 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref columns, row + 24), sum3);
            row += (nuint)Stride;
        }

        Store4(sum0, sum1, sum2, sum3, to.Slice(label, Block));
    }

    private static void Store4(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, Span<float> to)
    {
        ref float place = ref MemoryMarshal.GetReference(to);
        first.StoreUnsafe(ref place);
        second.StoreUnsafe(ref place, 8);
        third.StoreUnsafe(ref place, 16);
        fourth.StoreUnsafe(ref place, 24);
    }
}
