using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>Examples with their labels as numbers and their features computed once, ready for several trainings.</summary>
internal sealed class TopicRows
{
    public const string LabelColumn = nameof(Row.Label);
    public const string WeightColumn = nameof(Row.Weight);
    public const string FeatureColumn = nameof(Row.Features);

    private readonly IReadOnlyList<TopicExample> _examples;
    private readonly VBuffer<float>[] _features; // of lemmas
    private readonly (int[] Slots, float[] Values)[] _grams;
    private readonly int?[] _secondLabels;

    private TopicRows(IReadOnlyList<TopicExample> examples, ImmutableArray<string> labels, VBuffer<float>[] features, (int[] Slots, float[] Values)[] grams)
    {
        _examples = examples;
        Labels = labels;
        _features = features;
        _grams = grams;
        LabelIndices = [.. examples.Select(example => labels.IndexOf(example.Label))];
        _secondLabels = [.. examples.Select(example => example.SecondLabel is string second && labels.IndexOf(second) is >= 0 and int index ? index : (int?)null)];
    }

    /// <summary>The labels, in ordinal order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>For each example, the index of its label.</summary>
    public int[] LabelIndices { get; }

    public static TopicRows Create(TopicFeatures features, IReadOnlyList<TopicExample> examples)
    {
        var lemmas = new VBuffer<float>[examples.Count];
        var grams = new (int[] Slots, float[] Values)[examples.Count];
        Parallel.For(0, lemmas.Length, i => (lemmas[i], grams[i]) = Divide(TopicVectorizer.Vectorize(features, examples[i].Title, examples[i].Text)));
        return new TopicRows(examples, [.. examples.Select(example => example.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], lemmas, grams);
    }

    /// <summary>The slots of the character n-grams of an example, in ascending order, and their values.</summary>
    public (int[] Slots, float[] Values) GramsOf(int index) => _grams[index];

    /// <summary>The chosen examples as ML.NET data. An example with a second label comes as two rows that share its weight.</summary>
    public IDataView ToDataView(MLContext ml, int[] indices, float secondLabelWeight)
    {
        var rows = new List<Row>(indices.Length);
        foreach (int i in indices)
        {
            int? second = secondLabelWeight > 0 ? _secondLabels[i] : null;
            rows.Add(new Row { Label = (uint)LabelIndices[i], Weight = second is null ? 1 : 1 - secondLabelWeight, Features = _features[i] });
            if (second is int label)
            {
                rows.Add(new Row { Label = (uint)label, Weight = secondLabelWeight, Features = _features[i] });
            }
        }

        return ml.Data.LoadFromEnumerable(rows, CreateSchema());
    }

    /// <summary>The most probable label of each example for which there are scores.</summary>
    public IReadOnlyList<TopicPrediction> ToPredictions(HeldOutScores[] scores, Calibration calibration)
    {
        var predictions = new List<TopicPrediction>(scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            float[] calibrated = calibration.Apply(scores[i]);
            float score = calibrated.Max();
            predictions.Add(new TopicPrediction(_examples[i], Labels[Array.IndexOf(calibrated, score)], score));
        }

        return predictions;
    }

    private static (VBuffer<float> Lemmas, (int[] Slots, float[] Values) Grams) Divide(VBuffer<float> features)
    {
        ReadOnlySpan<int> indices = features.GetIndices();
        ReadOnlySpan<float> values = features.GetValues();
        int firstGram = indices.BinarySearch(TopicFeatures.LemmaLength);
        firstGram = firstGram < 0 ? ~firstGram : firstGram;
        int[] slots = indices[firstGram..].ToArray();
        foreach (ref int slot in slots.AsSpan())
        {
            slot -= TopicFeatures.LemmaLength;
        }

        return (new VBuffer<float>(TopicFeatures.LemmaLength, firstGram, values[..firstGram].ToArray(), indices[..firstGram].ToArray()), (slots, values[firstGram..].ToArray()));
    }

    private SchemaDefinition CreateSchema()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TopicFeatures.LemmaLength);
        schema[LabelColumn].ColumnType = new KeyDataViewType(typeof(uint), Labels.Length);
        var names = new VBuffer<ReadOnlyMemory<char>>(Labels.Length, [.. Labels.Select(label => label.AsMemory())]);
        schema[LabelColumn].AddAnnotation("KeyValues", names, new VectorDataViewType(TextDataViewType.Instance, Labels.Length));
        return schema;
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
