using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>Word vectors by skip-gram with negative sampling. One thread, so that a seed gives one result.</summary>
/// <remarks>Mikolov et al., "Distributed Representations of Words and Phrases and their Compositionality", NIPS 2013.</remarks>
internal static class WordVectors
{
    private const int Negatives = 5;
    private const double FirstRate = 0.05;
    private const double SampleThreshold = 1e-3;
    private const double NegativePower = 0.75;

    /// <summary>Learns a vector for each word that is frequent enough.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="options">Sizes, epochs and seed.</param>
    /// <param name="progress">Told the finished part.</param>
    /// <param name="cancellation">Ends the run with an exception.</param>
    /// <returns>The words' numbers, most frequent first, and their vectors of length one, row by row.</returns>
    public static (int[] Words, float[] Vectors) Learn(WordCorpus corpus, WordKnowledgeOptions options, Action<double> progress, CancellationToken cancellation)
    {
        int[] words = [.. Enumerable.Range(0, corpus.Words.Count).Where(word => corpus.Counts[word] >= options.MinCount).OrderByDescending(word => corpus.Counts[word]).ThenBy(word => word)];
        int[] rows = new int[corpus.Words.Count];
        Array.Fill(rows, -1);
        for (int row = 0; row < words.Length; row++)
        {
            rows[words[row]] = row;
        }

        int size = options.Dimensions;
        var random = new SeededRandom((ulong)options.Seed);
        float[] vectors = new float[words.Length * size];
        float[] contexts = new float[words.Length * size];
        foreach (ref float value in vectors.AsSpan())
        {
            value = (random.Below(1 << 20) / (float)(1 << 20) - 0.5f) / size;
        }

        int[] negatives = NegativeTable(corpus, words);
        uint[] keep = [.. words.Select(word => KeepThreshold(corpus.Counts[word], corpus.Text.Length))];
        int[] sentence = new int[4096];
        float[] gradient = new float[size];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            int length = 0;
            for (int at = 0; at < corpus.Text.Length; at++)
            {
                int word = corpus.Text[at];
                int row = word < 0 ? -1 : rows[word];
                if (row >= 0 && (uint)random.Next() <= keep[row])
                {
                    sentence[length++] = row;
                }

                if (word < 0 || length == sentence.Length)
                {
                    double done = (epoch + ((double)at / corpus.Text.Length)) / options.Epochs;
                    float rate = (float)(FirstRate * Math.Max(1 - done, 1e-3));
                    Learn(sentence.AsSpan(0, length), vectors, contexts, negatives, gradient, rate, options.Window, ref random);
                    length = 0;
                    if ((at & 0xFFF) == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        progress(done);
                    }
                }
            }
        }

        for (int row = 0; row < words.Length; row++)
        {
            Normalise(vectors.AsSpan(row * size, size));
        }

        return (words, vectors);
    }

    /// <summary>Scales a vector to length one.</summary>
    public static void Normalise(Span<float> vector)
    {
        float length = MathF.Sqrt(MathF.Max(Dot(vector, vector), 1e-12f));
        foreach (ref float value in vector)
        {
            value /= length;
        }
    }

    /// <summary>The inner product of two vectors, whose length is a multiple of eight.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < left.Length; i += Vector256<float>.Count)
        {
            sum += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        }

        return Vector256.Sum(sum);
    }

    private static void Learn(ReadOnlySpan<int> sentence, float[] vectors, float[] contexts, int[] negatives, Span<float> gradient, float rate, int window, ref SeededRandom random)
    {
        int size = gradient.Length;
        for (int at = 0; at < sentence.Length; at++)
        {
            int reach = 1 + random.Below(window);
            Span<float> centre = vectors.AsSpan(sentence[at] * size, size);
            for (int other = Math.Max(0, at - reach); other <= Math.Min(sentence.Length - 1, at + reach); other++)
            {
                if (other == at)
                {
                    continue;
                }

                gradient.Clear();
                for (int sample = 0; sample <= Negatives; sample++)
                {
                    int target = sample == 0 ? sentence[other] : negatives[random.Below(negatives.Length)];
                    if (sample > 0 && target == sentence[other])
                    {
                        continue;
                    }

                    Span<float> context = contexts.AsSpan(target * size, size);
                    float score = Dot(centre, context);
                    float error = ((sample == 0 ? 1f : 0f) - (1 / (1 + MathF.Exp(-score)))) * rate;
                    AddScaled(gradient, context, error);
                    AddScaled(context, centre, error);
                }

                AddScaled(centre, gradient, 1);
            }
        }
    }

    private static void AddScaled(Span<float> into, ReadOnlySpan<float> values, float factor)
    {
        Vector256<float> scale = Vector256.Create(factor);
        for (int i = 0; i < into.Length; i += Vector256<float>.Count)
        {
            (Vector256.Create<float>(into[i..]) + (scale * Vector256.Create(values[i..]))).CopyTo(into[i..]);
        }
    }

    private static int[] NegativeTable(WordCorpus corpus, int[] words)
    {
        const int Size = 1 << 22;
        double total = words.Sum(word => Math.Pow(corpus.Counts[word], NegativePower));
        int[] table = new int[Size];
        int row = 0;
        double reached = Math.Pow(corpus.Counts[words[0]], NegativePower) / total;
        for (int i = 0; i < Size; i++)
        {
            table[i] = row;
            if ((double)i / Size > reached && row < words.Length - 1)
            {
                row++;
                reached += Math.Pow(corpus.Counts[words[row]], NegativePower) / total;
            }
        }

        return table;
    }

    // Very frequent words are left out now and then.
    private static uint KeepThreshold(int count, int total)
    {
        double frequency = (double)count / total;
        double keep = Math.Min(1, Math.Sqrt(SampleThreshold / frequency) + (SampleThreshold / frequency));
        return (uint)(keep * uint.MaxValue);
    }
}
