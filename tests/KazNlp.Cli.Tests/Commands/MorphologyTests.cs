namespace KazNlp.Cli.Tests;

public class MorphologyTests
{
    private const string Treebank = "# sent_id = 1\n1-2\tБаласыз\t_\t_\t_\t_\t_\t_\t_\t_\n1\tбала\tбала\tNOUN\t_\t_\t3\tnmod\t_\t_\n2\tсыз\tсыз\tADP\t_\t_\t1\tcase\t_\t_\n3\tөмір\tөмір\tNOUN\t_\t_\t0\troot\t_\t_\n\n";

    [TestCase("Әуезовке", "inflect", "Әуезов", "--case", "dative")]
    [TestCase("мұғалімдерімізден", "inflect", "мұғалім", "--plural", "--possessor", "our", "--case", "ablative")]
    [TestCase("2024-ке", "inflect", "2024", "--case", "dative")]
    [TestCase("29-шы", "inflect", "29", "--ordinal")]
    [TestCase("оқимын", "inflect", "оқы", "--verb", "present", "--person", "i")]
    [TestCase("бармады", "inflect", "бар", "--verb", "past", "--negative")]
    public void Form_is_printed(string form, params string[] args) => Assert.That(CommandRunner.Run(args).Succeeded().Output, Is.EqualTo(form + "\n"));

    [Test]
    public void Paradigm_is_a_table_of_all_cases_and_possessors()
    {
        string[] lines = CommandRunner.Run("inflect", "бала", "--all").Succeeded().Output.TrimEnd('\n').Split('\n');
        Assert.That(lines.Count(line => line.Contains("бала", StringComparison.Ordinal)), Is.EqualTo(7));
        Assert.That(lines, Has.Some.Contains("баламызға"));
        Assert.That(CommandRunner.Run("inflect", "бар", "--verb", "past", "--all").Succeeded().Output, Does.Contain("барғанмын").And.Contain("бармаспын"));
    }

    [Test]
    public void Word_without_forms_fails() => CommandRunner.Run("inflect", "!", "--case", "dative").Failed("'!' has no such form");

    [Test]
    public void Lemmas_of_a_text_come_a_sentence_a_line() =>
        Assert.That(CommandRunner.RunOn("Балалар мектепке барды. Біз үйде отырмыз.", "lemmatize").Succeeded().Output, Does.StartWith("бала мектеп бар .\nбіз үй "));

    [Test]
    public void Lemmas_with_tags_come_a_token_a_line() =>
        Assert.That(CommandRunner.RunOn("Балалар барды.", "lemmatize", "--format", "tokens").Succeeded().Output, Does.StartWith("Балалар\tбала\tNOUN\tCase=Nom|Number=Plur\nбарды\tбар\tVERB\t"));

    [Test]
    public void Treebank_is_filled_and_ranges_stay()
    {
        string output = CommandRunner.RunOn(Treebank.Replace("бала\tNOUN", "_\t_", StringComparison.Ordinal), "morph").Succeeded().Output;
        Assert.That(output, Does.StartWith("# sent_id = 1\n1-2\tБаласыз\t_\t_\t_\t_\t_\t_\t_\t_\n1\tбала\tбала\tNOUN\t_\tCase=Nom\t3\tnmod\t_\t_\n2\tсыз\tсыз\tADP\t"));
    }

    [Test]
    public void Bad_treebank_line_is_named_and_nothing_is_written()
    {
        CommandResult result = CommandRunner.RunOn("1\tбала\n", "morph").Failed("standard input, line 1", "10");
        Assert.That(result.OutputBytes, Is.Empty);
    }

    [Test]
    public void Evaluation_gives_accuracies()
    {
        Assert.That(CommandRunner.RunOn(Treebank, "evaluate", "lemmas").Succeeded().Output, Does.Contain("3 words: lemma accuracy 100.00 %, UPOS accuracy 100.00 %"));
        Assert.That(CommandRunner.RunOn(Treebank, "evaluate", "lemmas", "--format", "json").Succeeded().Output, Does.Contain("\"lemmaAccuracy\": 1"));
        Assert.That(CommandRunner.RunOn("бала\tбалаға\tN;DAT;SG\n", "evaluate", "morphology").Succeeded().Output, Is.EqualTo("1 rows: inflection accuracy 100.00 %, analysis holds the reading 100.00 %\n"));
    }
}
