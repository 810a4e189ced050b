namespace KazNlp.Tests;

public class EntityTrainerTests
{
    private static readonly string[] Cities = ["Астана", "Алматы", "Ақтөбе", "Атырау", "Семей", "Орал", "Тараз", "Көкшетау"];
    private static readonly string[] Names = ["Асқар", "Дина", "Мұрат", "Сәуле", "Ерлан", "Айгүл", "Нұрлан", "Жанар"];

    [Test]
    public void Trained_model_knows_its_sentences()
    {
        ConllSentence[] sentences = Sentences();
        EntityModel model = Load(Train(sentences, seed: 1));

        Assert.Multiple(() =>
        {
            Assert.That(EntityEvaluation.Run(model, sentences).Micro.F1, Is.GreaterThan(0.98));
            Assert.That(model.Classes.Select(type => type.Name), Is.EqualTo(new[] { "GPE", "PERSON" }));
            Assert.That(model.Metadata["data"], Does.Contain("towns.conll: 64 sentences"));
        });
    }

    [Test]
    public void Same_data_and_seed_give_the_same_bytes()
    {
        byte[] first = Train(Sentences(), seed: 3);
        byte[] second = Train(Sentences(), seed: 3);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Progress_runs_to_the_end()
    {
        var progress = new Recorder();
        new EntityTrainer(o => o with { Epochs = 2 }, WordKnowledge.None).Train([new EntityTrainingSet("towns.conll", Sentences())], progress: progress);

        Assert.Multiple(() =>
        {
            Assert.That(progress.Fractions, Is.Ordered);
            Assert.That(progress.Fractions[^1], Is.EqualTo(1));
        });
    }

    [Test]
    public void Data_without_entities_are_refused() =>
        Assert.That(
            () => new EntityTrainer(words: WordKnowledge.None).Train([new EntityTrainingSet("a", [new ConllSentence { Tokens = ["а"], Tags = ["O"] }])]),
            Throws.ArgumentException);

    [Test]
    public void Evaluation_counts_exact_spans_and_classes()
    {
        EntityModel model = Load(Train(Sentences(), seed: 1));
        ConllSentence[] gold =
        [
            new() { Tokens = ["Асқар", "Астана", "қаласына", "барды", "."], Tags = ["B-PERSON", "B-GPE", "O", "O", "O"] },
            new() { Tokens = ["Дина", "Семей", "қаласына", "барды", "."], Tags = ["B-PERSON", "B-GPE", "I-GPE", "O", "O"] },
        ];
        EntityEvaluation evaluation = EntityEvaluation.Run(model, gold);

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Classes, Is.EqualTo(new[] { new EntityScore("GPE", 2, 2, 1), new EntityScore("PERSON", 2, 2, 2) }));
            Assert.That(evaluation.Micro, Is.EqualTo(new EntityScore("micro", 4, 4, 3)));
            Assert.That(evaluation.MacroF1, Is.EqualTo(0.75));
            Assert.That(evaluation.ErrorsPerThousandTokens, Is.EqualTo(100));
        });
    }

    [Test]
    public void Evaluation_parts_seen_names_from_others()
    {
        EntityModel model = Load(Train(Sentences(), seed: 1));
        ConllSentence[] gold = [new() { Tokens = ["Асқар", "Лондон", "қаласына", "барды", "."], Tags = ["B-PERSON", "B-GPE", "O", "O", "O"] }];
        EntityEvaluation evaluation = EntityEvaluation.Run(model, gold, Sentences());

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Seen, Is.EqualTo(new EntityScore("seen", 1, 1, 1)));
            Assert.That(evaluation.Unseen.Gold, Is.EqualTo(1));
        });
    }

    [Test]
    public void Raw_text_is_compared_by_characters()
    {
        EntityModel model = Load(Train(Sentences(), seed: 1));

        Assert.That(EntityEvaluation.RunRaw(model, Sentences()).Micro.F1, Is.GreaterThan(0.98));
    }

    private static ConllSentence[] Sentences() =>
    [
        .. from city in Cities
           from name in Names
           select new ConllSentence { Tokens = [name, city, "қаласына", "барды", "."], Tags = ["B-PERSON", "B-GPE", "O", "O", "O"] },
    ];

    private static byte[] Train(ConllSentence[] sentences, int seed) =>
        new EntityTrainer(o => o with { Epochs = 4, Seed = seed }, WordKnowledge.None).Train([new EntityTrainingSet("towns.conll", sentences)], sentences).ToArray();

    private static EntityModel Load(byte[] pack) => EntityModel.Load(new MemoryStream(pack), "test");

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(TrainingProgress value) => Fractions.Add(value.Fraction);
    }
}
