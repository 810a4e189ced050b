using System.Text;

namespace KazNlp.Tests.Tokenization;

internal sealed class TokenizerSpecTests
{
    [TestCaseSource(typeof(SpecFile), nameof(SpecFile.Tokenizer))]
    public void Tokens_are_as_specified(SpecFile.Case spec)
    {
        Token[] tokens = KazakhTokenizer.Default.Tokenize(spec.Input);

        Assert.That(string.Join(' ', tokens.Select(t => t.Of(spec.Input).ToString())), Is.EqualTo(spec.Tokens));
        if (spec.Kinds is not null)
        {
            Assert.That(string.Join(' ', tokens.Select(t => t.Kind.ToString().ToLowerInvariant())), Is.EqualTo(spec.Kinds));
        }
    }

    [TestCaseSource(typeof(SpecFile), nameof(SpecFile.Tokenizer))]
    public void A_sentence_around_a_case_does_not_change_it(SpecFile.Case spec)
    {
        string text = $"Сөз {spec.Input} сөз";

        string tokens = string.Join(' ', KazakhTokenizer.Default.Tokenize(text).Select(t => t.Of(text).ToString()));

        // A word that follows keeps an abbreviation of a unit together.
        string expected = $"Сөз {spec.Tokens} сөз";
        Assert.That(tokens, Is.EqualTo(expected).Or.EqualTo(expected.Replace(" . сөз", ". сөз", StringComparison.Ordinal)));
    }

    [Test]
    public void There_are_at_least_four_hundred_cases() => Assert.That(SpecFile.Tokenizer().Count(), Is.GreaterThanOrEqualTo(400));

    [TestCaseSource(nameof(Examples))]
    public void An_abbreviation_takes_its_stop_in_its_example(string form, string example)
    {
        IEnumerable<string> tokens = KazakhTokenizer.Default.Tokenize(example).Select(t => t.Of(example).ToString().ToLowerInvariant());

        Assert.That(tokens, Has.Some.EndsWith(form + "."));
    }

    [Test]
    public void Abbreviations_are_short_and_listed_once()
    {
        string[] forms = AbbreviationList.Entries.Select(a => a.Form).ToArray();

        Assert.That(forms, Is.Unique);
        Assert.That(forms, Has.All.Length.InRange(2, Abbreviations.MaxLength));
        Assert.That(forms, Is.EqualTo(forms.Select(f => f.ToLowerInvariant())));
    }

    [Test]
    public void Explain_names_the_rule_of_every_boundary()
    {
        const string Text = "АҚШ-тың 1995 ж. 5-6 т.б. El.kz келді.Ол?!";

        string[] rules = KazakhTokenizer.Default.Explain(Text).Select(b => $"{(b.IsSplit ? '|' : '+')}{b.Offset} {b.Rule}").ToArray();

        Assert.That(rules, Is.EqualTo(new[]
        {
            "+3 InnerHyphen", "|7 WhiteSpace", "|12 WhiteSpace", "+14 Abbreviation", "|15 Abbreviation", "|17 NumberRange", "|18 Mark", "|19 WhiteSpace",
            "+21 DottedAbbreviation", "|24 Abbreviation", "+27 DottedName", "|30 WhiteSpace", "|36 Stop", "|37 Mark", "|39 Mark", "+40 TerminalRun", "|41 Mark",
        }));
    }

    [TestCaseSource(typeof(SpecFile), nameof(SpecFile.Tokenizer))]
    public void Explain_splits_where_tokens_end(SpecFile.Case spec)
    {
        int[] ends = KazakhTokenizer.Default.Tokenize(spec.Input).Select(t => t.End).ToArray();

        Assert.That(KazakhTokenizer.Default.Explain(spec.Input).Where(b => b.IsSplit).Select(b => b.Offset), Is.EqualTo(ends));
    }

    [TestCaseSource(typeof(SpecFile), nameof(SpecFile.Tokenizer))]
    public void Utf8_gives_the_same_tokens(SpecFile.Case spec)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(spec.Input);

        var tokens = new List<string>();
        foreach (Token token in KazakhTokenizer.Default.EnumerateUtf8(bytes))
        {
            tokens.Add(Encoding.UTF8.GetString(bytes.AsSpan(token.Start, token.Length)));
        }

        Assert.That(string.Join(' ', tokens), Is.EqualTo(spec.Tokens));
    }

    private static IEnumerable<TestCaseData> Examples() =>
        AbbreviationList.Entries.Select(a => new TestCaseData(a.Form, a.Example).SetName($"Abbreviation {a.Form}."));
}
