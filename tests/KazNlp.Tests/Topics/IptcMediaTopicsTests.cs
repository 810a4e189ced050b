namespace KazNlp.Tests;

public sealed class IptcMediaTopicsTests
{
    [Test]
    public void Taxonomy_has_the_seventeen_top_level_topics_in_the_order_of_their_codes()
    {
        Assert.That(IptcMediaTopics.All.Select(topic => topic.Code), Is.EqualTo(Enumerable.Range(1, 17).Select(number => $"medtop:{number:00}000000")));
    }

    [Test]
    public void Every_topic_has_a_name_in_three_languages()
    {
        foreach (MediaTopic topic in IptcMediaTopics.All)
        {
            Assert.That(new[] { topic.Label, topic.Kazakh, topic.Russian, topic.English }, Has.All.Not.Empty, topic.Code);
        }
    }

    [Test]
    public void Topic_is_found_by_its_label_and_none_is_no_topic()
    {
        Assert.That(IptcMediaTopics.TryGet("politics", out MediaTopic? politics), Is.True);
        Assert.That(politics!.Code, Is.EqualTo("medtop:11000000"));
        Assert.That(IptcMediaTopics.TryGet(TopicScore.None, out _), Is.False);
    }
}
