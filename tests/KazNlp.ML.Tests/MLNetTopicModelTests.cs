namespace KazNlp.ML.Tests;

public sealed class MLNetTopicModelTests
{
    [Test]
    public void Built_of_the_shipped_pack_it_agrees_with_the_core_on_every_article_and_on_texts_of_which_it_is_very_sure()
    {
        TopicExample[] articles =
        [
            .. RepositoryFiles.Articles.Select(file => new TopicExample { Label = "", Text = File.ReadAllText(file) }),
            new TopicExample { Label = "", Text = "" },
            new TopicExample { Label = "", Text = string.Concat(Enumerable.Repeat("Боксшы чемпионатта алтын медаль алды, футболшы гол соқты. ", 100)), Title = "Футбол: чемпионат, матч, команда" },
            new TopicExample { Label = "", Text = string.Concat(Enumerable.Repeat("Ертең қар жауады, боран соғады, аяз күшейеді. ", 100)), Title = "Ауа райы: боран, аяз, жаңбыр" },
        ];
        TopicModel core = TopicModel.Default;
        var copy = MLNetTopicModel.Create(core);
        Assert.That(copy.Labels, Is.EqualTo(core.Labels));
        foreach ((TopicExample article, float[] scores) in articles.Zip(copy.Score(articles)))
        {
            float[] expected = new float[core.Labels.Length];
            core.Score(article.Title, KazakhTokenizer.Default.Tokenize(article.Title), article.Text, KazakhTokenizer.Default.Tokenize(article.Text), expected);
            Assert.That(scores, Is.EqualTo(expected).Within(1e-5f), article.Text);
        }
    }
}
