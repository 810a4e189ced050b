using System.Globalization;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Learns from unlabelled text how rare stems are and which keep the same company, for the topic features of every classifier.
/// The same texts and options give the same pack.
/// </summary>
/// <remarks>
/// Co-occurrence counts in a window, positive pointwise mutual information with smoothed contexts (Levy, Goldberg and Dagan,
/// "Improving Distributional Similarity with Lessons Learned from Word Embeddings", TACL 2015), randomized truncated decomposition
/// (Halko, Martinsson and Tropp, SIAM Review 2011), eight-bit components.
/// </remarks>
public sealed class StemVectorTrainer
{
    private readonly StemVectorOptions _options;

    /// <summary>A trainer.</summary>
    /// <param name="configure">Changes the default options.</param>
    public StemVectorTrainer(Func<StemVectorOptions, StemVectorOptions>? configure = null)
    {
        _options = configure?.Invoke(new StemVectorOptions()) ?? new StemVectorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxStems, StemVectors.Dimension * 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.MaxStems, ushort.MaxValue);
    }

    /// <summary>Learns from texts.</summary>
    /// <param name="paragraphs">The texts, a paragraph or sentence each; windows do not reach across them.</param>
    /// <param name="progress">Is told about each stage.</param>
    /// <param name="cancellation">Stops the work between two stages.</param>
    /// <returns>The pack, of kind <c>vectors</c>.</returns>
    /// <exception cref="ArgumentException">The texts have too few distinct stems.</exception>
    public ModelPackBuilder Train(IEnumerable<string> paragraphs, IProgress<TopicTrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        progress?.Report(new TopicTrainingProgress("counting stems", 0));
        var corpus = StemCorpus.Read(paragraphs, _options.MaxStems, _options.MinCount);
        if (corpus.StemCount < StemVectors.Dimension * 2)
        {
            throw new ArgumentException($"The texts have only {corpus.StemCount} stems that occur {_options.MinCount} times or more; {StemVectors.Dimension * 2} are needed.", nameof(paragraphs));
        }

        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new TopicTrainingProgress("counting neighbours", 0.2));
        var associations = SparseMatrix.PointwiseMutualInformation(corpus, _options.Window);
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new TopicTrainingProgress("decomposing", 0.4));
        float[] vectors = RandomizedDecomposition.Factor(associations, StemVectors.Dimension, _options.Seed, cancellation);
        progress?.Report(new TopicTrainingProgress("done", 1));
        return Pack(corpus, vectors);
    }

    private ModelPackBuilder Pack(StemCorpus corpus, float[] vectors)
    {
        int count = corpus.StemCount;
        int capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(count * 3 / 2));
        uint[] table = new uint[capacity];
        ushort[] index = new ushort[capacity];
        byte[] rarity = new byte[count];
        for (int stem = 0; stem < count; stem++)
        {
            ulong hash = corpus.Hashes[stem];
            int position = (int)hash & (capacity - 1);
            while (table[position] != 0)
            {
                position = (position + 1) & (capacity - 1);
            }

            table[position] = StemVectors.Fingerprint(hash);
            index[position] = (ushort)stem;
            rarity[stem] = QuantizeRarity(corpus.ParagraphCount, corpus.ParagraphsWithStem[stem]);
        }

        byte[] slotRarity = [.. corpus.ParagraphsWithSlot.Select(paragraphs => QuantizeRarity(corpus.ParagraphCount, paragraphs))];
        byte[] components = MemoryMarshal.AsBytes<sbyte>(Quantize(vectors)).ToArray();
        return new ModelPackBuilder(StemVectors.PackKind)
            .AddMetadata("id", Identify(table, components, slotRarity))
            .AddMetadata("paragraphs", corpus.ParagraphCount.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("words", corpus.Stems.Count.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("options", _options.ToString())
            .AddSection(StemVectors.TableSection, MemoryMarshal.AsBytes<uint>(table).ToArray())
            .AddSection(StemVectors.IndexSection, MemoryMarshal.AsBytes<ushort>(index).ToArray())
            .AddSection(StemVectors.RaritySection, rarity)
            .AddSection(StemVectors.VectorSection, components)
            .AddSection(StemVectors.SlotRaritySection, slotRarity);
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
        (byte)Math.Clamp(Math.Round(Math.Log((paragraphs + 1.0) / (with + 1.0)) * StemVectors.RarityScale), 0, byte.MaxValue);

    /// <summary>Gives the largest component of each vector the value 127; only directions matter.</summary>
    private static sbyte[] Quantize(float[] vectors)
    {
        sbyte[] quantized = new sbyte[vectors.Length];
        for (int start = 0; start < vectors.Length; start += StemVectors.Dimension)
        {
            ReadOnlySpan<float> vector = vectors.AsSpan(start, StemVectors.Dimension);
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
