using KazNlp.Benchmarks.Quick;

namespace KazNlp.Benchmarks.Tests;

/// <summary>No contender may be fast and wrong: each is run here on a text whose answer is known.</summary>
[TestFixture]
public sealed class QuickComparisonTests
{
    private const string Text = "Елордада бүгін күн жылы. Ауа температурасы 25 градус, жел жоқ! Ертең ше?\n";

    private static readonly Corpus Corpus = new("one line", Text);

    private static IEnumerable<TestCaseData> TokenContenders() =>
        Contenders.For(Corpus)
            .Where(c => c.Group is Contenders.Utf16 or Contenders.Utf8)
            .Where(c => !c.Name.Contains("white space", StringComparison.Ordinal) && !c.Name.Contains("no tokens", StringComparison.Ordinal))
            .Select(c => new TestCaseData(c).SetArgDisplayNames(c.Group, c.Name));

    [TestCaseSource(nameof(TokenContenders))]
    public void Twelve_words_and_four_marks_are_counted(Contender contender)
    {
        // Lucene indexes words, not marks; a pre-tokenizer may count the line break, or join a mark to the space before it.
        Assert.That(contender.Run(), Is.InRange(12, 17));
    }

    [Test]
    public void White_space_splitters_count_the_twelve_words()
    {
        Assert.That(
            Contenders.For(Corpus).Where(c => c.Name.Contains("white space", StringComparison.Ordinal)).Select(c => c.Run()),
            Is.All.EqualTo(12));
    }

    [Test]
    public void Every_group_has_one_reference()
    {
        Assert.That(
            Contenders.For(Corpus).GroupBy(c => c.Group).Select(g => g.Count(c => c.IsReference)),
            Is.All.EqualTo(1));
    }

    [Test]
    public void The_quick_comparison_runs_and_prints_a_row_for_every_contender()
    {
        IReadOnlyList<Contender> contenders = Contenders.For(Corpus);
        IReadOnlyList<QuickResult> results = QuickHarness.Smoke.Run(contenders, Corpus.Utf8.Length);
        string page = ResultTable.ToMarkdown(results, Corpus, "quick");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(r => r.Count), Is.All.GreaterThan(0));
            Assert.That(results.Where(r => r.IsReference).Select(r => r.RatioToReference), Is.All.EqualTo(1.0));
            foreach (Contender contender in contenders) Assert.That(page, Does.Contain(contender.Name));
        }
    }

    [Test]
    public void Results_are_written_as_Markdown_and_CSV_into_a_folder_for_the_processor()
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "results-" + Guid.NewGuid().ToString("N"));
        try
        {
            string page = ResultTable.Write(folder, QuickHarness.Smoke.Run(Contenders.For(Corpus), Corpus.Utf8.Length), Corpus, "quick");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(File.ReadAllText(page), Does.Contain("Lucene.Net"));
                Assert.That(File.ReadAllLines(Path.ChangeExtension(page, ".csv")), Has.Length.EqualTo(Contenders.For(Corpus).Count + 1));
            }
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }
}
