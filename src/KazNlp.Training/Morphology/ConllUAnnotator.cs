namespace KazNlp;

/// <summary>Fills LEMMA, UPOS and FEATS of CoNLL-U sentences; every other column, multi-word ranges, empty nodes and comments stay as written.</summary>
/// <remarks>
/// The later words of a multi-word token are read as suffixes and particles that Kazakh writes joined: <c>лы</c> and <c>сыз</c>, personal endings of the
/// copula <c>е</c>, <c>ау</c>. A later word without a form (<c>_</c>) is the copula in the third person, which has none.
/// </remarks>
public static class ConllUAnnotator
{
    private const int Lemma = 2;
    private const int PartOfSpeechColumn = 3;
    private const int Features = 5;

    /// <summary>Writes a sentence with its analysis, and a blank line after it.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="morphology">The analyser.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(TextWriter output, ConllUSentence sentence, KazakhMorphology morphology)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(morphology);
        IReadOnlyList<TaggedWord> words = sentence.ToTagged().Words;
        var analysis = morphology.Annotate([.. words.Select(w => w.Form)], [.. words.Select(w => w.IsLaterPart)]);
        int word = 0;
        foreach (ConllULine line in sentence.Lines)
        {
            if (line.Kind != ConllULineKind.Word)
            {
                output.WriteLine(line.Text);
                continue;
            }

            string[] fields = [.. line.Fields!];
            TokenMorphology found = analysis[word++];
            fields[Lemma] = found.Lemma.Length == 0 ? "_" : found.Lemma;
            fields[PartOfSpeechColumn] = found.PartOfSpeech.ToUd();
            fields[Features] = found.Features.Length == 0 ? "_" : found.Features;
            output.WriteLine(string.Join('\t', fields));
        }

        output.WriteLine();
    }
}
