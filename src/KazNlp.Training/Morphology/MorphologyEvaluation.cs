namespace KazNlp;

/// <summary>How well lemmas and parts of speech are found in context, on gold tokens. Words without a gold lemma are left out.</summary>
public sealed class MorphologyEvaluation
{
    private MorphologyEvaluation(int sentences, MorphologyScore all, IReadOnlyList<MorphologyScore> partsOfSpeech, IReadOnlyList<string> errors)
    {
        Sentences = sentences;
        All = all;
        PartsOfSpeech = partsOfSpeech;
        Errors = errors;
    }

    /// <summary>Number of sentences.</summary>
    public int Sentences { get; }

    /// <summary>All words together; its <see cref="MorphologyScore.Recall"/> is the accuracy of parts of speech.</summary>
    public MorphologyScore All { get; }

    /// <summary>By gold part of speech, most frequent first.</summary>
    public IReadOnlyList<MorphologyScore> PartsOfSpeech { get; }

    /// <summary>Each wrong word with gold and prediction, as <c>form TAB gold TAB predicted</c>, in the order of the text.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Analyses the sentences and compares.</summary>
    /// <param name="morphology">What is measured.</param>
    /// <param name="sentences">The gold sentences.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static MorphologyEvaluation Run(KazakhMorphology morphology, IReadOnlyList<TaggedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(morphology);
        ArgumentNullException.ThrowIfNull(sentences);
        var counts = new Dictionary<PartOfSpeech, int[]>();
        int[] all = new int[4];
        var errors = new List<string>();
        foreach (TaggedSentence sentence in sentences)
        {
            var found = morphology.Annotate([.. sentence.Words.Select(w => w.Form)], [.. sentence.Words.Select(w => w.IsLaterPart)]);
            for (int i = 0; i < found.Length; i++)
            {
                TaggedWord gold = sentence.Words[i];
                if (gold.Lemma is null || gold.PartOfSpeech is not { } tag)
                {
                    continue;
                }

                bool lemma = string.Equals(found[i].Lemma, gold.Lemma, StringComparison.OrdinalIgnoreCase);
                bool right = found[i].PartOfSpeech == tag;
                Add(Of(tag), 1, 0, right, lemma);
                Add(Of(found[i].PartOfSpeech), 0, 1, false, false);
                Add(all, 1, 1, right, lemma);
                if (!lemma || !right)
                {
                    errors.Add($"{gold.Form}\t{gold.Lemma} {tag.ToUd()}\t{found[i].Lemma} {found[i].PartOfSpeech.ToUd()}");
                }
            }
        }

        return new MorphologyEvaluation(
            sentences.Count,
            Score("all", all),
            [.. counts.Where(c => c.Value[0] + c.Value[1] > 0).OrderByDescending(c => c.Value[0]).ThenBy(c => c.Key).Select(c => Score(c.Key.ToUd(), c.Value))],
            errors);

        int[] Of(PartOfSpeech tag) => counts.TryGetValue(tag, out int[]? known) ? known : counts[tag] = new int[4];

        static void Add(int[] count, int gold, int predicted, bool right, bool lemma)
        {
            count[0] += gold;
            count[1] += predicted;
            count[2] += right ? 1 : 0;
            count[3] += lemma ? 1 : 0;
        }

        static MorphologyScore Score(string label, int[] count) => new(label, count[0], count[1], count[2], count[3]);
    }
}
