// Trains a classifier of customers' messages on a CSV file, shows how well it does on messages that it did not see,
// saves it for the library and for ML.NET, and uses both.
using KazNlp;
using Microsoft.ML;

string csv = Path.Combine(AppContext.BaseDirectory, "messages.csv");
IReadOnlyList<TopicExample> examples = TopicExampleReader.Read(csv);

TrainedTopicModel trained = new KazakhTopicTrainer().Train(examples);
ClassificationReport report = ClassificationReport.Create(trained.CrossValidation);
Console.WriteLine($"{examples.Count} messages, {trained.Model.Labels.Length} labels; cross-validated accuracy {report.Accuracy:P0}");
foreach (ClassScore score in report.Classes)
{
    Console.WriteLine($"  {score.Label,-8} precision {score.Precision:P0}, recall {score.Recall:P0}");
}

string folder = Directory.CreateTempSubdirectory("kaznlp-").FullName;
string pack = Path.Combine(folder, "messages.kazpack");
string zip = Path.Combine(folder, "messages.zip");
trained.Save(pack);
trained.SaveMLNet(zip);

const string Message = "Курьер тапсырысты әлі әкелмеді";
var classifier = new TopicClassifier(TopicModel.Load(pack));
TopicScore best = classifier.Classify(Message)[0];
Console.WriteLine($"KazNlp: «{Message}» is about {best.Label} ({best.Score:P0}), because of {string.Join(", ", classifier.Explain(Message).Take(2).Select(word => word.Word))}");

var ml = new MLContext();
ml.ComponentCatalog.RegisterAssembly(typeof(KazakhTopicTrainer).Assembly);
ITransformer model = ml.Model.Load(zip, out DataViewSchema _);
using PredictionEngine<Message, Prediction> engine = ml.Model.CreatePredictionEngine<Message, Prediction>(model);
Prediction prediction = engine.Predict(new Message { Text = Message });
Console.WriteLine($"ML.NET: {prediction.PredictedLabel} ({prediction.Score.Max():P0})");

Directory.Delete(folder, recursive: true);

internal sealed class Message
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
}

internal sealed class Prediction
{
    public string PredictedLabel { get; set; } = "";

    public float[] Score { get; set; } = [];
}
