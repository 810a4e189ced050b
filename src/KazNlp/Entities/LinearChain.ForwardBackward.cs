using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

internal sealed partial class LinearChain
{
    // A label that is less likely than this in its place makes no difference to the labels behind it.
    private const float Negligible = 1e-12f;

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
            AddRows4(_transitionWeights, from[..Labels], Negligible, to, done);
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

    private void MultiplyTransposed(ReadOnlySpan<float> next, Span<float> to)
    {
        if (Stride >= Block)
        {
            // The last four vectors may overlap the four before them, and come to the same.
            for (int i = 0; ; i = Math.Min(i + Block, Stride - Block))
            {
                AddRows4(_columns, next[.._firstInner], Negligible, to, i);
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

    // The sums for four vectors of labels, which stay in registers. Rows whose weight is less than the least one are left out.
    private void AddRows4(float[] matrix, ReadOnlySpan<float> rowWeights, float least, Span<float> to, int label)
    {
        ref float rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix), label);
        Vector256<float> sum0 = Vector256<float>.Zero;
        Vector256<float> sum1 = sum0;
        Vector256<float> sum2 = sum0;
        Vector256<float> sum3 = sum0;
        nuint row = 0;
        foreach (float weight in rowWeights)
        {
            if (weight >= least)
            {
                Vector256<float> factor = Vector256.Create(weight);
                sum0 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref rows, row), sum0);
                sum1 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref rows, row + 8), sum1);
                sum2 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref rows, row + 16), sum2);
                sum3 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref rows, row + 24), sum3);
            }

            row += (nuint)Stride;
        }

        ref float sums = ref MemoryMarshal.GetReference(to.Slice(label, Block));
        sum0.StoreUnsafe(ref sums);
        sum1.StoreUnsafe(ref sums, 8);
        sum2.StoreUnsafe(ref sums, 16);
        sum3.StoreUnsafe(ref sums, 24);
    }
}
