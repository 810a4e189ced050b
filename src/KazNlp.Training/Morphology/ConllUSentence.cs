using System.Globalization;

namespace KazNlp;

/// <summary>A sentence of CoNLL-U.</summary>
/// <param name="Lines">Its lines, comments and ranges included, in order.</param>
public sealed record ConllUSentence(IReadOnlyList<ConllULine> Lines)
{
    /// <summary>Its words with lemma and part of speech; a lemma of <c>_</c> is unknown, except for the word <c>_</c>.</summary>
    public TaggedSentence ToTagged()
    {
        var words = new List<TaggedWord>();
        int rangeEnd = 0;
        foreach (ConllULine line in Lines)
        {
            if (line.Kind == ConllULineKind.Range)
            {
                rangeEnd = int.Parse(line.Fields![0].Split('-')[1], CultureInfo.InvariantCulture);
            }
            else if (line.Kind == ConllULineKind.Word)
            {
                IReadOnlyList<string> fields = line.Fields!;
                PartOfSpeech? tag = PartOfSpeechTags.TryParse(fields[3], out PartOfSpeech known) ? known : null;
                words.Add(new TaggedWord(fields[1], fields[2] == "_" && fields[1] != "_" ? null : fields[2], tag, int.Parse(fields[0], CultureInfo.InvariantCulture) <= rangeEnd));
            }
        }

        return new TaggedSentence(words);
    }
}
