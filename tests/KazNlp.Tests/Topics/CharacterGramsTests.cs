namespace KazNlp.Tests;

public sealed class CharacterGramsTests
{
    [TestCase("а", 1)] // ‹а›
    [TestCase("ел", 3)] // ‹ел ел› ‹ел›
    [TestCase("мектеп", 6 + 5 + 4)]
    public void Word_has_the_n_grams_of_three_to_five_letters_with_its_ends_marked(string word, int count)
    {
        Assert.That(Slots(word), Has.Length.EqualTo(count));
    }

    [Test]
    public void Kindred_words_share_n_grams_and_others_do_not()
    {
        Assert.That(Slots("мектептік").Intersect(Slots("мектеп")).Count(), Is.EqualTo(5 + 4 + 3), "all but those with its end");
        Assert.That(Slots("мектеп").Intersect(Slots("құқық")), Is.Empty);
    }

    [Test]
    public void Longest_word_fits()
    {
        string word = new('қ', TopicFeatures.MaxWordLength);
        Assert.That(Slots(word), Has.Length.LessThanOrEqualTo(CharacterGrams.MaxCount).And.All.InRange(0, TopicFeatures.GramSlotCount - 1));
    }

    private static int[] Slots(string word)
    {
        int[] slots = new int[CharacterGrams.MaxCount];
        return slots[..CharacterGrams.Slots(word, slots)];
    }
}
