namespace KazNlp.Tests;

public class EntityHeadsTests
{
    [TestCase("министрлігінің", "комитеті")]
    [TestCase("мектебіне", "университетінде")]
    [TestCase("көшесі", "әуежайынан")]
    [TestCase("заңы", "кодексінің")]
    [TestCase("президентінің", "министрі")]
    [TestCase("көліне", "тауларының")]
    public void Words_with_any_ending_that_name_the_same_kind_of_thing_are_of_one_kind(string one, string other) => Assert.Multiple(() =>
    {
        Assert.That(EntityHeads.Classify(one), Is.Not.EqualTo(EntityHeads.None));
        Assert.That(EntityHeads.Classify(one), Is.EqualTo(EntityHeads.Classify(other)));
    });

    [TestCase("кітапханасы", "кітабы")]
    [TestCase("министрлігі", "министрі")]
    public void Longest_beginning_decides(string one, string other) =>
        Assert.That(EntityHeads.Classify(one), Is.Not.EqualTo(EntityHeads.Classify(other)));

    [TestCase("қызыл")]
    [TestCase("арнайы")]
    [TestCase("қорғау")]
    [TestCase("облыстық")]
    [TestCase("айтты")]
    [TestCase("деді")]
    [TestCase("")]
    [TestCase("а")]
    public void Other_words_are_of_no_kind(string word) => Assert.That(EntityHeads.Classify(word), Is.EqualTo(EntityHeads.None));

    [TestCase("астанада")]
    [TestCase("жапаровпен")]
    [TestCase("барған")]
    [TestCase("айтты")]
    [TestCase("құрметіне")]
    public void Name_phrase_ends_with_a_case_of_place_or_means_or_a_verb(string word) => Assert.That(PhraseEndings.Closes(word), Is.True);

    [TestCase("алматыдағы")]
    [TestCase("қазақстанның")]
    [TestCase("ұлттық")]
    [TestCase("банк")]
    public void Name_phrase_goes_on_behind_a_genitive_and_an_attribute(string word) => Assert.That(PhraseEndings.Closes(word), Is.False);
}
