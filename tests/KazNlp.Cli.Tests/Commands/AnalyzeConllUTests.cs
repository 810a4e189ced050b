using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace KazNlp.Cli.Tests;

public partial class AnalyzeConllUTests
{
    [Test]
    public void Sentence_has_its_comments_and_ten_columns_a_word()
    {
        string[] lines = CommandRunner.RunOn("Балалар мектепке барды.\nҮйде 5 кітап бар.", "analyze", "--format", "conllu").Succeeded().Lines;
        Assert.That(lines[..8], Is.EqualTo(new[]
        {
            "# newdoc",
            "# sent_id = 1",
            "# text = Балалар мектепке барды.",
            "1\tБалалар\tбала\tNOUN\t_\tCase=Nom|Number=Plur\t_\t_\t_\tTokenRange=0:7",
            "2\tмектепке\tмектеп\tNOUN\t_\tCase=Dat\t_\t_\t_\tTokenRange=8:16",
            "3\tбарды\tбар\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t_\t_\t_\tSpaceAfter=No|TokenRange=17:22",
            "4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\tTokenRange=22:23",
            "",
        }));
        Assert.That(lines[8..10], Is.EqualTo(new[] { "# sent_id = 2", "# text = Үйде 5 кітап бар." }));
    }

    [Test]
    public void Nothing_follows_the_last_word_of_a_text() =>
        Assert.That(CommandRunner.RunOn("Ол келді", "analyze", "--format", "conllu").Succeeded().Lines[^2], Does.EndWith("\tSpaceAfter=No|TokenRange=3:8"));

    [Test]
    public void Text_without_words_leaves_nothing() => Assert.That(CommandRunner.RunOn(" \n\t", "analyze", "--format", "conllu").Succeeded().Output, Is.Empty);

    [Test]
    public void White_space_of_the_text_becomes_one_space() =>
        Assert.That(CommandRunner.RunOn("Ол  \u00A0 кеше\u2003келді", "analyze", "--format", "conllu").Succeeded().Lines[2], Is.EqualTo("# text = Ол кеше келді"));

    [Test]
    public void Letter_apart_from_its_mark_is_composed_and_the_range_is_that_of_the_text()
    {
        string[] lines = CommandRunner.RunOn("Тои\u0306 ", "analyze", "--format", "conllu").Succeeded().Lines;
        Assert.That(lines[2], Is.EqualTo("# text = Той"));
        Assert.That(lines[3], Does.StartWith("1\tТой\t").And.EndWith("\tTokenRange=0:4"));
    }

    [Test]
    public void Several_files_are_documents_and_their_sentences_have_ids_of_their_own()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.txt", "Ол келді. Біз бардық."), folder.Write("b.txt", "Біз бардық.")];
        string output = CommandRunner.Run(["analyze", "--format", "conllu", .. files]).Succeeded().Output;
        Assert.That(
            Comments(output).Where(c => !c.StartsWith("# text", StringComparison.Ordinal)),
            Is.EqualTo(new[] { $"# newdoc id = {files[0]}", "# sent_id = 1-1", "# sent_id = 1-2", $"# newdoc id = {files[1]}", "# sent_id = 2-1" }));
        AssertValid(output);
    }

    [Test]
    public void Documents_of_a_collection_carry_their_ids()
    {
        const string Input = "{\"id\":\"x y\",\"title\":\"Тақырып\",\"text\":\"Ол келді.\"}\n{\"text\":\"Біз.\"}\n{\"id\":7,\"text\":\"Біз.\"}\n";
        string output = CommandRunner.RunOn(Input, "analyze", "--input", "jsonl", "--format", "conllu").Succeeded().Output;
        Assert.That(
            Comments(output).Where(c => !c.StartsWith("# text", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "# newdoc id = x y", "# sent_id = 1-1", "# newdoc", "# sent_id = 2-1", "# newdoc id = 7", "# sent_id = 3-1" }));
        AssertValid(output);
    }

    [Test]
    public void Several_collections_share_no_sentence_id()
    {
        using var folder = new TestFolder();
        string[] files = [folder.Write("a.jsonl", "{\"id\":1,\"text\":\"Ол.\"}"), folder.Write("b.jsonl", "{\"id\":1,\"text\":\"Ол.\"}")];
        string output = CommandRunner.Run(["analyze", "--input", "jsonl", "--format", "conllu", .. files]).Succeeded().Output;
        Assert.That(Comments(output), Has.Some.EqualTo("# sent_id = 1.1-1").And.Some.EqualTo("# sent_id = 2.1-1"));
    }

    [Test]
    public void What_is_written_can_be_filled_in_again()
    {
        string output = CommandRunner.RunOn("Тоқаев Тәжікстанға барды. XXI ғасыр, 2024-ке дейін!", "analyze", "--format", "conllu").Succeeded().Output;
        Assert.That(CommandRunner.RunOn(output, "morph").Succeeded().Output, Is.EqualTo(output));
    }

    [Test]
    public void Any_text_gives_valid_lines_whose_ranges_are_those_of_its_words() => AnyText.Gen.Sample(
        any =>
        {
            string line = $$"""{"id":1,"text":{{JsonSerializer.Serialize(new string([.. any.Select(c => char.IsSurrogate(c) ? 'ә' : c)]))}}}""";
            string text = JsonElement.Parse(line).GetProperty("text").GetString()!;
            string output = CommandRunner.RunOn(line, "analyze", "--input", "jsonl", "--format", "conllu").Succeeded().Output;
            AssertValid(output);
            int end = 0;
            foreach (string[] fields in Words(output))
            {
                int[] range = [.. fields[9].Split("TokenRange=")[1].Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
                Assert.That(text[end..range[0]].Any(c => !char.IsWhiteSpace(c) && !char.IsControl(c)), Is.False);
                Assert.That(fields[1], Is.EqualTo(CanonicalCompositions.Compose(text.AsSpan()[range[0]..range[1]])));
                end = range[1];
            }
        },
        iter: 100);

    private static IEnumerable<string> Comments(string output) => output.Split('\n').Where(line => line.StartsWith('#'));

    private static IEnumerable<string[]> Words(string output) => output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    /// <summary>What levels 1 and 2 of UD's validator ask of files, save for the tree.</summary>
    private static void AssertValid(string output)
    {
        if (output.Length == 0)
        {
            return;
        }

        Assert.That(output, Does.EndWith("\n\n"));
        var ids = new HashSet<string>();
        foreach (string block in output[..^2].Split("\n\n"))
        {
            string[] lines = block.Split('\n');
            string id = lines.Single(line => line.StartsWith("# sent_id = ", StringComparison.Ordinal))[12..];
            Assert.That(id, Does.Match("^[^\\s/]+$"));
            Assert.That(ids.Add(id), Is.True, id);
            var text = new StringBuilder();
            int number = 0;
            foreach (string[] fields in Words(block))
            {
                Assert.That(fields, Has.Length.EqualTo(10));
                Assert.That(fields[0], Is.EqualTo($"{++number}"));
                Assert.That(fields.Any(f => f.Length == 0 || f.Any(char.IsWhiteSpace) || f.Any(char.IsControl)), Is.False, string.Join('|', fields));
                Assert.That(fields[3], Does.Match("^[A-Z]+$"));
                Assert.That(fields[5], Does.Match(Features()));
                Assert.That(fields[5].Split('|').Select(f => f.Split('=')[0]), Is.Ordered.Using((IComparer<string>)StringComparer.OrdinalIgnoreCase).And.Unique);
                Assert.That(fields[9], Does.Match("^(SpaceAfter=No\\|)?TokenRange=\\d+:\\d+$"));
                Assert.That((fields[2], fields[4], fields[6], fields[7], fields[8]), Is.EqualTo((fields[2], "_", "_", "_", "_")));
                text.Append(fields[1]).Append(fields[9].StartsWith("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ");
            }

            Assert.That(number, Is.Positive);
            Assert.That(lines.Single(line => line.StartsWith("# text = ", StringComparison.Ordinal))[9..], Is.EqualTo(text.ToString().TrimEnd(' ')));
        }
    }

    [GeneratedRegex(@"^(_|[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*(\|[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*)*)$")]
    private static partial Regex Features();
}
