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
        (int rangeStart, int rangeEnd) = (0, 0);
        foreach (ConllULine line in Lines)
        {
            if (line.Kind == ConllULineKind.Range)
            {
                string[] range = line.Fields![0].Split('-');
                rangeStart = int.Parse(range[0], CultureInfo.InvariantCulture);
                rangeEnd = int.Parse(range[1], CultureInfo.InvariantCulture);
            }
            else if (line.Kind == ConllULineKind.Word)
            {
                IReadOnlyList<string> fields = line.Fields!;
                PartOfSpeech? tag = PartOfSpeechTags.TryParse(fields[3], out PartOfSpeech known) ? known : null;
                int id = int.Parse(fields[0], CultureInfo.InvariantCulture);
                words.Add(new TaggedWord(fields[1], fields[2] == "_" && fields[1] != "_" ? null : fields[2], tag, id > rangeStart && id <= rangeEnd));
            }
        }

        return new TaggedSentence(words);
    }
}
