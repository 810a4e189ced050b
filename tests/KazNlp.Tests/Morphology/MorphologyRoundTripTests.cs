namespace KazNlp.Tests.Morphology;

/// <summary>What is generated is analysed: over the whole paradigm, for thousands of stems of the lexicon.</summary>
public sealed class MorphologyRoundTripTests
{
    private const int NounStems = 1600;
    private const int VerbStems = 500;

    private static readonly KazakhMorphology Morphology = KazakhMorphology.Default;

    [Test]
    public void Every_form_of_a_noun_name_or_adjective_is_analysed_as_that_form()
    {
        string[] stems = Stems("Noun", "Adjective", NounStems);
        NounInflection[] forms =
        [
            .. from number in Enum.GetValues<GrammaticalNumber>()
               from possessor in Enum.GetValues<Possessor>()
               from @case in Enum.GetValues<Case>()
               select new NounInflection { Number = number, Possessor = possessor, Case = @case },
        ];
        Assert.That(stems, Has.Length.GreaterThan(1500));
        Assert.That(forms, Has.Length.EqualTo(84));
        string[] faults = [.. stems.AsParallel().SelectMany(stem => forms.Where(form => !Contains(Morphology.Inflect(stem, form), stem, [.. form.Suffixes()])).Select(form => $"{stem}: {Morphology.Inflect(stem, form)} ({form})"))];
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Every_form_of_a_verb_is_analysed_as_that_form()
    {
        string[] stems = Stems("Verb", "Verb", VerbStems);
        VerbInflection[] forms =
        [
            .. from form in Enum.GetValues<VerbForm>()
               from person in Enum.GetValues<Person>()
               from negative in new[] { false, true }
               where person == Person.Third || form <= VerbForm.Intention
               select new VerbInflection { Form = form, Person = person, Negative = negative },
            .. from form in new[] { VerbForm.VerbalNoun, VerbForm.PastVerbalNoun, VerbForm.HabitualParticiple }
               from possessor in Enum.GetValues<Possessor>()
               from @case in Enum.GetValues<Case>()
               select new VerbInflection { Form = form, Possessor = possessor, Case = @case },
            new VerbInflection { Form = VerbForm.Past, Voice = VerbVoice.Passive },
            new VerbInflection { Form = VerbForm.Past, Voice = VerbVoice.Reciprocal },
        ];
        Assert.That(stems, Has.Length.GreaterThanOrEqualTo(VerbStems));
        string[] faults = [.. stems.AsParallel().SelectMany(stem => forms.Where(form => !Contains(Morphology.Inflect(stem, form), stem, [.. form.Suffixes(isClosedSyllable: false)])).Select(form => $"{stem}: {Morphology.Inflect(stem, form)} ({form})"))];
        Assert.That(faults, Is.Empty);
    }

    /// <summary>Whether the readings of a form hold the lemma with the features of the suffixes.</summary>
    private static bool Contains(string form, string lemma, string[][] suffixes)
    {
        MorphologyRules rules = Morphology.Model.Rules;
        return Morphology.Analyze(form).Any(reading =>
        {
            if (!string.Equals(reading.Lemma, lemma, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            HashSet<string> features = [.. reading.Features.Split('|')];
            return suffixes.All(names => names.Any(name => rules.Morphemes.Any(m => m.Id == name && m.Features.Split('|', StringSplitOptions.RemoveEmptyEntries).All(features.Contains))));
        });
    }

    /// <summary>Regularly spaced stems of the lexicon that belong to one part of speech only, so that <c>Inflect</c> takes the one that is meant.</summary>
    private static string[] Stems(string root, string other, int count)
    {
        MorphologyModel model = Morphology.Model;
        int[] states = [model.Rules.State(root), model.Rules.State(other)];
        string[] all = [.. model.Lexicon.Stems.ToArray()
            .Where(s => states.Contains(s.Root))
            .Select(s => model.Lexicon.LemmaOf(s).ToString())
            .Where(lemma => !lemma.All(char.IsUpper))
            .Distinct()
            .Order(StringComparer.Ordinal)];
        return [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Length / count)]).Distinct()];
    }
}
