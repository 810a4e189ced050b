namespace KazNlp.Training.Tests.Morphology;

public sealed class ConllUTests
{
    private const string Text = """
        # sent_id = 1
        # text = Баласыз өмір.
        1-2	Баласыз	_	_	_	_	_	_	_	_
        1	бала	бала	NOUN	n	_	3	nmod	_	Own=Yes
        2	сыз	сыз	ADP	post	_	1	case	_	_
        3	өмір	_	_	_	_	0	root	_	SpaceAfter=No
        3.1	_	_	_	_	_	_	_	_	_
        4	.	.	PUNCT	sent	_	3	punct	_	_

        """;

    [Test]
    public void Annotation_fills_three_columns_and_keeps_everything_else()
    {
        ConllUSentence sentence = ConllUReader.Read(new StringReader(Text), "test.conllu").Single();
        var output = new StringWriter { NewLine = "\n" };
        ConllUAnnotator.Write(output, sentence, KazakhMorphology.Default);
        string[] before = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        string[] after = output.ToString().TrimEnd('\n').Split('\n');
        Assert.That(after, Has.Length.EqualTo(before.Length));
        for (int i = 0; i < before.Length; i++)
        {
            string[] old = before[i].Split('\t');
            string[] now = after[i].Split('\t');
            if (now.Length == 10 && now[0].All(char.IsAsciiDigit))
            {
                (now[2], now[3], now[5]) = (old[2], old[3], old[5]);
            }

            Assert.That(now, Is.EqualTo(old));
        }

        Assert.That(after[3].Split('\t')[2..6], Is.EqualTo(new[] { "бала", "NOUN", "n", "Case=Nom" }));
        Assert.That(after[4].Split('\t')[2..4], Is.EqualTo(new[] { "сыз", "ADP" }));
        Assert.That(after[5].Split('\t')[2..4], Is.EqualTo(new[] { "өмір", "NOUN" }));
    }

    [Test]
    public void A_line_with_too_few_columns_is_named_by_file_and_line() =>
        Assert.That(
            () => ConllUReader.Read(new StringReader("1\tбала\n"), "bad.conllu").ToArray(),
            Throws.TypeOf<DataFormatException>().With.Message.Contains("bad.conllu, line 1"));

    [Test]
    public void Words_know_whether_they_are_parts_of_a_multi_word_token()
    {
        TaggedSentence tagged = ConllUReader.Read(new StringReader(Text), "test.conllu").Single().ToTagged();
        Assert.That(tagged.Words.Select(w => w.IsLaterPart), Is.EqualTo(new[] { false, true, false, false }));
        Assert.That(tagged.Words[2].Lemma, Is.Null);
    }

    [Test]
    public void Evaluation_counts_lemmas_and_tags_of_words_with_a_gold_lemma()
    {
        var sentence = new TaggedSentence([new("Балалар", "бала", PartOfSpeech.Noun), new("келді", "келу", PartOfSpeech.Verb), new("Брр", null, null), new(".", ".", PartOfSpeech.Punctuation)]);
        MorphologyEvaluation evaluation = MorphologyEvaluation.Run(KazakhMorphology.Default, [sentence]);
        Assert.That((evaluation.All.Gold, evaluation.All.Correct, evaluation.All.CorrectLemmas), Is.EqualTo((3, 3, 2)));
        Assert.That(evaluation.Errors, Has.Count.EqualTo(1));
    }

    [Test]
    public void Paradigms_are_evaluated_in_both_directions()
    {
        ParadigmEvaluation evaluation = ParadigmEvaluation.Run(KazakhMorphology.Default, new StringReader("бала\tбалаға\tN;DAT;SG\nбала\tбалалага\tN;DAT;PL\n"), "test.tsv");
        Assert.That((evaluation.Rows, evaluation.Inflected, evaluation.Analysed), Is.EqualTo((2, 1, 1)));
    }

    [Test]
    public void Proposed_stems_are_attested_alone_and_with_endings_that_fit()
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp-stems").FullName;
        try
        {
            string path = Path.Combine(folder, "raw.txt");
            File.WriteAllLines(path, Enumerable.Repeat("бұл зумбұрақ пен зумбұраққа зумбұрақты зумбұрағы зумбұрақтар зумбұрақтың", 3));
            IReadOnlyList<string> proposals = MorphologyTraining.ProposeStems(KazakhMorphology.Default, [path], 4);
            Assert.That(proposals, Has.Some.StartsWith("зумбұрақ\tNOUN\t"));
            Assert.That(proposals.Select(p => p.Split('\t')[0]), Has.None.EqualTo("зумбұраққа"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
