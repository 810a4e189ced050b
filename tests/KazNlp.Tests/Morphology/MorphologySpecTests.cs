namespace KazNlp.Tests.Morphology;

public sealed class MorphologySpecTests
{
    private static readonly KazakhMorphology Morphology = KazakhMorphology.Default;

    private static IEnumerable<TestCaseData> Nouns() => MorphologySpecs.Read("inflection", "|");

    private static IEnumerable<TestCaseData> Verbs() => MorphologySpecs.Read("verbs", "|");

    private static IEnumerable<TestCaseData> Readings() => MorphologySpecs.Read("analysis", ";");

    private static IEnumerable<TestCaseData> Numbers() => MorphologySpecs.Read("numbers", "|");

    [TestCaseSource(nameof(Nouns))]
    public void Noun_form(string word, string request, string expected) =>
        Assert.That(Morphology.Inflect(word, MorphologySpecs.Noun(request)), Is.EqualTo(expected));

    [TestCaseSource(nameof(Verbs))]
    public void Verb_form(string stem, string request, string expected) =>
        Assert.That(Morphology.Inflect(stem, MorphologySpecs.Verb(request)), Is.EqualTo(expected));

    [TestCaseSource(nameof(Readings))]
    public void Reading(string word, string lemma, string partOfSpeech, string features, string segments)
    {
        string wanted = string.Join('|', features.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var analyses = Morphology.Analyze(word);
        MorphAnalysis? found = analyses.FirstOrDefault(a => a.Lemma == lemma && a.PartOfSpeech.ToUd() == partOfSpeech && a.Features == wanted);
        Assert.That(found, Is.Not.Null, $"none of {string.Join("; ", analyses)}");
        string[] alternatives = segments.Split('|');
        Assert.That(alternatives.Contains("*") || alternatives.Contains(found!.Segmentation), $"segmented {found!.Segmentation}");
    }

    [TestCaseSource(nameof(Numbers))]
    public void Number_words(string number, string words)
    {
        bool ordinal = number.EndsWith("-ord", StringComparison.Ordinal);
        long value = long.Parse(number.Replace("-ord", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(ordinal ? Morphology.OrdinalToWords(value) : KazakhMorphology.NumberToWords(value), Is.EqualTo(words));
        Assert.That(Morphology.TryWordsToNumber(words, out decimal back, out bool isOrdinal));
        Assert.That((back, isOrdinal), Is.EqualTo(((decimal)value, ordinal)));
    }
}
