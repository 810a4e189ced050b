using System.Diagnostics;
using System.Text.Json;

namespace KazNlp.Cli.Tests;

public class SampleTests
{
    [Test]
    public void Analysis_of_the_article_shows_topic_countries_entities_and_sentences()
    {
        string output = Run("01-AnalyzeArticle");
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.StartWith("Астанада Орта дәлізді дамытуға арналған халықаралық форум өтті\n"));
            Assert.That(output, Does.Match(@"\nTopic\n  [a-z]+  [01]\.\d\d  medtop:\d{8}\n"));
            Assert.That(output, Does.Contain("\n  KZ  Қазақстан: ").And.Contain("\n  AZ  Әзербайжан: "));
            Assert.That(output, Does.Contain("\n  PERSON\n").And.Contain("    Шавкат Мирзиёев  ← Шавкат Мирзиёевтің\n"));
            Assert.That(output, Does.Contain("  2  Жиынға Қазақстан, Өзбекстан, Әзербайжан, Грузия және Түркия өкілдері қатысты"));
        });
    }

    [Test]
    public void Article_of_ones_own_may_have_no_title()
    {
        using var folder = new TestFolder();
        string output = Run("01-AnalyzeArticle", folder.Write("a.txt", "Ол Астанаға\r\nкелді."));
        Assert.That(output, Does.Contain("KZ  Қазақстан: Астанаға\n").And.EndsWith("   1  Ол Астанаға келді.\n"));
    }

    [Test]
    public void Tokens_are_shown_with_offsets_and_kinds_and_cost_no_allocation() =>
        Assert.That(
            Run("02-Tokenize", "Ол 3,5 км жүрді."),
            Does.Contain("\n    3       3  Number       3,5\n").And.EndsWith("\n3 words, counted with 0 bytes allocated\n"));

    [Test]
    public void Folder_of_articles_becomes_a_line_each_in_the_order_of_their_names()
    {
        JsonElement[] lines = [.. Run("03-BatchJsonl").TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.GreaterThanOrEqualTo(15));
            Assert.That(lines.Select(line => line.GetProperty("id").GetString()), Is.Ordered.Using((IComparer<string?>)StringComparer.Ordinal));
            Assert.That(lines.Select(line => line.GetProperty("entities").GetArrayLength()), Is.All.Positive);
        });
    }

    [Test]
    public void People_and_countries_of_a_folder_are_counted_in_a_csv_and_shown()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "Қасым-Жомарт Тоқаев Тәжікстанға барды. Тоқаевтың сапары аяқталды.");
        folder.Write("b.txt", "Тәжікстанда жиын өтті.");
        string csv = folder["out.csv"];
        string output = Run("05-PeopleAndCountries", Path.GetDirectoryName(csv)!, csv);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllLines(csv), Is.EqualTo(new[]
            {
                "type,canonical,countryCode,mentions,documents,forms,firstDocument",
                "GPE,Тәжікстан,TJ,2,2,Тәжікстанға|Тәжікстанда,a.txt",
                "PERSON,Қасым-Жомарт Тоқаев,,2,1,Қасым-Жомарт Тоқаев|Тоқаевтың,a.txt",
            }));
            Assert.That(output, Does.Contain("       2         2  TJ       GPE           Тәжікстан\n").And.Contain("       2  TJ Тәжікстан\n").And.EndWith($"2 names of 2 articles: {csv}\n"));
            Assert.That(folder.Names, Is.EqualTo(new[] { "a.txt", "b.txt", "out.csv" }));
        });
    }

    private static string Run(string sample, params string[] args)
    {
        using Process process = DotnetProcess.Start(Path.Combine(TestContext.CurrentContext.TestDirectory, sample + ".dll"), args);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output.ReplaceLineEndings("\n").TrimStart('\uFEFF');
    }
}
