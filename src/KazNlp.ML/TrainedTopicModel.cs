using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

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

    internal static TrainedTopicModel Create(TopicFeatures features, ImmutableArray<string> labels, TopicFit fit, double temperature, TopicTrainerOptions options, int exampleCount, IReadOnlyList<TopicPrediction> crossValidation)
    {
        ModelPackBuilder pack = BuildPack(features, labels, fit, temperature, options, exampleCount);
        TopicModel model = new(ModelPack.Load(new MemoryStream(pack.ToArray()), "trained model", TopicModel.PackKind), features);
        IDataView input = fit.Context.Data.LoadFromEnumerable(Array.Empty<TextRow>());
        IEstimator<ITransformer> featurizer = fit.Context.Transforms.Text.FeaturizeKazakhText(TopicRows.FeatureColumn, nameof(TextRow.Text), nameof(TextRow.Title));
        ITransformer featurization = featurizer.Fit(input);
        IDataView scored = fit.Model.Transform(fit.Selection.Transform(featurization.Transform(input)));
        ITransformer calibration = Calibrate(fit.Context, temperature).Fit(scored);
        ITransformer transformer = new TransformerChain<ITransformer>(featurization, fit.Selection, fit.Model, calibration);
        return new TrainedTopicModel(fit.Context, transformer, input.Schema, pack, model, crossValidation);
    }

    /// <summary>Divides the logits by the temperature, in terms of what ML.NET itself can save: powers of the probabilities, made to add up to one.</summary>
    private static EstimatorChain<KeyToValueMappingTransformer> Calibrate(MLContext ml, double temperature)
    {
        string power = (1 / temperature).ToString("R", CultureInfo.InvariantCulture);
        return ml.Transforms.Expression("Score", $"(score) => score ^ single({power})", "Score")
            .Append(ml.Transforms.NormalizeLpNorm("Score", norm: LpNormNormalizingEstimatorBase.NormFunction.L1))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
    }

    private static ModelPackBuilder BuildPack(TopicFeatures features, ImmutableArray<string> labels, TopicFit fit, double temperature, TopicTrainerOptions options, int exampleCount)
    {
        VBuffer<float>[]? weights = null;
        fit.Model.Model.GetWeights(ref weights, out int labelCount);
        float[][] byLabel = [.. weights.Take(labelCount).Select(vector => vector.DenseValues().ToArray())];
        int[] kept = fit.FindKeptFeatures();
        int denseLength = TopicFeatures.DenseLength;
        if (kept.Length < denseLength || kept[denseLength - 1] != denseLength - 1)
        {
            throw new InvalidOperationException("The feature selection dropped a component of the dense blocks; there are too few examples with words.");
        }

        float[] dense = [.. byLabel.SelectMany(vector => vector.Take(denseLength))];
        int[] slots = [.. kept.Skip(denseLength).Select(feature => feature - denseLength)];
        float[] scales = new float[slots.Length];
        short[] quantized = new short[slots.Length * labelCount];
        for (int row = 0; row < slots.Length; row++)
        {
            float largest = byLabel.Max(vector => Math.Abs(vector[denseLength + row]));
            scales[row] = largest / short.MaxValue;
            for (int label = 0; label < labelCount && largest > 0; label++)
            {
                quantized[(row * labelCount) + label] = (short)MathF.Round(byLabel[label][denseLength + row] / scales[row]);
            }
        }

        return new ModelPackBuilder(TopicModel.PackKind)
            .AddMetadata(TopicModel.FeaturesKey, TopicFeatures.Version)
            .AddMetadata(TopicModel.VectorsKey, features.Vectors.Id)
            .AddMetadata(TopicModel.TemperatureKey, temperature.ToString("R", CultureInfo.InvariantCulture))
            .AddMetadata("examples", exampleCount.ToString(CultureInfo.InvariantCulture))
            .AddMetadata("options", options.ToString())
            .AddSection(TopicModel.LabelSection, Encoding.UTF8.GetBytes(string.Join('\n', labels)))
            .AddSection(TopicModel.BiasSection, Bytes([.. fit.Model.Model.GetBiases()]))
            .AddSection(TopicModel.DenseSection, Bytes(dense))
            .AddSection(TopicModel.SlotSection, MemoryMarshal.AsBytes<int>(slots).ToArray())
            .AddSection(TopicModel.ScaleSection, Bytes(scales))
            .AddSection(TopicModel.WeightSection, MemoryMarshal.AsBytes<short>(quantized).ToArray());
    }

    private static byte[] Bytes(float[] numbers) => MemoryMarshal.AsBytes<float>(numbers).ToArray();

    private sealed class TextRow
    {
        public string Title { get; set; } = "";

        public string Text { get; set; } = "";
    }
}
