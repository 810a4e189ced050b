using System.Globalization;

namespace KazNlp.Benchmarks.Tests;

/// <summary>The BenchmarkDotNet classes run here once, so that none measures a wrong answer.</summary>
[TestFixture]
public sealed class BenchmarkTests
{
    [Test]
    public void Every_path_finds_the_same_number_of_tokens_in_every_kind_of_text(
        [ValueSource(typeof(TokenizerBench), nameof(TokenizerBench.Inputs))] string input)
    {
        List<long> counts = [];
        foreach (string path in TokenizerBench.AllPaths)
        {
            TokenizerBench bench = new() { Input = input, EnginePath = path };
            bench.Setup();
            counts.AddRange([bench.Utf16(), bench.Utf16Enumerator(), bench.Utf8()]);
        }

        Assert.That(counts, Is.All.EqualTo(counts[0]).And.All.GreaterThan(0));
    }

    [Test]
    public void Tokens_are_the_same_with_sentences_and_alone_and_sentences_the_same_both_ways([Values("news", "reviews")] string input)
    {
        SentenceBench bench = new() { Input = input };
        bench.Setup();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.TokensAndSentences(), Is.EqualTo(bench.TokensAlone()));
            Assert.That(bench.SentencesOfGivenTokens(), Is.EqualTo(KazakhSentenceSplitter.Default.Split(InputKinds.Load(input).Text).Length));
            Assert.That(bench.Regex(), Is.GreaterThan(0));
        }
    }

    [Test]
    public void Expression_with_all_rules_finds_about_as_many_tokens_as_the_tokenizer()
    {
        Comparison bench = new();
        bench.Setup();
        long tokens = bench.KazNlp();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.KazNlpUtf8(), Is.EqualTo(tokens));
            Assert.That(bench.RegexGeneratedAllRules(), Is.InRange(tokens * 99 / 100, tokens * 101 / 100));
            Assert.That(bench.RegexCompiledAllRules(), Is.EqualTo(bench.RegexGeneratedAllRules()));
            Assert.That(bench.RegexGeneratedPlain(), Is.InRange(tokens * 95 / 100, tokens * 108 / 100));
            Assert.That(bench.GetCharsThenRegex(), Is.EqualTo(bench.RegexGeneratedPlain()));
        }
    }

    [Test]
    public void Stages_do_not_change_each_other()
    {
        static (int Tokens, int Entities) Run(string stage)
        {
            PipelineBench bench = new() { Stage = stage };
            bench.Setup();
            return bench.Analyze();
        }

        (int tokens, int entities) = Run("everything");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entities, Is.GreaterThan(100));
            Assert.That(Run("entities"), Is.EqualTo((tokens, entities)));
            Assert.That(Run("tokens and sentences"), Is.EqualTo((tokens, 0)));
        }
    }

    [Test]
    public void Morphology_says_the_same_with_and_without_its_caches()
    {
        MorphologyBench bench = new();
        bench.Setup();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.LemmatizeWarm(), Is.EqualTo(bench.LemmatizeUncached()).And.GreaterThan(0));
            Assert.That(bench.AnalyzeWarm(), Is.EqualTo(bench.AnalyzeUncached()).And.GreaterThan(0));
            Assert.That(bench.Annotate(), Is.EqualTo(MorphologyBench.TokenCounts().Single()));
            Assert.That(bench.Inflect(), Is.GreaterThan(bench.Annotate() / 2));
        }
    }

    [Test]
    public void A_process_is_started_for_each_of_the_two_texts_and_gives_its_times()
    {
        string[] rows = [.. Startup.Measure(processes: 1).Split('\n').Where(line => line.StartsWith("| two", StringComparison.Ordinal) || line.StartsWith("| an article", StringComparison.Ordinal))];
        Assert.That(rows, Has.Length.EqualTo(2));
        Assert.That(rows.SelectMany(row => row.Split('|', StringSplitOptions.TrimEntries)[2..7]).Select(number => int.Parse(number, CultureInfo.InvariantCulture)), Is.All.GreaterThan(0));
    }

    [Test]
    public void Unknown_kind_of_text_is_refused() =>
        Assert.That(() => InputKinds.Load("poems"), Throws.ArgumentException.With.Message.Contains("giant-word"));

    [Test]
    public void Topics_and_languages_are_found()
    {
        TopicBench topics = new();
        topics.Setup();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(topics.TokenizeAndLemmatize(), Is.GreaterThan(0));
            Assert.That(topics.ScoreTopics(), Is.GreaterThan(0));
            Assert.That(new LanguageBench().Identify(), Is.GreaterThan(0));
        }
    }
}
