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
    private readonly VBuffer<float>[] _features;
    private readonly int?[] _secondLabels;

    private TopicRows(IReadOnlyList<TopicExample> examples, ImmutableArray<string> labels, VBuffer<float>[] features)
    {
        _examples = examples;
        Labels = labels;
        _features = features;
        LabelIndices = [.. examples.Select(example => labels.IndexOf(example.Label))];
        _secondLabels = [.. examples.Select(example => example.SecondLabel is string second && labels.IndexOf(second) is >= 0 and int index ? index : (int?)null)];
    }

    /// <summary>The labels, in ordinal order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>For each example, the index of its label.</summary>
    public int[] LabelIndices { get; }

    public static TopicRows Create(TopicFeatures features, IReadOnlyList<TopicExample> examples)
    {
        var vectors = new VBuffer<float>[examples.Count];
        Parallel.For(0, vectors.Length, i => TopicVectorizer.Vectorize(features, examples[i].Title, examples[i].Text, ref vectors[i]));
        return new TopicRows(examples, [.. examples.Select(example => example.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], vectors);
    }

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

    /// <summary>The most probable label of each example for which there are probabilities.</summary>
    public IReadOnlyList<TopicPrediction> ToPredictions(float[][] probabilities, double temperature)
    {
        var predictions = new List<TopicPrediction>(probabilities.Length);
        for (int i = 0; i < probabilities.Length; i++)
        {
            float[] calibrated = Temperature.Apply(probabilities[i], temperature);
            float score = calibrated.Max();
            predictions.Add(new TopicPrediction(_examples[i], Labels[Array.IndexOf(calibrated, score)], score));
        }

        return predictions;
    }

    private SchemaDefinition CreateSchema()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TopicVectorizer.Length);
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
