using System.Collections.Frozen;
using System.Globalization;

namespace KazNlp;

/// <summary>Makes and extends the morphology pack: proposes stems, counts raw text into the tables, and trains the tagger.</summary>
public static class MorphologyTraining
{
    /// <summary>How often a treebank of the project's conventions counts for once of a converted one.</summary>
    public const int TreebankWeight = 3;

    /// <summary>The particles that Apertium joins to a word by a space and UD Kazakh-KTB writes as words of their own.</summary>
    private static readonly FrozenDictionary<string, (string Lemma, PartOfSpeech PartOfSpeech)> Enclitics = new Dictionary<string, (string, PartOfSpeech)>
    {
        ["да"] = ("да", PartOfSpeech.Adverb),
        ["де"] = ("да", PartOfSpeech.Adverb),
        ["та"] = ("да", PartOfSpeech.Adverb),
        ["те"] = ("да", PartOfSpeech.Adverb),
        ["ғана"] = ("ғана", PartOfSpeech.Adverb),
        ["қана"] = ("ғана", PartOfSpeech.Adverb),
        ["ғой"] = ("ғой", PartOfSpeech.Particle),
        ["қой"] = ("ғой", PartOfSpeech.Particle),
        ["ма"] = ("ма", PartOfSpeech.Particle),
        ["ме"] = ("ма", PartOfSpeech.Particle),
        ["ба"] = ("ма", PartOfSpeech.Particle),
        ["бе"] = ("ма", PartOfSpeech.Particle),
        ["па"] = ("ма", PartOfSpeech.Particle),
        ["пе"] = ("ма", PartOfSpeech.Particle),
        ["екен"] = ("е", PartOfSpeech.Auxiliary),
    }.ToFrozenDictionary();

    /// <summary>A sentence with the particles that its words hold behind a space as words of their own.</summary>
    /// <param name="sentence">A sentence as <see cref="ApertiumReader"/> gives it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sentence"/> is null.</exception>
    public static TaggedSentence WithEncliticsApart(TaggedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new TaggedSentence([.. sentence.Words.SelectMany(Split)]);

        static IEnumerable<TaggedWord> Split(TaggedWord word)
        {
            int space = word.Form.LastIndexOf(' ');
            return space > 0 && Enclitics.TryGetValue(word.Form[(space + 1)..], out (string Lemma, PartOfSpeech PartOfSpeech) enclitic)
                ? [word with { Form = word.Form[..space] }, new TaggedWord(word.Form[(space + 1)..], enclitic.Lemma, enclitic.PartOfSpeech)]
                : [word];
        }
    }

    /// <summary>Proposes stems that the lexicon lacks, from counts of raw text: a stem is attested alone and with several endings that fit it.</summary>
    /// <param name="morphology">The present morphology.</param>
    /// <param name="paths">Raw text, a paragraph or sentence a line.</param>
    /// <param name="minCount">How often a stem must be attested.</param>
    /// <returns>Rows for a <c>lexicon-*.tsv</c>: stem, part of speech, options, count, example.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="morphology"/> is null.</exception>
    public static IReadOnlyList<string> ProposeStems(KazakhMorphology morphology, IEnumerable<string> paths, int minCount)
    {
        ArgumentNullException.ThrowIfNull(morphology);
        return [.. new StemMiner(morphology).Propose(Count(paths), minCount)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Stem}\t{p.PartOfSpeech.ToUd()}\t{p.Options}\t{p.Count}\t{p.Example}"))];
    }

    /// <summary>Counts raw text into the tables of a folder: the frequency of stems, and the costs of suffixes, by expectation maximisation.</summary>
    /// <param name="folder">The folder with the tables, which are rewritten.</param>
    /// <param name="paths">Raw text.</param>
    /// <param name="rounds">The number of rounds.</param>
    /// <exception cref="InvalidDataException">A table is wrong; the message names file and line.</exception>
    public static void CountInto(string folder, IEnumerable<string> paths, int rounds)
    {
        WordCounts counts = Count(paths);
        for (int round = 0; round < rounds; round++)
        {
            KazakhMorphology morphology = KazakhMorphology.FromPack(ModelPack.Load(new MemoryStream(MorphologyCompiler.Compile(folder).ToArray()), folder));
            var estimator = new MorphologyEstimator(morphology);
            MorphologyEstimator.Estimate estimate = estimator.Count(counts);
            MorphologyTables.Update(folder, morphology, estimate, estimator.Costs(estimate));
        }
    }

    /// <summary>Compiles the tables and trains the tagger.</summary>
    /// <param name="folder">The folder with the tables.</param>
    /// <param name="sentences">Sentences with gold lemmas and parts of speech.</param>
    /// <param name="epochs">How often each is seen.</param>
    /// <param name="progress">Takes the number of the epoch and the accuracy in it, or null.</param>
    /// <returns>The whole pack.</returns>
    /// <exception cref="InvalidDataException">A table is wrong; the message names file and line.</exception>
    public static ModelPackBuilder Train(string folder, IReadOnlyList<TaggedSentence> sentences, int epochs = 8, Action<int, double>? progress = null)
    {
        KazakhMorphology morphology = KazakhMorphology.FromPack(ModelPack.Load(new MemoryStream(MorphologyCompiler.Compile(folder).ToArray()), folder));
        return MorphologyCompiler.Compile(folder, new TaggerTrainer(morphology).Train(sentences, epochs, progress));
    }

    private static WordCounts Count(IEnumerable<string> paths)
    {
        var counts = new WordCounts();
        foreach (string path in paths)
        {
            counts.Add(path);
        }

        return counts;
    }
}
