namespace KazNlp.Tests;

public class WordKnowledgeTests
{
    [Test]
    public void Same_text_and_seed_give_the_same_bytes_and_stems_have_their_forms()
    {
        string path = Path.GetTempFileName();
        try
        {
            string[] cities = ["астана", "алматы", "орал"];
            File.WriteAllLines(path, Enumerable.Range(0, 60).Select(i => $"Ол {cities[i % 3]}да тұрады, мен {cities[i % 3]}{(i % 3 == 2 ? "дың" : "ның")} тұрғынымын, {cities[i % 3]}ға бардым."));
            var trainer = new WordKnowledgeTrainer(o => o with { Clusters = [6, 3, 2], Dimensions = 8, Epochs = 2 });
            WordKnowledge first = trainer.Train([path]);
            WordKnowledge second = trainer.Train([path]);

            Assert.Multiple(() =>
            {
                Assert.That(second.ToPack().ToArray(), Is.EqualTo(first.ToPack().ToArray()));
                Assert.That(first.Stems.Forms("астана"), Is.EqualTo(3));
                Assert.That(first.Stems.Forms("орал"), Is.EqualTo(3));
                Assert.That(first.Clusters.Find(EntityPiece.HashOf("астанада"), "астанада"), Is.InRange(0, 5));
            });
        }
        finally
        {
            File.Delete(path);
        }
    }
}
