namespace KazNlp.ML.Tests;

public sealed class MLNetTopicModelTests
{
    [Test]
    public void Built_of_the_shipped_pack_it_agrees_with_the_core_on_every_article()
    {
        TopicExample[] articles = [.. RepositoryFiles.Articles.Select(file => new TopicExample { Label = "", Text = File.ReadAllText(file) }), new TopicExample { Label = "", Text = "" }];
        TopicModel core = TopicModel.Default;
        var copy = MLNetTopicModel.Create(core);
        Assert.That(copy.Labels, Is.EqualTo(core.Labels));
        foreach ((TopicExample article, float[] scores) in articles.Zip(copy.Score(articles)))
        {
            float[] expected = new float[core.Labels.Length];
            core.Score([], [], article.Text, KazakhTokenizer.Default.Tokenize(article.Text), expected);
            Assert.That(scores, Is.EqualTo(expected).Within(1e-5f), article.Text);
        }
    }
}
