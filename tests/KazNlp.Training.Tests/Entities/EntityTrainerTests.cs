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
    public void Average_of_trainings_knows_its_sentences_and_repeats()
    {
        byte[] average = Train(Sentences(), seed: 3, seeds: 3);

        Assert.Multiple(() =>
        {
            Assert.That(Train(Sentences(), seed: 3, seeds: 3), Is.EqualTo(average));
            Assert.That(average, Is.Not.EqualTo(Train(Sentences(), seed: 3)));
            Assert.That(EntityEvaluation.Run(Load(average), Sentences()).Micro.F1, Is.GreaterThan(0.98));
        });
    }

    [Test]
    public void Average_of_chains_is_the_mean_of_their_weights()
    {
        var average = new LearnedChain([7, 8], classes: 1);
        average.Add(Chain(1));
        average.Add(Chain(4));
        average.Divide(2);

        Assert.Multiple(() =>
        {
            Assert.That(average.Row(0).ToArray(), Is.EqualTo(new[] { 2.5f, 0, 0 }));
            Assert.That(average.Row(1).ToArray(), Is.EqualTo(new[] { 0, 0, -2.5f }));
            Assert.That(average.Transitions, Is.All.EqualTo(2.5f));
            Assert.That(average.Starts, Is.All.EqualTo(-2.5f));
        });
    }

    [Test]
    public void First_training_leaves_out_features_that_a_small_model_has_no_room_for()
    {
        byte[] Train(int epochs) => new EntityTrainer(o => o with { Epochs = 4, SelectionEpochs = epochs, MinFeatureCount = 1, MaxModelBytes = 100_000 }, WordKnowledge.None)
            .Train([new EntityTrainingSet("towns.conll", Sentences())]).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(Train(epochs: 1), Is.Not.EqualTo(Train(epochs: 0)));
            Assert.That(EntityEvaluation.Run(Load(Train(epochs: 1)), Sentences()).Micro.F1, Is.GreaterThan(0.98));
        });
    }

    [Test]
    public void Sounds_of_hesitation_are_seen_through()
    {
        ConllSentence[] sentences =
        [
            .. Sentences().Select(sentence => sentence with
            {
                Tokens = ["(", "ыы", ")", sentence.Tokens[0], "(", "і", ")", sentence.Tokens[1], "(", "і", ")", "қаласына", "барды"],
                Tags = ["O", "O", "O", "B-PERSON", "O", "O", "O", "B-GPE", "I-GPE", "I-GPE", "I-GPE", "I-GPE", "O"],
            }),
        ];

        Assert.That(EntityEvaluation.Run(Load(Train(sentences, seed: 1)), sentences).Micro.F1, Is.GreaterThan(0.98));
    }

    [Test]
    public void Set_with_conventions_of_its_own_does_not_outvote_the_other()
    {
        ConllSentence[] ours = [.. Sentences().Take(16)];
        ConllSentence[] theirs = [.. Sentences().Select(sentence => sentence with { Tags = ["B-PERSON", "B-GPE", "I-GPE", "O", "O"] })];
        EntityModel Train(bool own) => Load(new EntityTrainer(o => o with { Epochs = 8, CaselessShare = 0 }, WordKnowledge.None)
            .Train([new EntityTrainingSet("ours", ours), new EntityTrainingSet("theirs", theirs, HasOwnConventions: own)]).ToArray());

        string[] tokens = ["Дина", "Семей", "қаласына", "барды", "."];
        Assert.Multiple(() =>
        {
            Assert.That(Train(own: false).Tag(tokens)[2], Is.EqualTo("I-GPE"));
            Assert.That(Train(own: true).Tag(tokens), Is.EqualTo(new[] { "B-PERSON", "B-GPE", "O", "O", "O" }));
        });
    }

    private static LearnedChain Chain(float weight)
    {
        var weights = new EntityWeights(features: 2, stride: 8);
        weights.Row(0)[0] = weight;
        weights.Row(1)[2] = -weight;
        var chain = new LearnedChain([7, 8], classes: 1);
        chain.Add(weights, [.. Enumerable.Repeat(weight, 9)], [-weight, -weight, -weight]);
        return chain;
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

    private static byte[] Train(ConllSentence[] sentences, int seed, int seeds = 1) =>
        new EntityTrainer(o => o with { Epochs = 4, Seed = seed, Seeds = seeds }, WordKnowledge.None).Train([new EntityTrainingSet("towns.conll", sentences)], sentences).ToArray();

    private static EntityModel Load(byte[] pack) => EntityModel.Load(new MemoryStream(pack), "test");

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(TrainingProgress value) => Fractions.Add(value.Fraction);
    }
}
