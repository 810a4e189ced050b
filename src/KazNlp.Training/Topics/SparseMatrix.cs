using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>A square symmetric matrix, row by row, without its zeros.</summary>
internal sealed class SparseMatrix(int[][] columns, float[][] values)
{
    /// <summary>Power to which a neighbour's frequency is raised, so that rare neighbours do not dominate.</summary>
    private const double ContextSmoothing = 0.75;

    public int Size => columns.Length;

    /// <summary>How much more often than by chance lemmas stand within a window of each other: the logarithm, where positive.</summary>
    public static SparseMatrix PointwiseMutualInformation(LemmaCorpus corpus, int window)
    {
        int count = corpus.LemmaCount;
        int[] lemmas = [.. CollectionsMarshal.AsSpan(corpus.Lemmas)];
        int[][] positions = FindPositions(lemmas, count);
        double[] totals = CountNeighbours(lemmas, count, window);
        double smoothedTotal = totals.Sum(total => Math.Pow(total, ContextSmoothing));
        var columns = new int[count][];
        var values = new float[count][];
        Parallel.ForEach(Partitioner.Create(0, count), range =>
        {
            int[] counts = new int[count];
            var touched = new List<int>();
            for (int lemma = range.Item1; lemma < range.Item2; lemma++)
            {
                foreach (int position in positions[lemma])
                {
                    int last = Math.Min(lemmas.Length - 1, position + window);
                    for (int i = Math.Max(0, position - window); i <= last; i++)
                    {
                        if (i != position && lemmas[i] != LemmaCorpus.Gap && counts[lemmas[i]]++ == 0)
                        {
                            touched.Add(lemmas[i]);
                        }
                    }
                }

                touched.Sort();
                var row = new List<(int Column, float Value)>();
                foreach (int neighbour in touched)
                {
                    double information = Math.Log(counts[neighbour] * smoothedTotal / (totals[lemma] * Math.Pow(totals[neighbour], ContextSmoothing)));
                    if (information > 0)
                    {
                        row.Add((neighbour, (float)information));
                    }

                    counts[neighbour] = 0;
                }

                columns[lemma] = [.. row.Select(cell => cell.Column)];
                values[lemma] = [.. row.Select(cell => cell.Value)];
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

    private static int[][] FindPositions(int[] lemmas, int count)
    {
        int[] counts = new int[count];
        foreach (int lemma in lemmas)
        {
            if (lemma != LemmaCorpus.Gap)
            {
                counts[lemma]++;
            }
        }

        int[][] positions = [.. counts.Select(n => new int[n])];
        Array.Clear(counts);
        for (int i = 0; i < lemmas.Length; i++)
        {
            if (lemmas[i] != LemmaCorpus.Gap)
            {
                positions[lemmas[i]][counts[lemmas[i]]++] = i;
            }
        }

        return positions;
    }

    private static double[] CountNeighbours(int[] lemmas, int count, int window)
    {
        double[] totals = new double[count];
        for (int position = 0; position < lemmas.Length; position++)
        {
            if (lemmas[position] != LemmaCorpus.Gap)
            {
                int last = Math.Min(lemmas.Length - 1, position + window);
                for (int i = Math.Max(0, position - window); i <= last; i++)
                {
                    totals[lemmas[position]] += i != position && lemmas[i] != LemmaCorpus.Gap ? 1 : 0;
                }
            }
        }

        return totals;
    }
}
