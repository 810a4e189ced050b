namespace KazNlp;

/// <summary>Spherical k-means. One thread, so that a seed gives one result.</summary>
internal static class VectorClustering
{
    private const int Iterations = 12;

    /// <summary>Parts vectors of length one into clusters.</summary>
    /// <param name="vectors">The vectors, row by row.</param>
    /// <param name="size">Length of a vector, a multiple of eight.</param>
    /// <param name="clusters">Number of clusters.</param>
    /// <param name="seed">Seed of the first centres.</param>
    /// <param name="progress">Told the finished part.</param>
    /// <param name="cancellation">Ends the run with an exception.</param>
    /// <returns>The cluster of each vector, and the centres, row by row.</returns>
    public static (ushort[] Assignment, float[] Centres) Cluster(ReadOnlySpan<float> vectors, int size, int clusters, int seed, Action<double> progress, CancellationToken cancellation)
    {
        int count = vectors.Length / size;
        clusters = Math.Min(clusters, count);
        var random = new SeededRandom((ulong)seed);
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        float[] centres = new float[clusters * size];
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            vectors.Slice(order[cluster] * size, size).CopyTo(centres.AsSpan(cluster * size, size));
        }

        ushort[] assignment = new ushort[count];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress((double)iteration / Iterations);
            for (int row = 0; row < count; row++)
            {
                assignment[row] = Nearest(vectors.Slice(row * size, size), centres, size);
            }

            Recentre(vectors, assignment, centres, size);
        }

        return (assignment, centres);
    }

    private static ushort Nearest(ReadOnlySpan<float> vector, ReadOnlySpan<float> centres, int size)
    {
        int best = 0;
        float bestScore = float.NegativeInfinity;
        for (int cluster = 0; cluster * size < centres.Length; cluster++)
        {
            float score = WordVectors.Dot(vector, centres.Slice(cluster * size, size));
            if (score > bestScore)
            {
                (best, bestScore) = (cluster, score);
            }
        }

        return (ushort)best;
    }

    // An empty cluster keeps its centre.
    private static void Recentre(ReadOnlySpan<float> vectors, ushort[] assignment, float[] centres, int size)
    {
        float[] sums = new float[centres.Length];
        int[] counts = new int[centres.Length / size];
        for (int row = 0; row < assignment.Length; row++)
        {
            ReadOnlySpan<float> vector = vectors.Slice(row * size, size);
            Span<float> sum = sums.AsSpan(assignment[row] * size, size);
            for (int i = 0; i < size; i++)
            {
                sum[i] += vector[i];
            }

            counts[assignment[row]]++;
        }

        for (int cluster = 0; cluster < counts.Length; cluster++)
        {
            if (counts[cluster] > 0)
            {
                Span<float> sum = sums.AsSpan(cluster * size, size);
                WordVectors.Normalise(sum);
                sum.CopyTo(centres.AsSpan(cluster * size, size));
            }
        }
    }
}
