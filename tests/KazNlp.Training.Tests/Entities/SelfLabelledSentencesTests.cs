namespace KazNlp.Tests;

public class SelfLabelledSentencesTests
{
    private static readonly string[] Cities = ["Астана", "Алматы", "Ақтөбе", "Атырау", "Семей", "Орал", "Тараз", "Көкшетау"];
    private static readonly string[] Names = ["Асқар", "Дина", "Мұрат", "Сәуле", "Ерлан", "Айгүл", "Нұрлан", "Жанар"];

    private static readonly EntityTrainingSet Labelled = new("towns.conll",
    [
        .. from city in Cities
           from name in Names
           select new ConllSentence { Tokens = [name, city, "қаласына", "барды", "."], Tags = ["B-PERSON", "B-GPE", "O", "O", "O"] },
    ]);

    private static readonly EntityTrainerOptions Options = new() { Epochs = 4, SelfLabelledSureness = 0.6 };
    private static readonly Lazy<EntityModel> Model = new(() =>
        EntityModel.Load(new MemoryStream(new EntityTrainer(_ => Options, WordKnowledge.None).Train([Labelled]).ToArray()), "test"));

    [Test]
    public void Sentence_with_a_new_name_is_taken_with_the_models_tags()
    {
        List<ConllSentence> chosen = Choose("Асқар Павлодар қаласына барды.");

        Assert.That(chosen, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(chosen[0].Tokens, Is.EqualTo(new[] { "Асқар", "Павлодар", "қаласына", "барды", "." }));
            Assert.That(chosen[0].Tags, Is.EqualTo(new[] { "B-PERSON", "B-GPE", "O", "O", "O" }));
        });
    }

    [Test]
    public void Sentence_with_known_names_alone_teaches_nothing() => Assert.That(Choose("Дина Семей қаласына барды."), Is.Empty);

    [Test]
    public void Sentence_is_taken_once_and_a_name_not_more_often_than_allowed()
    {
        string[] lines = [.. Names.Select(name => $"{name} Павлодар қаласына барды."), "Асқар Павлодар қаласына барды."];

        Assert.That(Choose(lines), Has.Count.EqualTo(Options.SelfLabelledUses));
        Assert.That(Choose("Асқар Павлодар қаласына барды.", "Асқар  Павлодар қаласына барды ."), Has.Count.EqualTo(1));
    }

    [Test]
    public void Sentence_that_the_model_is_unsure_of_is_left()
    {
        var sure = new SelfLabelledSentences([Labelled], Options with { SelfLabelledSureness = 1.1 });

        Assert.That(sure.Choose(Model.Value, ["Асқар Павлодар қаласына барды."], _ => { }, default), Is.Empty);
    }

    [Test]
    public void Second_model_says_that_it_learned_from_its_own_labels()
    {
        byte[] pack = new EntityTrainer(_ => Options, WordKnowledge.None).Train([Labelled], unlabelled: ["Асқар Павлодар қаласына барды."]).ToArray();

        Assert.That(EntityModel.Load(new MemoryStream(pack), "test").Metadata["data"], Does.Contain("1 sentences, weight 0.3"));
    }

    private static List<ConllSentence> Choose(params string[] lines) =>
        new SelfLabelledSentences([Labelled], Options).Choose(Model.Value, lines, _ => { }, default);
}
