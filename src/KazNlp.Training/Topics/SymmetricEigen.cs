namespace KazNlp;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations. Golub and Van Loan, "Matrix Computations", section 8.5.</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;
    private const double Tolerance = 1e-11;

    /// <summary>Decomposes a matrix; column <c>i</c> of the vectors belongs to value <c>i</c>.</summary>
    public static (double[] Values, double[,] Vectors) Decompose(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] a = (double[,])matrix.Clone();
        double[,] vectors = new double[size, size];
        double norm = 0;
        for (int i = 0; i < size; i++)
        {
            vectors[i, i] = 1;
            for (int j = 0; j < size; j++)
            {
                a[i, j] = (matrix[i, j] + matrix[j, i]) / 2;
                norm += a[i, j] * a[i, j];
            }
        }

        for (int sweep = 0; sweep < MaxSweeps && OffDiagonal(a) > Tolerance * norm; sweep++)
        {
            for (int p = 0; p < size - 1; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, size).Select(i => a[i, i])], vectors);
    }

    private static double OffDiagonal(double[,] a)
    {
        double sum = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += 2 * a[i, j] * a[i, j];
            }
        }

        return sum;
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        int size = a.GetLength(0);
        for (int k = 0; k < size; k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (int k = 0; k < size; k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (vectors[k, p], vectors[k, q]) = ((c * vectors[k, p]) - (s * vectors[k, q]), (s * vectors[k, p]) + (c * vectors[k, q]));
        }
    }
}
