using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>Makes the pack of a learned model: prunes the weights to the allowed size, quantises them to a byte, and adds what is known of the model. Not thread-safe.</summary>
internal sealed class EntityPacker(LearnedChain chain, string[] classes, WordKnowledge words, EntityTrainerOptions options)
{
    private const float MaxQuantum = 0.03f;
    private const int RowBytes = FeatureWeights.RowHeader + 4; // with a share of the offsets
    private const int WeightBytes = 2;
    private const int ReservedBytes = 64 * 1024; // parameters, metadata, padding

    private readonly List<(string Key, string Value)> _metadata = [];
    private float _calibrationSlope = 1;
    private float _calibrationShift;

    /// <summary>Notes the training data and options.</summary>
    public void Describe(IReadOnlyList<EntityTrainingSet> sets, string? command)
    {
        _metadata.Add(("data", string.Join("; ", sets.Select(set =>
            string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {set.Sentences.Count} sentences, weight {set.Weight}")
            + (set.FinalWeight is { } last && last != set.Weight ? string.Create(CultureInfo.InvariantCulture, $" to {last}") : string.Empty)))));
        _metadata.Add(("words", words.Description));
        _metadata.Add(("options", options.ToString()));
        if (command is not null)
        {
            _metadata.Add(("command", command));
        }
    }

    /// <summary>Calibrates the scores on development sentences and notes how well the model does on them.</summary>
    public void Measure(IReadOnlyList<ConllSentence> development)
    {
        EntityModel model = Model();
        (_calibrationSlope, _calibrationShift) = EntityCalibration.Fit(EntityCalibration.Collect(model, development));
        EntityEvaluation evaluation = EntityEvaluation.Run(model, development);
        _metadata.Add(("development", string.Create(
            CultureInfo.InvariantCulture,
            $"{development.Count} sentences: precision {evaluation.Micro.Precision:0.0000}, recall {evaluation.Micro.Recall:0.0000}, F1 {evaluation.Micro.F1:0.0000}")));
    }

    /// <summary>The pack.</summary>
    public ModelPackBuilder Build()
    {
        var builder = new ModelPackBuilder(EntityModel.PackKind);
        foreach ((string key, string value) in _metadata)
        {
            builder.AddMetadata(key, value);
        }

        (float quantum, byte[] buckets, byte[] rows) = Weights;
        float[] parameters = [quantum, (float)options.OutsideBias, _calibrationSlope, _calibrationShift, .. chain.Starts, .. chain.Transitions];
        builder.AddSection(EntityPackSections.Classes, Encoding.UTF8.GetBytes(string.Join('\n', classes)));
        builder.AddSection(EntityPackSections.Parameters, MemoryMarshal.AsBytes<float>(parameters).ToArray());
        if (!words.Clusters.Section.IsEmpty)
        {
            builder.AddSection(EntityPackSections.Clusters, words.Clusters.Section);
        }

        if (!words.Stems.Section.IsEmpty)
        {
            builder.AddSection(EntityPackSections.Stems, words.Stems.Section);
        }

        return builder.AddSection(EntityPackSections.Buckets, buckets).AddSection(EntityPackSections.Rows, rows);
    }

    /// <summary>The features that are worth their place: the ones with the greatest weights for how often they occur, until the model is full.</summary>
    public static EntityExamples Select(EntityExamples examples, LearnedChain first, WordKnowledge words, EntityTrainerOptions options)
    {
        // A pruned model keeps fewer weights a row than the threshold alone would; some more rows than fit are therefore kept.
        const double Overfill = 1.3;
        int count = first.Features.Length;
        float[] worth = new float[count];
        int[] sizes = new int[count];
        int[] order = new int[count];
        for (int feature = 0; feature < count; feature++)
        {
            float greatest = 0;
            int kept = 0;
            foreach (float weight in first.Row(feature))
            {
                greatest = MathF.Max(greatest, MathF.Abs(weight));
                kept += MathF.Abs(weight) >= options.PruneThreshold ? 1 : 0;
            }

            worth[feature] = -greatest * MathF.Sqrt(examples.Times(feature));
            sizes[feature] = RowBytes + (kept * WeightBytes);
            order[feature] = feature;
        }

        Array.Sort(worth, order);
        bool[] keep = new bool[count];
        double room = Overfill * Room(words, options);
        for (int i = 0; i < count && room > 0; i++)
        {
            keep[order[i]] = true;
            room -= sizes[order[i]];
        }

        return examples.Where(feature => keep[feature]);
    }

    private static long Room(WordKnowledge words, EntityTrainerOptions options) =>
        options.MaxModelBytes - ReservedBytes - words.Clusters.Section.Length - words.Stems.Section.Length;

    /// <summary>The model.</summary>
    public EntityModel Model() => EntityModel.FromPack(ModelPack.Parse(Build().ToArray(), "the model in training", EntityModel.PackKind));

    private (float Quantum, byte[] Buckets, byte[] Rows) Weights => _packed ??= Pack();

    private (float Quantum, byte[] Buckets, byte[] Rows)? _packed;

    private (float Quantum, byte[] Buckets, byte[] Rows) Pack()
    {
        float greatest = 0;
        for (int feature = 0; feature < chain.Features.Length; feature++)
        {
            foreach (float weight in chain.Row(feature))
            {
                greatest = MathF.Max(greatest, MathF.Abs(weight));
            }
        }

        float quantum = MathF.Min(greatest / 127, MaxQuantum);
        float threshold = Threshold();
        List<(ulong Feature, sbyte[] Weights)> rows = [];
        for (int feature = 0; feature < chain.Features.Length; feature++)
        {
            ReadOnlySpan<float> row = chain.Row(feature);
            int kept = CountFrom(threshold, row);
            if (kept == 0)
            {
                continue;
            }

            // A row with a weight for every label has room for the small ones.
            float least = FeatureWeights.IsDense(kept, row.Length) ? 0 : threshold;
            sbyte[] weights = new sbyte[row.Length];
            for (int label = 0; label < row.Length; label++)
            {
                weights[label] = MathF.Abs(row[label]) < least ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(row[label] / quantum), -127, 127);
            }

            rows.Add((chain.Features[feature], weights));
        }

        (byte[] buckets, byte[] bytes) = FeatureWeights.Write(WithoutTwins(rows));
        return (quantum, buckets, bytes);
    }

    private static int CountFrom(float threshold, ReadOnlySpan<float> row)
    {
        int count = 0;
        foreach (float weight in row)
        {
            count += MathF.Abs(weight) >= threshold ? 1 : 0;
        }

        return count;
    }

    // Of features that the table could not tell apart the one with the greatest weight stays.
    private static List<(ulong Feature, sbyte[] Weights)> WithoutTwins(List<(ulong Feature, sbyte[] Weights)> rows)
    {
        static int Greatest(sbyte[] weights) => weights.Max(weight => Math.Abs((int)weight));
        return [.. rows.GroupBy(row => FeatureWeights.Place(row.Feature, rows.Count)).Select(group => group.MaxBy(row => Greatest(row.Weights)))];
    }

    // The least threshold at which the model fits its size.
    private float Threshold()
    {
        const float Step = 1f / 1024;
        long room = Room(words, options);
        int low = Math.Max(1, (int)Math.Ceiling(options.PruneThreshold / Step));
        int high = 4096;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (SizeAt(middle * Step) <= room)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low * Step;
    }

    private long SizeAt(float threshold)
    {
        long size = 0;
        long count = 0;
        for (int feature = 0; feature < chain.Features.Length; feature++)
        {
            ReadOnlySpan<float> row = chain.Row(feature);
            int kept = CountFrom(threshold, row);
            if (kept > 0)
            {
                count++;
                size += FeatureWeights.RowHeader + (FeatureWeights.IsDense(kept, row.Length) ? row.Length : kept * WeightBytes);
            }
        }

        return size + (sizeof(uint) * (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)count + 1) / 2);
    }
}
