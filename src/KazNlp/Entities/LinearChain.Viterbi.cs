using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

internal sealed partial class LinearChain
{
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
}
