namespace KazNlp.Tests;

public class ConllTextTests
{
    [TestCase("« Қайрат » ойыны 16 : 51 -де басталды .", "«Қайрат» ойыны 16:51-де басталды.")]
    [TestCase("Оны Tengrinews . kz ( Қазақстан ) жазды , дейді .", "Оны Tengrinews.kz (Қазақстан) жазды, дейді.")]
    [TestCase("\" Әміре \" — фильм", "\"Әміре\" — фильм")]
    [TestCase("25 % -ке өсті", "25%-ке өсті")]
    public void Annotated_text_is_written_as_people_write(string tokens, string text)
    {
        string[] split = tokens.Split(' ');
        (string joined, int[] starts) = ConllText.Join(new ConllSentence { Tokens = split, Tags = [.. split.Select(_ => "O")] });

        Assert.Multiple(() =>
        {
            Assert.That(joined, Is.EqualTo(text));
            Assert.That(starts.Zip(split, (start, token) => joined.Substring(start, token.Length)), Is.EqualTo(split));
        });
    }

    [Test]
    public void Comma_joins_numbers_of_one_entity_only()
    {
        string[] tokens = ["3", ",", "5", "және", "3", ",", "5"];
        string[] tags = ["B-CARDINAL", "I-CARDINAL", "I-CARDINAL", "O", "B-CARDINAL", "O", "B-CARDINAL"];

        Assert.That(ConllText.Join(new ConllSentence { Tokens = tokens, Tags = tags }).Text, Is.EqualTo("3,5 және 3, 5"));
    }
}
