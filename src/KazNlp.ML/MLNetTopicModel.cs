using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>
/// A topic classifier that ML.NET computes: read from ML.NET's model file, or built of stock transforms with the weights of a <see cref="TopicModel"/>.
/// It shows that the library, which needs no ML.NET, gives the same scores. Thread-safe.
/// </summary>
public sealed class MLNetTopicModel
{
    private const string FeatureColumn = TopicRows.FeatureColumn;
    private const string ConstantColumn = "One";
    private const string ScoreColumn = "Score";

    private readonly MLContext _ml;
    private readonly ITransformer _transformer;

    private MLNetTopicModel(MLContext ml, ITransformer transformer, ImmutableArray<string> labels)
    {
        _ml = ml;
        _transformer = transformer;
        Labels = labels;
    }

    /// <summary>The labels, in the order of <see cref="Score"/>'s probabilities.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Reads a model file, as <see cref="TrainedTopicModel.SaveMLNet"/> writes it.</summary>
    /// <exception cref="InvalidDataException">The file is no ML.NET model, or is one that does not give topics.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MLNetTopicModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(MLNetTopicModel).Assembly);
        try
        {
            ITransformer transformer = ml.Model.Load(file, out DataViewSchema schema);
            return new MLNetTopicModel(ml, transformer, FindLabels(transformer, schema) is { IsEmpty: false } labels
                ? labels
                : throw new InvalidDataException($"{path}: the ML.NET model gives no column '{ScoreColumn}' with the names of labels."));
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: not an ML.NET model of topics: {error.Message}", error);
        }
    }

    /// <summary>Builds the same classifier of ML.NET's own transforms: the library's features, a linear model for each label, exponentials, and a division by their sum.</summary>
    /// <param name="model">Whose weights to use.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public static MLNetTopicModel Create(TopicModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var ml = new MLContext();
        return new MLNetTopicModel(ml, CreateTransformer(ml, model, out _), model.Labels);
    }

    /// <summary>The same as a transformer of the text columns <c>Title</c> and <c>Text</c>, which also writes the best label as <c>PredictedLabel</c>.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="model">Whose weights to use.</param>
    /// <param name="inputSchema">The columns that it reads.</param>
    internal static ITransformer CreateTransformer(MLContext ml, TopicModel model, out DataViewSchema inputSchema)
    {
        IDataView data = ml.Data.LoadFromEnumerable(Array.Empty<Row>());
        inputSchema = data.Schema;
        var stages = new List<ITransformer>();
        Append(ml.Transforms.Text.FeaturizeKazakhText(FeatureColumn, nameof(Row.Text), nameof(Row.Title)));
        AppendTransformer(CreateSelection(ml, model.FindFeatures()));
        Append(ml.Transforms.Expression(ConstantColumn, "(title) => 1f", nameof(Row.Title)));
        Append(ml.Transforms.Concatenate(FeatureColumn, FeatureColumn, ConstantColumn));
        string[] logits = [.. model.Labels.Select(label => ContractColumns.Logit + label)];
        for (int label = 0; label < logits.Length; label++)
        {
            AppendTransformer(CreateLinearModel(ml, [.. model.CopyWeights(label), model.GetBias(label)]));
            Append(ml.Transforms.CopyColumns(logits[label], ScoreColumn));
        }

        // ML.NET leaves a vector as it is whose norm is beyond 10⁸, so that exponentials are normalised in two steps: their fourth roots, then the powers of those.
        string scale = (model.InverseTemperature / 4).ToString("R", CultureInfo.InvariantCulture);
        Append(ml.Transforms.Concatenate(ScoreColumn, logits));
        Append(ml.Transforms.Expression(ScoreColumn, $"(logit) => exp(logit * single({scale}))", ScoreColumn));
        Append(ml.Transforms.NormalizeLpNorm(ScoreColumn, norm: LpNormNormalizingEstimatorBase.NormFunction.L1));
        Append(ml.Transforms.Expression(ScoreColumn, "(root) => root ^ 4f", ScoreColumn));
        Append(ml.Transforms.NormalizeLpNorm(ScoreColumn, norm: LpNormNormalizingEstimatorBase.NormFunction.L1));
        Append(ml.Transforms.CopyColumns(ContractColumns.Scores, ScoreColumn));
        Append(ml.Transforms.CustomMapping(new BestLabelFactory().GetMapping(), BestLabelFactory.ContractName));
        Append(ml.Transforms.Conversion.MapValue("PredictedLabel", model.Labels.Select((label, index) => KeyValuePair.Create(index, label)), ContractColumns.BestLabel));
        Append(ml.Transforms.DropColumns([ConstantColumn, ContractColumns.Scores, ContractColumns.BestLabel, .. logits]));
        return new TransformerChain<ITransformer>([.. stages]);

        void Append(IEstimator<ITransformer> stage) => AppendTransformer(stage.Fit(data));

        void AppendTransformer(ITransformer stage)
        {
            stages.Add(stage);
            data = stage.Transform(data);
        }
    }

    /// <summary>Predicts each example.</summary>
    /// <param name="examples">The examples.</param>
    /// <returns>The predictions, in the examples' order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="examples"/> is null.</exception>
    public IReadOnlyList<TopicPrediction> Predict(IReadOnlyList<TopicExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return [.. examples.Zip(Score(examples), (example, scores) => new TopicPrediction(example, Labels[Array.IndexOf(scores, scores.Max())], scores.Max()))];
    }

    /// <summary>Computes the probability of each label for each example.</summary>
    /// <param name="examples">The examples; their labels are not read.</param>
    /// <returns>For each example, in their order, one probability for each of <see cref="Labels"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="examples"/> is null.</exception>
    public IReadOnlyList<float[]> Score(IReadOnlyList<TopicExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        IDataView data = _ml.Data.LoadFromEnumerable(examples.Select(example => new Row { Title = example.Title, Text = example.Text }));
        return [.. _transformer.Transform(data).GetColumn<float[]>(ScoreColumn)];
    }

    /// <summary>The labels are known where the scores are computed; calibration forgets them.</summary>
    private static ImmutableArray<string> FindLabels(ITransformer transformer, DataViewSchema schema)
    {
        IEnumerable<ITransformer> stages = transformer is IEnumerable<ITransformer> chain ? chain : [transformer];
        foreach (ITransformer stage in stages)
        {
            schema = stage.GetOutputSchema(schema);
            if (schema.GetColumnOrNull(ScoreColumn) is DataViewSchema.Column score && score.HasSlotNames())
            {
                VBuffer<ReadOnlyMemory<char>> names = default;
                score.GetSlotNames(ref names);
                return [.. names.DenseValues().Select(name => name.ToString()).Select(name => name.StartsWith(ContractColumns.Logit, StringComparison.Ordinal) ? name[ContractColumns.Logit.Length..] : name)];
            }
        }

        return [];
    }

    /// <summary>Keeps only some of the features. ML.NET selects them by examples, so it sees one that has just these.</summary>
    private static ITransformer CreateSelection(MLContext ml, int[] features)
    {
        var schema = SchemaDefinition.Create(typeof(SingleStep));
        schema[FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TopicVectorizer.Length);
        float[] ones = new float[features.Length];
        Array.Fill(ones, 1);
        IDataView data = ml.Data.LoadFromEnumerable([new SingleStep { Features = new VBuffer<float>(TopicVectorizer.Length, features.Length, ones, features) }], schema);
        return ml.Transforms.FeatureSelection.SelectFeaturesBasedOnCount(FeatureColumn, count: 1).Fit(data);
    }

    /// <summary>
    /// A linear model with given weights. ML.NET makes models only by training, so it is trained: one step of gradient descent from zero, with a rate of one half,
    /// on the single example that has the weights for features and 1 for label (the slope of the squared loss is −2) leaves just these weights, and a bias of 1,
    /// which is the same for all labels and so is without consequence.
    /// </summary>
    private static RegressionPredictionTransformer<LinearRegressionModelParameters> CreateLinearModel(MLContext ml, float[] weights)
    {
        var schema = SchemaDefinition.Create(typeof(SingleStep));
        schema[FeatureColumn].ColumnType = new VectorDataViewType(NumberDataViewType.Single, weights.Length);
        IDataView data = ml.Data.LoadFromEnumerable([new SingleStep { Features = new VBuffer<float>(weights.Length, weights), Label = 1 }], schema);
        return ml.Regression.Trainers.OnlineGradientDescent(new OnlineGradientDescentTrainer.Options
        {
            LabelColumnName = nameof(SingleStep.Label),
            FeatureColumnName = FeatureColumn,
            LearningRate = 0.5f,
            DecreaseLearningRate = false,
            LazyUpdate = false,
            L2Regularization = 0,
            NumberOfIterations = 1,
        }).Fit(data);
    }

    private sealed class Row
    {
        public string Title { get; set; } = "";

        public string Text { get; set; } = "";
    }

    private sealed class SingleStep
    {
        public VBuffer<float> Features { get; set; }

        public float Label { get; set; }
    }
}
