using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>
/// A topic classifier: a maximum-entropy model over lemmas and their vectors and a naive Bayes model over the character n-grams of the lemmas, whose
/// log-probabilities are added, with calibrated probabilities. Both are linear, and so is their sum. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// ML.NET trains it (<c>KazakhTopicTrainer</c> in KazNlp.ML); scoring needs neither ML.NET nor, but for words that it has not met lately, allocations.
/// Berger, Della Pietra and Della Pietra, "A Maximum Entropy Approach to Natural Language Processing", 1996.
/// Calibration by temperature: Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
/// </remarks>
public sealed partial class TopicModel
{
    /// <summary>The kind of the model's pack.</summary>
    public const string PackKind = "topics";

    internal const string LabelSection = "labels";
    internal const string BiasSection = "bias";
    internal const string DenseSection = "dense";
    internal const string SlotSection = "slots";
    internal const string ScaleSection = "scales";
    internal const string WeightSection = "weights";
    internal const string FeaturesKey = "features";
    internal const string VectorsKey = "vectors";
    internal const string TemperatureKey = "temperature";

    private const int SlotCount = TopicFeatures.SlotCount + TopicFeatures.GramSlotCount; // of lemmas, then of n-grams
    private const int RowCacheBits = 15;

    private static readonly Lazy<TopicModel> LazyDefault = new(() => new TopicModel(EmbeddedPacks.Load(PackKind), TopicFeatures.Default));

    private readonly TopicFeatures _features;
    private readonly string?[] _codes;
    private readonly float[] _bias;
    private readonly float[] _dense; // class by class
    private readonly int[] _rowOfSlot; // −1 for a slot without weights
    private readonly float[] _scales; // one a row
    private readonly ReadOnlyMemory<byte> _weights; // row by row, an 8-bit integer a class
    private readonly float _inverseTemperature;
    private readonly SetAssociativeCache<LemmaRow> _rows = new(RowCacheBits, ways: 4);

    internal TopicModel(ModelPack pack, TopicFeatures features)
    {
        _features = features;
        Metadata = pack.Metadata;
        Name = pack.Name;
        Require(pack, FeaturesKey, TopicFeatures.Version, "was trained for another version of the features; train it again");
        Require(pack, VectorsKey, features.Vectors.Id, "was trained with other lemma vectors; train it again");
        Labels = [.. Encoding.UTF8.GetString(pack.GetSection(LabelSection).Span).Split('\n')];
        _codes = FindCodes(Labels);
        _bias = Floats(pack, BiasSection, Labels.Length);
        _dense = Floats(pack, DenseSection, Labels.Length * TopicFeatures.DenseLength);
        ReadOnlySpan<int> slots = MemoryMarshal.Cast<byte, int>(pack.GetSection(SlotSection).Span);
        _scales = Floats(pack, ScaleSection, slots.Length);
        _weights = pack.GetSection(WeightSection);
        if (_weights.Length != slots.Length * Labels.Length)
        {
            throw new InvalidDataException($"{pack.Name}: section '{WeightSection}' has {_weights.Length} bytes where {slots.Length} slots and {Labels.Length} labels need {slots.Length * Labels.Length}.");
        }

        _rowOfSlot = new int[SlotCount];
        Array.Fill(_rowOfSlot, -1);
        for (int row = 0; row < slots.Length; row++)
        {
            if ((uint)slots[row] >= SlotCount)
            {
                throw new InvalidDataException($"{pack.Name}: section '{SlotSection}' names slot {slots[row]}, beyond the {SlotCount} that there are.");
            }

            _rowOfSlot[slots[row]] = row;
        }

        _inverseTemperature = 1 / float.Parse(pack.Metadata.GetValueOrDefault(TemperatureKey, "1"), CultureInfo.InvariantCulture);
    }

    /// <summary>The model that ships with the library: the seventeen top-level IPTC Media Topics and <see cref="TopicScore.None"/>.</summary>
    public static TopicModel Default => LazyDefault.Value;

    /// <summary>Where the model came from: a path, or the name of an embedded resource.</summary>
    public string Name { get; }

    /// <summary>The labels, in the order of <see cref="Score"/>'s probabilities.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>What is known of the model's making: data, figures, command, options.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">A pack that <c>kaznlp train topics</c> or a <c>KazakhTopicTrainer</c> wrote.</param>
    /// <exception cref="InvalidDataException">The file is no pack, is damaged, is of another kind, or was trained for other features; the message names the file and the fault.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TopicModel Load(string path) => new(ModelPack.Load(path, PackKind), TopicFeatures.Default);

    /// <summary>Reads a model from a stream, from its current position to its end; the stream stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Load(string)"/>.</exception>
    public static TopicModel Load(Stream stream, string name) => new(ModelPack.Load(stream, name, PackKind), TopicFeatures.Default);

    /// <summary>The IPTC Media Topics code of a label: <c>medtop:11000000</c>; null for <see cref="TopicScore.None"/> and for the labels of a model that knows any label outside that taxonomy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no label of this index.</exception>
    public string? GetCode(int labelIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)labelIndex, (uint)_codes.Length, nameof(labelIndex));
        return _codes[labelIndex];
    }

    /// <summary>Computes the probability of each label, in linear time.</summary>
    /// <param name="title">The title, or nothing. Without one, a first line of the text that is a heading serves as title.</param>
    /// <param name="titleTokens">The title's tokens, from <see cref="KazakhTokenizer"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="probabilities">Takes one probability for each of <see cref="Labels"/>; they add up to one.</param>
    /// <returns>The number of distinct lemmas that the model could judge by; at 0 the probabilities say only how frequent the labels were in training, and <see cref="TopicClassifier"/> answers <see cref="TopicScore.None"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is not as long as <see cref="Labels"/>.</exception>
    public int Score(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<float> probabilities)
    {
        if (probabilities.Length != Labels.Length)
        {
            throw new ArgumentException($"The model has {Labels.Length} labels, the span {probabilities.Length} places.", nameof(probabilities));
        }

        TopicFeatures.Workspace workspace = _features.Rent();
        _features.Count(title, titleTokens, text, tokens, workspace);
        int knownLemmas = ComputeLogits(workspace, probabilities);
        SoftMax.Apply(probabilities, _inverseTemperature);
        _features.Return(workspace);
        return knownLemmas;
    }

    /// <summary>By what logits are multiplied before they become probabilities.</summary>
    internal float InverseTemperature => _inverseTemperature;

    /// <summary>A label's logit for a text without features.</summary>
    internal float GetBias(int label) => _bias[label];

    /// <summary>The features that have weights, in ascending order.</summary>
    internal int[] FindFeatures() =>
    [
        .. Enumerable.Range(0, TopicFeatures.DenseLength),
        .. Enumerable.Range(0, SlotCount).Where(slot => _rowOfSlot[slot] >= 0).Select(slot => TopicFeatures.DenseLength + slot),
    ];

    /// <summary>A label's weights, one for each of <see cref="FindFeatures"/>.</summary>
    internal float[] CopyWeights(int label) =>
    [
        .. _dense.AsSpan(label * TopicFeatures.DenseLength, TopicFeatures.DenseLength),
        .. _rowOfSlot.Where(row => row >= 0).Select(row => _scales[row] * WeightsOf(row)[label]),
    ];

    /// <summary>Adds up what the lemmas say. Each one's hashed features have their weights added up beforehand, so that a lemma costs one row and its vector.</summary>
    /// <returns>The number of lemmas that have a vector.</returns>
    private int ComputeLogits(TopicFeatures.Workspace workspace, Span<float> logits)
    {
        const int MaxOnStack = 256;
        int width = PaddedLength(logits.Length);
        Span<float> sums = 4 * width <= MaxOnStack ? stackalloc float[4 * width] : new float[4 * width];
        sums.Clear();
        Span<float> hashed = sums[..(2 * width)];
        Span<float> hashedLead = sums.Slice(2 * width, width);
        Span<float> hashedTitle = sums[(3 * width)..];
        TopicFeatures.BlockScales scales = AddUp(workspace, hashed, hashedLead, hashedTitle, out int known);
        for (int label = 0; label < logits.Length; label++)
        {
            ReadOnlySpan<float> dense = _dense.AsSpan(label * TopicFeatures.DenseLength, TopicFeatures.DenseLength);
            logits[label] = _bias[label] + (scales.Hashed * hashed[label]) + (scales.HashedLead * hashedLead[label]) + (scales.HashedTitle * hashedTitle[label])
                + (scales.Grams * hashed[width + label])
                + (scales.Text * Dot(workspace.TextVector, dense[..LemmaVectors.Dimension]))
                + (scales.Lead * Dot(workspace.LeadVector, dense[LemmaVectors.Dimension..]));
        }

        return known;
    }

    private TopicFeatures.BlockScales AddUp(TopicFeatures.Workspace workspace, Span<float> hashed, Span<float> hashedLead, Span<float> hashedTitle, out int known)
    {
        // All rows are looked up before the first is added: then the processor waits for several of them at once, which are in no near cache.
        LemmaCounts lemmas = workspace.Lemmas;
        Span<LemmaRow> rows = workspace.RowsFor(lemmas.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = FindRow(lemmas.Words[i]);
        }

        TopicFeatures.WeightSums sums = default;
        known = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            LemmaRow row = rows[i];
            (float weight, float leadWeight, float titleWeight) = lemmas.WeightsOf(i, row.Rarity);
            sums.Add(weight, leadWeight, titleWeight);
            AddScaled(hashed, row.Weights, weight);
            if (leadWeight > 0)
            {
                AddScaled(hashedLead, row.LeadWeights, leadWeight);
            }

            if (titleWeight > 0)
            {
                AddScaled(hashedTitle, row.TitleWeights, titleWeight);
            }

            if (row.Vector >= 0)
            {
                known++;
                _features.Vectors.AddTo(workspace.TextVector, row.Vector, weight);
                if (leadWeight > 0)
                {
                    _features.Vectors.AddTo(workspace.LeadVector, row.Vector, leadWeight);
                }
            }
        }

        return TopicFeatures.Scale(workspace.TextVector, workspace.LeadVector, sums, workspace.WordCount);
    }

    private LemmaRow FindRow(TopicWord word)
    {
        LemmaRow? known = _rows.Find(word.Hash);
        return known ?? Add(CreateRow(word));

        LemmaRow Add(LemmaRow row)
        {
            _rows.Add(row);
            return row;
        }
    }

    private LemmaRow CreateRow(TopicWord word)
    {
        int width = PaddedLength(Labels.Length);
        float[] weights = new float[2 * width];
        float[] leadWeights = new float[width];
        float[] titleWeights = new float[width];
        AddSlot(weights, TopicFeatures.SlotOf(word.Hash));
        AddSlot(weights, TopicFeatures.SlotOf(word.StemHash));
        AddSlot(leadWeights, TopicFeatures.LeadSlotOf(word.Hash));
        AddSlot(titleWeights, TopicFeatures.TitleSlotOf(word.Hash));
        Span<int> grams = stackalloc int[CharacterGrams.MaxCount];
        int gramCount = CharacterGrams.Slots(word.Lemma, grams);
        foreach (int gram in grams[..gramCount])
        {
            AddSlot(weights.AsSpan(width), TopicFeatures.SlotCount + gram, TopicFeatures.GramWeight(gramCount));
        }

        int vector = _features.Vectors.IndexOf(word.Hash);
        return new LemmaRow(word.Hash, vector, _features.RarityOf(word, vector), weights, leadWeights, titleWeights);

        void AddSlot(Span<float> sum, int slot, float weight = 1)
        {
            int row = _rowOfSlot[slot];
            if (row >= 0)
            {
                ReadOnlySpan<sbyte> ofRow = WeightsOf(row);
                float scale = weight * _scales[row];
                for (int label = 0; label < ofRow.Length; label++)
                {
                    sum[label] += scale * ofRow[label];
                }
            }
        }
    }

    private ReadOnlySpan<sbyte> WeightsOf(int row) => MemoryMarshal.Cast<byte, sbyte>(_weights.Span).Slice(row * Labels.Length, Labels.Length);

    /// <summary>Rows are whole vectors of the processor.</summary>
    private static int PaddedLength(int labels) => (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> row, float weight)
    {
        var scale = new Vector<float>(weight);
        for (int i = 0; i < sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (scale * new Vector<float>(row[i..]))).CopyTo(sums[i..]);
        }
    }

    internal static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector<float> sums = Vector<float>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        float sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static string?[] FindCodes(ImmutableArray<string> labels)
    {
        string?[] codes = [.. labels.Select(label => IptcMediaTopics.TryGet(label, out MediaTopic? topic) ? topic.Code : null)];
        bool isTaxonomy = labels.Select((label, i) => codes[i] is not null || label == TopicScore.None).All(known => known);
        return isTaxonomy ? codes : new string?[codes.Length];
    }

    private static float[] Floats(ModelPack pack, string section, int count)
    {
        ReadOnlySpan<float> floats = MemoryMarshal.Cast<byte, float>(pack.GetSection(section).Span);
        return floats.Length == count
            ? floats.ToArray()
            : throw new InvalidDataException($"{pack.Name}: section '{section}' has {floats.Length} numbers where {count} are needed.");
    }

    private static void Require(ModelPack pack, string key, string value, string fault)
    {
        if (pack.Metadata.GetValueOrDefault(key) != value)
        {
            throw new InvalidDataException($"{pack.Name}: the model {fault} (its {key}: '{pack.Metadata.GetValueOrDefault(key)}', this library's: '{value}').");
        }
    }
}
