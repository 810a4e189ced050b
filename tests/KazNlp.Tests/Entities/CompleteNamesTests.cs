namespace KazNlp.Tests;

public class CompleteNamesTests
{
    [TestCase("ұйымына")]
    [TestCase("республикасында")]
    [TestCase("министрлігінен")]
    [TestCase("орталығымен")]
    public void Possessive_and_case_complete_a_name(string word) => Assert.That(CompleteNames.Ends(word), Is.True);

    [TestCase("ұйымы")]
    [TestCase("республикасының")]
    [TestCase("астанада")]
    [TestCase("ирина")]
    [TestCase("ына")]
    [TestCase("")]
    public void Bare_names_genitives_and_short_words_do_not(string word) => Assert.That(CompleteNames.Ends(word), Is.False);
}
