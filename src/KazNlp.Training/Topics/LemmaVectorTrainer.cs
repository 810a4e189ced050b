using System.Globalization;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Learns from unlabelled text how rare lemmas are and which keep the same company, for the topic features of every classifier.
/// The same texts and options give the same pack.
/// </summary>
/// <remarks>
/// Co-occurrence counts in a window, positive pointwise mutual information with smoothed contexts (Levy, Goldberg and Dagan,
/// "Improving Distributional Similarity with Lessons Learned from Word Embeddings", TACL 2015), randomized truncated decomposition
/// (Halko, Martinsson and Tropp, SIAM Review 2011), eight-bit components.
/// </remarks>
public sealed class LemmaVectorTrainer
{
    private readonly LemmaVectorOptions _options;

    /// <summary>A trainer.</summary>
    /// <param name="configure">Changes the default options.</param>
    public LemmaVectorTrainer(Func<LemmaVectorOptions, LemmaVectorOptions>? configure = null)
    {
        _options = configure?.Invoke(new LemmaVectorOptions()) ?? new LemmaVectorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxLemmas, LemmaVectors.Dimension * 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.MaxLemmas, ushort.MaxValue);
    }

    /// <summary>Learns from texts.</summary>
    /// <param name="paragraphs">The texts, a paragraph or sentence each; windows do not reach across them.</param>
    /// <param name="progress">Is told about each stage.</param>
    /// <param name="cancellation">Stops the work between two stages.</param>
    /// <returns>The pack, of kind <c>vectors</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paragraphs"/> is null.</exception>
    /// <exception cref="ArgumentException">The texts have too few distinct lemmas.</exception>
    public ModelPackBuilder Train(IEnumerable<string> paragraphs, IProgress<TopicTrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        progress?.Report(new TopicTrainingProgress("counting lemmas", 0));
        var corpus = LemmaCorpus.Read(paragraphs, _options.MaxLemmas, _options.MinCount);
        if (corpus.LemmaCount < LemmaVectors.Dimension * 2)
        {
            throw new ArgumentException($"The texts have only {corpus.LemmaCount} lemmas that occur {_options.MinCount} times or more; {LemmaVectors.Dimension * 2} are needed.", nameof(paragraphs));
        }

        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new TopicTrainingProgress("counting neighbours", 0.2));
        var associations = SparseMatrix.PointwiseMutualInformation(corpus, _options.Window);
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new TopicTrainingProgress("decomposing", 0.4));
        float[] vectors = RandomizedDecomposition.Factor(associations, LemmaVectors.Dimension, _options.Seed, cancellation);
        progress?.Report(new TopicTrainingProgress("done", 1));
        return Pack(corpus, vectors);
    }

    private ModelPackBuilder Pack(LemmaCorpus corpus, float[] vectors)
    {
        int count = corpus.LemmaCount;
        int capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(count * 3 / 2));
        uint[] table = new uint[capacity];
        ushort[] index = new ushort[capacity];
        byte[] rarity = new byte[count];
        for (int lemma = 0; lemma < count; lemma++)
        {
            ulong hash = corpus.Hashes[lemma];
            int position = (int)hash & (capacity - 1);
            while (table[position] != 0)
            {
                position = (position + 1) & (capacity - 1);
            }

            table[position] = LemmaVectors.Fingerprint(hash);
            index[position] = (ushort)lemma;
            rarity[lemma] = QuantizeRarity(corpus.ParagraphCount, corpus.ParagraphsWithLemma[lemma]);
        }

        byte[] slotRarity = [.. corpus.ParagraphsWithSlot.Select(paragraphs => QuantizeRarity(corpus.ParagraphCount, paragraphs))];
        byte[] components = MemoryMarshal.AsBytes<sbyte>(Quantize(vectors)).ToArray();
        return new ModelPackBuilder(LemmaVectors.PackKind)
            .AddMetadata("id", Identify(table, components, slotRarity))
            .AddMetadata("paragraphs", corpus.ParagraphCount.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("words", corpus.Lemmas.Count.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("options", _options.ToString())
            .AddSection(LemmaVectors.TableSection, MemoryMarshal.AsBytes<uint>(table).ToArray())
            .AddSection(LemmaVectors.IndexSection, MemoryMarshal.AsBytes<ushort>(index).ToArray())
            .AddSection(LemmaVectors.RaritySection, rarity)
            .AddSection(LemmaVectors.VectorSection, components)
            .AddSection(LemmaVectors.SlotRaritySection, slotRarity);
    }

    /// <summary>A name that changes with the content.</summary>
    private static string Identify(uint[] table, byte[] components, byte[] slotRarity)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<uint>(table));
        hash.AppendData(components);
        hash.AppendData(slotRarity);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte QuantizeRarity(int paragraphs, int with) =>
        (byte)Math.Clamp(Math.Round(Math.Log((paragraphs + 1.0) / (with + 1.0)) * LemmaVectors.RarityScale), 0, byte.MaxValue);

    /// <summary>Gives the largest component of each vector the value 127; only directions matter.</summary>
    private static sbyte[] Quantize(float[] vectors)
    {
        sbyte[] quantized = new sbyte[vectors.Length];
        for (int start = 0; start < vectors.Length; start += LemmaVectors.Dimension)
        {
            ReadOnlySpan<float> vector = vectors.AsSpan(start, LemmaVectors.Dimension);
            float largest = 0;
            foreach (float component in vector)
            {
                largest = Math.Max(largest, Math.Abs(component));
            }

            for (int i = 0; i < vector.Length && largest > 0; i++)
            {
                quantized[start + i] = (sbyte)MathF.Round(vector[i] / largest * sbyte.MaxValue);
            }
        }

        return quantized;
    }
}
