using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace KazNlp;

/// <summary>A trained selection of features and the maximum-entropy model over what it keeps.</summary>
internal sealed class TopicFit(MLContext ml, ITransformer selection, MulticlassPredictionTransformer<MaximumEntropyModelParameters> model)
{
    public MLContext Context => ml;

    public ITransformer Selection => selection;

    public MulticlassPredictionTransformer<MaximumEntropyModelParameters> Model => model;

    /// <summary>The features that the selection keeps, as indices into the whole vector.</summary>
    /// <remarks>ML.NET does not tell which slots it drops, so a vector whose components are their own indices goes through.</remarks>
    public int[] FindKeptFeatures()
    {
        var probe = new Probe { Features = new VBuffer<float>(TopicVectorizer.Length, [.. Enumerable.Range(1, TopicVectorizer.Length).Select(i => (float)i)]) };
        var schema = SchemaDefinition.Create(typeof(Probe));
        schema[TopicRows.FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TopicVectorizer.Length);
        IDataView kept = selection.Transform(ml.Data.LoadFromEnumerable([probe], schema));
        VBuffer<float> indices = kept.GetColumn<VBuffer<float>>(kept.Schema[TopicRows.FeatureColumn]).Single();
        return [.. indices.DenseValues().Select(value => (int)value - 1)];
    }

    /// <summary>The probabilities of the chosen examples.</summary>
    public float[][] Score(TopicRows rows, int[] indices)
    {
        IDataView scored = model.Transform(selection.Transform(rows.ToDataView(ml, indices, secondLabelWeight: 0)));
        return [.. scored.GetColumn<float[]>("Score")];
    }

    private sealed class Probe
    {
        public VBuffer<float> Features { get; set; }
    }
}
