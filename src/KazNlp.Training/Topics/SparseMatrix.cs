using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>A square symmetric matrix, row by row, without its zeros.</summary>
internal sealed class SparseMatrix(int[][] columns, float[][] values)
{
    /// <summary>Power to which a neighbour's frequency is raised, so that rare neighbours do not dominate.</summary>
    private const double ContextSmoothing = 0.75;

    public int Size => columns.Length;

    /// <summary>How much more often than by chance stems stand within a window of each other: the logarithm, where positive.</summary>
    public static SparseMatrix PointwiseMutualInformation(StemCorpus corpus, int window)
    {
        int count = corpus.StemCount;
        int[] stems = [.. CollectionsMarshal.AsSpan(corpus.Stems)];
        int[][] positions = FindPositions(stems, count);
        double[] totals = CountNeighbours(stems, count, window);
        double smoothedTotal = totals.Sum(total => Math.Pow(total, ContextSmoothing));
        var columns = new int[count][];
        var values = new float[count][];
        Parallel.ForEach(Partitioner.Create(0, count), range =>
        {
            int[] counts = new int[count];
            var touched = new List<int>();
            for (int stem = range.Item1; stem < range.Item2; stem++)
            {
                foreach (int position in positions[stem])
                {
                    int last = Math.Min(stems.Length - 1, position + window);
                    for (int i = Math.Max(0, position - window); i <= last; i++)
                    {
                        if (i != position && stems[i] != StemCorpus.Gap && counts[stems[i]]++ == 0)
                        {
                            touched.Add(stems[i]);
                        }
                    }
                }

                touched.Sort();
                var row = new List<(int Column, float Value)>();
                foreach (int neighbour in touched)
                {
                    double information = Math.Log(counts[neighbour] * smoothedTotal / (totals[stem] * Math.Pow(totals[neighbour], ContextSmoothing)));
                    if (information > 0)
                    {
                        row.Add((neighbour, (float)information));
                    }

                    counts[neighbour] = 0;
                }

                columns[stem] = [.. row.Select(cell => cell.Column)];
                values[stem] = [.. row.Select(cell => cell.Value)];
                touched.Clear();
            }
        });
        return new SparseMatrix(columns, values);
    }

    /// <summary>The product with a dense matrix of <paramref name="width"/> columns, both row by row.</summary>
    public float[] Multiply(float[] dense, int width)
    {
        float[] product = new float[Size * width];
        Parallel.For(0, Size, row =>
        {
            Span<float> sum = product.AsSpan(row * width, width);
            int[] rowColumns = columns[row];
            float[] rowValues = values[row];
            for (int i = 0; i < rowColumns.Length; i++)
            {
                RandomizedDecomposition.AddScaled(sum, dense.AsSpan(rowColumns[i] * width, width), rowValues[i]);
            }
        });
        return product;
    }

    private static int[][] FindPositions(int[] stems, int count)
    {
        int[] counts = new int[count];
        foreach (int stem in stems)
        {
            if (stem != StemCorpus.Gap)
            {
                counts[stem]++;
            }
        }

        int[][] positions = [.. counts.Select(n => new int[n])];
        Array.Clear(counts);
        for (int i = 0; i < stems.Length; i++)
        {
            if (stems[i] != StemCorpus.Gap)
            {
                positions[stems[i]][counts[stems[i]]++] = i;
            }
        }

        return positions;
    }

    private static double[] CountNeighbours(int[] stems, int count, int window)
    {
        double[] totals = new double[count];
        for (int position = 0; position < stems.Length; position++)
        {
            if (stems[position] != StemCorpus.Gap)
            {
                int last = Math.Min(stems.Length - 1, position + window);
                for (int i = Math.Max(0, position - window); i <= last; i++)
                {
                    totals[stems[position]] += i != position && stems[i] != StemCorpus.Gap ? 1 : 0;
                }
            }
        }

        return totals;
    }
}
