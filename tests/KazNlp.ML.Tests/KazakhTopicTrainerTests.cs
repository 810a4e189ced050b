using Microsoft.ML;

namespace KazNlp.ML.Tests;

public sealed class KazakhTopicTrainerTests
{
    private static readonly string[] Sport = ["футбол", "бокс", "күрес", "жүгіру", "теннис", "хоккей", "шахмат", "волейбол"];
    private static readonly string[] Food = ["нан", "ет", "сүт", "май", "қант", "шай", "бауырсақ", "құрт"];

    private static List<TopicExample> Examples =>
    [
        .. Sport.Select((word, i) => new TopicExample { Label = "спорт", Title = $"{word} жарысы", Text = $"Бүгін {word} ойынында {i + 2} команда жеңіске жетті", Source = i % 2 == 0 ? "x" : "y" }),
        .. Food.Select((word, i) => new TopicExample { Label = "тағам", Title = $"{word} пісіру", Text = $"Асханада {word} дайындап, {i + 2} адам дастарқанда жеді", Source = i % 2 == 0 ? "x" : "y" }),
    ];

    private static readonly Lazy<TrainedTopicModel> Trained = new(() => new KazakhTopicTrainer(o => o with { Folds = 2 }).Train(Examples));

    [Test]
    public void Model_of_a_users_own_labels_finds_them_and_has_no_codes()
    {
        TopicScore best = new TopicClassifier(Trained.Value.Model).Classify("Волейбол жарысында команда жеңді")[0];
        Assert.That(best.Label, Is.EqualTo("спорт"));
        Assert.That(best.Code, Is.Null);
    }

    [Test]
    public void Same_examples_give_the_same_pack()
    {
        TrainedTopicModel again = new KazakhTopicTrainer(o => o with { Folds = 2 }).Train(Examples);
        Assert.That(again.Pack.ToArray(), Is.EqualTo(Trained.Value.Pack.ToArray()));
    }

    [Test]
    public void Dual_coordinate_ascent_trains_too()
    {
        TrainedTopicModel trained = new KazakhTopicTrainer(o => o with { Folds = 0, Optimizer = TopicOptimizer.Sdca }).Train(Examples);
        Assert.That(new TopicClassifier(trained.Model).Classify("Ет пен сүт дастарқанда")[0].Label, Is.EqualTo("тағам"));
    }

    [Test]
    public void Saved_and_loaded_models_of_both_kinds_agree_with_the_trained_one()
    {
        string directory = Directory.CreateTempSubdirectory("kaznlp").FullName;
        try
        {
            string pack = Path.Combine(directory, "model.kazpack");
            string zip = Path.Combine(directory, "model.zip");
            Trained.Value.Save(pack);
            Trained.Value.SaveMLNet(zip);
            var ml = new MLContext();
            ml.ComponentCatalog.RegisterAssembly(typeof(KazakhTopicTrainer).Assembly);
            ITransformer loaded = ml.Model.Load(zip, out _);
            using PredictionEngine<Input, Output> engine = ml.Model.CreatePredictionEngine<Input, Output>(loaded);
            var core = TopicModel.Load(pack);
            Assert.That(MLNetTopicModel.Load(zip).Labels, Is.EqualTo(core.Labels));
            foreach (string file in RepositoryFiles.Articles)
            {
                string text = File.ReadAllText(file);
                Output output = engine.Predict(new Input { Title = "", Text = text });
                float[] scores = new float[core.Labels.Length];
                core.Score([], [], text, KazakhTokenizer.Default.Tokenize(text), scores);
                Assert.That(output.Score, Is.EqualTo(scores).Within(1e-5f), file);
                Assert.That(output.PredictedLabel, Is.EqualTo(core.Labels[Array.IndexOf(scores, scores.Max())]));
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Test]
    public void Cross_validation_by_source_predicts_every_example()
    {
        IReadOnlyList<TopicPrediction> predictions = new KazakhTopicTrainer().CrossValidate(Examples, o => o with { BySource = true });
        Assert.That(predictions.Select(prediction => prediction.Example), Is.EqualTo(Examples));
        Assert.That(() => new KazakhTopicTrainer().CrossValidate([.. Examples.Select(example => example with { Source = null })], o => o with { BySource = true }), Throws.ArgumentException);
    }

    [Test]
    public void Too_few_examples_and_a_single_label_are_told()
    {
        var trainer = new KazakhTopicTrainer();
        Assert.That(() => trainer.Train([]), Throws.ArgumentException.With.Message.Contain("no examples"));
        Assert.That(() => trainer.Train([.. Examples.Take(8)]), Throws.ArgumentException.With.Message.Contain("one label 'спорт'"));
        Assert.That(() => trainer.Train([.. Examples.Take(12)]), Throws.ArgumentException.With.Message.Contain("'тағам' (4)"));
        Assert.That(() => trainer.Train([.. Examples.Select(example => example with { Title = "", Text = " " })]), Throws.ArgumentException.With.Message.Contain("empty"));
    }

    private sealed class Input
    {
        public string Title { get; set; } = "";

        public string Text { get; set; } = "";
    }

    private sealed class Output
    {
        public float[] Score { get; set; } = [];

        public string PredictedLabel { get; set; } = "";
    }
}
