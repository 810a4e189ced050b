using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>What <see cref="KazakhTopicTrainer"/> made: one model in two forms, a pack for the library alone and a transformer for ML.NET.</summary>
public sealed class TrainedTopicModel
{
    private readonly MLContext _ml;

    private TrainedTopicModel(MLContext ml, ITransformer transformer, DataViewSchema inputSchema, ModelPackBuilder pack, TopicModel model, IReadOnlyList<TopicPrediction> crossValidation)
    {
        _ml = ml;
        Transformer = transformer;
        InputSchema = inputSchema;
        Pack = pack;
        Model = model;
        CrossValidation = crossValidation;
    }

    /// <summary>The model for ML.NET: reads the text columns <c>Title</c> and <c>Text</c>, writes <c>Score</c> (calibrated probabilities) and <c>PredictedLabel</c> (text).</summary>
    public ITransformer Transformer { get; }

    /// <summary>The columns that <see cref="Transformer"/> reads.</summary>
    public DataViewSchema InputSchema { get; }

    /// <summary>The model for the library.</summary>
    public TopicModel Model { get; }

    /// <summary>For each example, what a model trained without it says, calibrated; empty when the trainer was told to leave cross-validation out.</summary>
    public IReadOnlyList<TopicPrediction> CrossValidation { get; }

    /// <summary>The pack, not yet written: a caller may add metadata before it saves.</summary>
    public ModelPackBuilder Pack { get; }

    /// <summary>Writes the pack that <see cref="TopicModel.Load(string)"/> reads.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => Pack.Save(path);

    /// <summary>Writes ML.NET's model file. Whoever loads it registers <c>KazNlp.ML</c> first: <c>mlContext.ComponentCatalog.RegisterAssembly(typeof(KazakhTopicTrainer).Assembly)</c>.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveMLNet(string path) => WholeFile.Write(path, stream => _ml.Model.Save(Transformer, InputSchema, stream));

    internal static TrainedTopicModel Create(TopicFeatures features, ImmutableArray<string> labels, TopicFit fit, Calibration calibration, TopicTrainerOptions options, int exampleCount, IReadOnlyList<TopicPrediction> crossValidation)
    {
        ModelPackBuilder pack = BuildPack(features, labels, fit, calibration, options, exampleCount);
        TopicModel model = new(ModelPack.Load(new MemoryStream(pack.ToArray()), "trained model", TopicModel.PackKind), features);
        var ml = new MLContext(options.Seed);
        ITransformer transformer = MLNetTopicModel.CreateTransformer(ml, model, out DataViewSchema inputSchema);
        return new TrainedTopicModel(ml, transformer, inputSchema, pack, model, crossValidation);
    }

    private static ModelPackBuilder BuildPack(TopicFeatures features, ImmutableArray<string> labels, TopicFit fit, Calibration calibration, TopicTrainerOptions options, int exampleCount)
    {
        VBuffer<float>[]? weights = null;
        fit.Model.GetWeights(ref weights, out int labelCount);
        float[][] byLabel = [.. weights.Take(labelCount).Select(vector => vector.DenseValues().ToArray())];
        int[] kept = fit.FindKeptFeatures();
        int denseLength = TopicFeatures.DenseLength;
        if (kept.Length < denseLength || kept[denseLength - 1] != denseLength - 1)
        {
            throw new InvalidOperationException("The feature selection dropped a component of the dense blocks; there are too few examples with words.");
        }

        // The model of n-grams is added once and for all: both are linear, so the library need not know that there were two.
        (int Slot, float[] Weights)[] rows =
        [
            .. Enumerable.Range(denseLength, kept.Length - denseLength).Select(i => (kept[i] - denseLength, byLabel.Select(vector => vector[i]).ToArray())),
            .. (fit.Grams?.Rows ?? []).Select(row => (TopicFeatures.SlotCount + row.Slot, row.Weights.Select(weight => (float)(calibration.GramWeight * weight)).ToArray())),
        ];
        float[] scales = [.. rows.Select(row => row.Weights.Max(Math.Abs) / sbyte.MaxValue)];
        sbyte[] quantized = [.. rows.SelectMany((row, i) => row.Weights.Select(weight => (sbyte)(scales[i] == 0 ? 0 : MathF.Round(weight / scales[i]))))];
        return new ModelPackBuilder(TopicModel.PackKind)
            .AddMetadata(TopicModel.FeaturesKey, TopicFeatures.Version)
            .AddMetadata(TopicModel.VectorsKey, features.Vectors.Id)
            .AddMetadata(TopicModel.TemperatureKey, calibration.Temperature.ToString("R", CultureInfo.InvariantCulture))
            .AddMetadata("gram-weight", calibration.GramWeight.ToString("R", CultureInfo.InvariantCulture))
            .AddMetadata("examples", exampleCount.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("options", options.ToString())
            .AddSection(TopicModel.LabelSection, Encoding.UTF8.GetBytes(string.Join('\n', labels)))
            .AddSection(TopicModel.BiasSection, Bytes(fit.Biases))
            .AddSection(TopicModel.DenseSection, Bytes([.. byLabel.SelectMany(vector => vector.Take(denseLength))]))
            .AddSection(TopicModel.SlotSection, MemoryMarshal.AsBytes<int>(rows.Select(row => row.Slot).ToArray()).ToArray())
            .AddSection(TopicModel.ScaleSection, Bytes(scales))
            .AddSection(TopicModel.WeightSection, MemoryMarshal.AsBytes<sbyte>(quantized).ToArray());
    }

    private static byte[] Bytes(float[] numbers) => MemoryMarshal.AsBytes<float>(numbers).ToArray();
}
