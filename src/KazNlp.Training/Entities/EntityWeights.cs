using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// The weights of a conditional random field while they are learned, with AdaGrad's sums of squares beside them. A row a feature:
/// its weights, padded to the chain's stride, then its sums. Not thread-safe.
/// </summary>
internal sealed class EntityWeights
{
    private const float FirstSquare = 1e-2f;
    private const float Negligible = 2e-4f;
    private const int RowsPerBlock = 1 << 16;

    private readonly float[][] _blocks;
    private readonly int _stride;

    /// <summary>All weights zero.</summary>
    public EntityWeights(int features, int stride)
    {
        _stride = stride;
        _blocks = new float[((features - 1) / RowsPerBlock) + 1][];
        for (int block = 0; block < _blocks.Length; block++)
        {
            float[] rows = new float[Math.Min(RowsPerBlock, features - (block * RowsPerBlock)) * 2 * stride];
            for (int row = 0; row < rows.Length; row += 2 * stride)
            {
                rows.AsSpan(row + stride, stride).Fill(FirstSquare);
            }

            _blocks[block] = rows;
        }
    }

    /// <summary>The weights of a feature.</summary>
    public Span<float> Row(int feature) => _blocks[feature / RowsPerBlock].AsSpan(feature % RowsPerBlock * 2 * _stride, _stride);

    /// <summary>Sums the weights of features.</summary>
    public void Score(ReadOnlySpan<int> features, Span<float> scores)
    {
        scores.Clear();
        foreach (int feature in features)
        {
            ReadOnlySpan<float> row = Row(feature);
            for (int i = 0; i < row.Length; i += Vector256<float>.Count)
            {
                (Vector256.Create(scores[i..]) + Vector256.Create(row[i..])).CopyTo(scores[i..]);
            }
        }
    }

    /// <summary>One AdaGrad step on the rows of features that share a gradient. Labels whose gradient is next to nothing, as most are, stay as they are.</summary>
    public void Step(ReadOnlySpan<int> features, ReadOnlySpan<float> gradient, float rate, float l2)
    {
        Span<int> groups = stackalloc int[_stride / Vector256<float>.Count];
        groups = groups[..ActiveGroups(gradient, groups)];
        if (groups.IsEmpty)
        {
            return;
        }

        Vector256<float> decay = Vector256.Create(l2);
        Vector256<float> step = Vector256.Create(rate);
        foreach (int feature in features)
        {
            Span<float> row = _blocks[feature / RowsPerBlock].AsSpan(feature % RowsPerBlock * 2 * _stride, 2 * _stride);
            foreach (int i in groups)
            {
                Span<float> weights = row[i..];
                Span<float> squares = row[(i + _stride)..];
                Vector256<float> weight = Vector256.Create(weights);
                Vector256<float> slope = Vector256.Create(gradient[i..]) + (decay * weight);
                Vector256<float> square = Vector256.Create(squares) + (slope * slope);
                square.CopyTo(squares);
                (weight - (step * slope / Vector256.Sqrt(square))).CopyTo(weights);
            }
        }
    }

    private int ActiveGroups(ReadOnlySpan<float> gradient, Span<int> groups)
    {
        int count = 0;
        for (int i = 0; i < _stride; i += Vector256<float>.Count)
        {
            if (Vector256.GreaterThanAny(Vector256.Abs(Vector256.Create(gradient[i..])), Vector256.Create(Negligible)))
            {
                groups[count++] = i;
            }
        }

        return count;
    }
}
