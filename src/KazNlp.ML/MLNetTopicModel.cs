using Microsoft.ML;
using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>A topic classifier in ML.NET's model file, as <see cref="TrainedTopicModel.SaveMLNet"/> writes it: for comparison with <see cref="TopicModel"/>, which needs no ML.NET. Thread-safe.</summary>
public sealed class MLNetTopicModel
{
    private readonly MLContext _ml;
    private readonly ITransformer _transformer;

    private MLNetTopicModel(MLContext ml, ITransformer transformer)
    {
        _ml = ml;
        _transformer = transformer;
    }

    /// <summary>Reads a model file.</summary>
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
            DataViewSchema output = transformer.GetOutputSchema(schema);
            return output.GetColumnOrNull("PredictedLabel") is null || output.GetColumnOrNull("Score") is null
                ? throw new InvalidDataException($"{path}: the ML.NET model gives no columns 'PredictedLabel' and 'Score'.")
                : new MLNetTopicModel(ml, transformer);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: not an ML.NET model of topics: {error.Message}", error);
        }
    }

    /// <summary>Predicts each example.</summary>
    /// <param name="examples">The examples.</param>
    /// <returns>The predictions, in the examples' order.</returns>
    public IReadOnlyList<TopicPrediction> Predict(IReadOnlyList<TopicExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        IDataView data = _ml.Data.LoadFromEnumerable(examples.Select(example => new Row { Title = example.Title, Text = example.Text }));
        IDataView scored = _transformer.Transform(data);
        IEnumerable<(string Label, float[] Scores)> results = scored.GetColumn<string>("PredictedLabel").Zip(scored.GetColumn<float[]>("Score"));
        return [.. examples.Zip(results, (example, result) => new TopicPrediction(example, result.Label, result.Scores.Max()))];
    }

    private sealed class Row
    {
        public string Title { get; set; } = "";

        public string Text { get; set; } = "";
    }
}
