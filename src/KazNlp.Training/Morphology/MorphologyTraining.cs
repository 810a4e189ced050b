using System.Globalization;

namespace KazNlp;

/// <summary>Makes and extends the morphology pack: proposes stems, counts raw text into the tables, and trains the tagger.</summary>
public static class MorphologyTraining
{
    /// <summary>How often a treebank of the project's conventions counts for once of a converted one.</summary>
    public const int TreebankWeight = 3;

    /// <summary>
    /// A converted sentence without tags for <c>бол</c>: UD Kazakh-KTB has it as an auxiliary where it is a copula, which Apertium's tags do not tell.
    /// </summary>
    public static TaggedSentence WithoutCopulaTags(TaggedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new TaggedSentence([.. sentence.Words.Select(w => w.Lemma == "бол" ? w with { PartOfSpeech = null } : w)]);
    }

    /// <summary>Proposes stems that the lexicon lacks, from counts of raw text: a stem is attested alone and with several endings that fit it.</summary>
    /// <param name="morphology">The present morphology.</param>
    /// <param name="paths">Raw text, a paragraph or sentence a line.</param>
    /// <param name="minCount">How often a stem must be attested.</param>
    /// <returns>Rows for a <c>lexicon-*.tsv</c>: stem, part of speech, options, count, example.</returns>
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
