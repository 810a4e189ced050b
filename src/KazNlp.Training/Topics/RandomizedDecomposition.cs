using System.Numerics;

namespace KazNlp;

/// <summary>The leading singular vectors of a large sparse matrix by random projection and power iteration. Halko, Martinsson and Tropp, SIAM Review 53 (2011).</summary>
internal static class RandomizedDecomposition
{
    private const int Oversampling = 16;
    private const int PowerIterations = 4;

    /// <summary>One row a lemma: its singular vectors, each scaled by the root of its singular value, and the row made one unit long.</summary>
    public static float[] Factor(SparseMatrix matrix, int dimension, int seed, CancellationToken cancellation)
    {
        int width = dimension + Oversampling;
        float[] basis = Gaussian(matrix.Size, width, seed);
        for (int i = 0; i < PowerIterations; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            basis = matrix.Multiply(basis, width);
            Orthonormalize(basis, width);
        }

        // The matrix is symmetric: the small matrix QᵀAQ has its leading eigenvalues, and Q times its eigenvectors the eigenvectors.
        double[,] small = Project(basis, matrix.Multiply(basis, width), width);
        (double[] eigenvalues, double[,] eigenvectors) = SymmetricEigen.Decompose(small);
        int[] order = [.. Enumerable.Range(0, width).OrderByDescending(i => Math.Abs(eigenvalues[i])).Take(dimension)];
        float[] rotation = new float[width * dimension];
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                rotation[(i * dimension) + j] = (float)(eigenvectors[i, order[j]] * Math.Sqrt(Math.Abs(eigenvalues[order[j]])));
            }
        }

        return Rotate(basis, width, rotation, dimension);
    }

    /// <summary>Adds <paramref name="scale"/> times a vector to another.</summary>
    internal static void AddScaled(Span<float> sum, ReadOnlySpan<float> vector, float scale)
    {
        int i = 0;
        var scales = new Vector<float>(scale);
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + (scales * new Vector<float>(vector[i..]))).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += scale * vector[i];
        }
    }

    private static float[] Gaussian(int rows, int width, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[rows * width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }

    /// <summary>Makes the columns orthonormal through the Cholesky factor of their products, twice for accuracy.</summary>
    private static void Orthonormalize(float[] basis, int width)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            double[,] inverse = InvertUpper(Cholesky(Project(basis, basis, width)));
            float[] transform = new float[width * width];
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    transform[(i * width) + j] = (float)inverse[i, j];
                }
            }

            MultiplyRows(basis, width, transform, width).CopyTo(basis, 0);
        }
    }

    /// <summary>The products of the columns of two tall matrices.</summary>
    private static double[,] Project(float[] left, float[] right, int width)
    {
        double[,] products = new double[width, width];
        Parallel.For(0, width, i =>
        {
            double[] sums = new double[width];
            for (int row = 0; row < left.Length; row += width)
            {
                double factor = left[row + i];
                for (int j = 0; j < width; j++)
                {
                    sums[j] += factor * right[row + j];
                }
            }

            for (int j = 0; j < width; j++)
            {
                products[i, j] = sums[j];
            }
        });
        return products;
    }

    /// <summary>The upper triangular factor R of a positive matrix RᵀR.</summary>
    private static double[,] Cholesky(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] factor = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = i; j < size; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < i; k++)
                {
                    sum -= factor[k, i] * factor[k, j];
                }

                factor[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-30)) : sum / factor[i, i];
            }
        }

        return factor;
    }

    private static double[,] InvertUpper(double[,] factor)
    {
        int size = factor.GetLength(0);
        double[,] inverse = new double[size, size];
        for (int j = 0; j < size; j++)
        {
            inverse[j, j] = 1 / factor[j, j];
            for (int i = j - 1; i >= 0; i--)
            {
                double sum = 0;
                for (int k = i + 1; k <= j; k++)
                {
                    sum -= factor[i, k] * inverse[k, j];
                }

                inverse[i, j] = sum / factor[i, i];
            }
        }

        return inverse;
    }

    private static float[] MultiplyRows(float[] rows, int width, float[] transform, int newWidth)
    {
        float[] product = new float[rows.Length / width * newWidth];
        Parallel.For(0, rows.Length / width, row =>
        {
            Span<float> sum = product.AsSpan(row * newWidth, newWidth);
            for (int i = 0; i < width; i++)
            {
                AddScaled(sum, transform.AsSpan(i * newWidth, newWidth), rows[(row * width) + i]);
            }
        });
        return product;
    }

    private static float[] Rotate(float[] basis, int width, float[] rotation, int dimension)
    {
        float[] vectors = MultiplyRows(basis, width, rotation, dimension);
        for (int start = 0; start < vectors.Length; start += dimension)
        {
            Span<float> vector = vectors.AsSpan(start, dimension);
            double squares = 0;
            foreach (float component in vector)
            {
                squares += component * component;
            }

            float scale = squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;
            foreach (ref float component in vector)
            {
                component *= scale;
            }
        }

        return vectors;
    }
}
