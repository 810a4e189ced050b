using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace KazNlp;

/// <summary>A trained selection of features of lemmas and the maximum-entropy model over what it keeps, and the model over character n-grams.</summary>
internal sealed class TopicFit(MLContext ml, ITransformer selection, MulticlassPredictionTransformer<MaximumEntropyModelParameters> model, float[] adjustments, GramModel? grams)
{
    public MaximumEntropyModelParameters Model => model.Model;

    /// <summary>The biases of the labels, with what <see cref="TopicTrainerOptions.LogitAdjustment"/> adds.</summary>
    public float[] Biases => [.. model.Model.GetBiases().Zip(adjustments, (bias, adjustment) => bias + adjustment)];

    /// <summary>The model over character n-grams, or null without.</summary>
    public GramModel? Grams => grams;

    /// <summary>The features of lemmas that the selection keeps, as indices into their vector.</summary>
    /// <remarks>ML.NET does not tell which slots it drops, so a vector whose components are their own indices goes through.</remarks>
    public int[] FindKeptFeatures()
    {
        var probe = new Probe { Features = new VBuffer<float>(TopicFeatures.LemmaLength, [.. Enumerable.Range(1, TopicFeatures.LemmaLength).Select(i => (float)i)]) };
        var schema = SchemaDefinition.Create(typeof(Probe));
        schema[TopicRows.FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TopicFeatures.LemmaLength);
        IDataView kept = selection.Transform(ml.Data.LoadFromEnumerable([probe], schema));
        VBuffer<float> indices = kept.GetColumn<VBuffer<float>>(kept.Schema[TopicRows.FeatureColumn]).Single();
        return [.. indices.DenseValues().Select(value => (int)value - 1)];
    }

    /// <summary>What both models say of the chosen examples.</summary>
    public HeldOutScores[] Score(TopicRows rows, int[] indices)
    {
        IDataView scored = model.Transform(selection.Transform(rows.ToDataView(ml, indices, secondLabelWeight: 0)));
        float[] none = new float[rows.Labels.Length];
        return [.. scored.GetColumn<float[]>("Score").Zip(indices, (probabilities, i) => new HeldOutScores([.. probabilities.Zip(adjustments, (probability, adjustment) => Log(probability) + adjustment)], grams?.Score(rows, i) ?? none))];

        static float Log(float probability) => MathF.Log(Math.Max(1e-30f, probability));
    }

    private sealed class Probe
    {
        public VBuffer<float> Features { get; set; }
    }
}
