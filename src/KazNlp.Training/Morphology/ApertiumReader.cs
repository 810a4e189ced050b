using System.Collections.Frozen;

namespace KazNlp;

/// <summary>
/// Reads sentences with Apertium tags (<c>surface TAB lemma TAB tags</c>, a blank line between sentences) and maps the tags to UD.
/// For evaluation and for weighing contexts; no list is taken from such files.
/// </summary>
/// <remarks>
/// Two tags depend on more than a table, as in UD Kazakh-KTB: <c>vaux</c> is AUX for the verbs of aspect and ability that UD lists for Kazakh, otherwise
/// VERB; <c>бол</c> is AUX after a nominal or participial predicate, otherwise VERB.
/// </remarks>
public static class ApertiumReader
{
    private static readonly FrozenDictionary<string, PartOfSpeech> Tags = new Dictionary<string, PartOfSpeech>
    {
        ["np"] = PartOfSpeech.ProperNoun,
        ["n"] = PartOfSpeech.Noun,
        ["abbr"] = PartOfSpeech.Noun,
        ["v"] = PartOfSpeech.Verb,
        ["vaux"] = PartOfSpeech.Verb,
        ["adj"] = PartOfSpeech.Adjective,
        ["adv"] = PartOfSpeech.Adverb,
        ["postadv"] = PartOfSpeech.Adverb,
        ["num"] = PartOfSpeech.Numeral,
        ["prn"] = PartOfSpeech.Pronoun,
        ["det"] = PartOfSpeech.Determiner,
        ["post"] = PartOfSpeech.Adposition,
        ["cnjcoo"] = PartOfSpeech.CoordinatingConjunction,
        ["cnjadv"] = PartOfSpeech.SubordinatingConjunction,
        ["cnjsub"] = PartOfSpeech.SubordinatingConjunction,
        ["cop"] = PartOfSpeech.Auxiliary,
        ["ij"] = PartOfSpeech.Interjection,
        ["mod"] = PartOfSpeech.Particle,
        ["mod_ass"] = PartOfSpeech.Particle,
        ["mod_emo"] = PartOfSpeech.Particle,
        ["qst"] = PartOfSpeech.Particle,
        ["emph"] = PartOfSpeech.Particle,
        ["sent"] = PartOfSpeech.Punctuation,
        ["cm"] = PartOfSpeech.Punctuation,
        ["guio"] = PartOfSpeech.Punctuation,
        ["lpar"] = PartOfSpeech.Punctuation,
        ["rpar"] = PartOfSpeech.Punctuation,
        ["lquot"] = PartOfSpeech.Punctuation,
        ["rquot"] = PartOfSpeech.Punctuation,
        ["quot"] = PartOfSpeech.Punctuation,
        ["apos"] = PartOfSpeech.Punctuation,
    }.ToFrozenDictionary();

    /// <summary>The verbs that UD's list of Kazakh auxiliaries has besides the copula.</summary>
    private static readonly FrozenSet<string> Auxiliaries = new[] { "ал", "бер", "бол", "жат", "жатыр", "жүр", "кел", "қал", "отыр", "тұр" }.ToFrozenSet();

    private static readonly FrozenSet<string> ObliqueCases = new[] { "gen", "dat", "acc", "loc", "abl", "ins" }.ToFrozenSet();

    /// <summary>Reads a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What errors call it: the file's path.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="DataFormatException">A line has fewer than three columns; the message names file and line.</exception>
    public static IEnumerable<TaggedSentence> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReadLines(reader, name);
    }

    private static IEnumerable<TaggedSentence> ReadLines(TextReader reader, string name)
    {
        var words = new List<TaggedWord>();
        string[] previous = [];
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    yield return new TaggedSentence(words);
                    words = [];
                    previous = [];
                }

                continue;
            }

            string[] fields = line.Split('\t');
            if (fields.Length < 3)
            {
                throw new DataFormatException(name, number, $"{fields.Length} columns where surface, lemma and tags are needed");
            }

            if (fields[0].Length == 0)
            {
                continue;
            }

            string[] tags = fields[2].Split(' ');
            bool known = fields[1].Length > 0 && fields[1][0] != '*';
            words.Add(new TaggedWord(fields[0], known ? fields[1] : null, known ? MapTag(fields[1], tags, previous) : null));
            previous = tags[0] == "postadv" ? previous : tags; // ғана, да stand between a predicate and its copula
        }

        if (words.Count > 0)
        {
            yield return new TaggedSentence(words);
        }
    }

    private static PartOfSpeech? MapTag(string lemma, string[] tags, string[] previous) => tags[0] switch
    {
        "vaux" when Auxiliaries.Contains(lemma) => PartOfSpeech.Auxiliary,
        "v" when lemma == "бол" && IsPredicate(previous) => PartOfSpeech.Auxiliary,
        _ => Tags.TryGetValue(tags[0], out PartOfSpeech mapped) ? mapped : null,
    };

    /// <summary>Whether a word can be the predicate that <c>бол</c> links: a nominal in no oblique case, or a participle.</summary>
    private static bool IsPredicate(string[] tags) =>
        !tags.Any(ObliqueCases.Contains)
        && tags is ["n" or "np" or "num" or "prn" or "adj" or "abbr", ..] or ["v" or "vaux", ..]
        && (tags[0] is not ("v" or "vaux") || tags.Any(t => t.StartsWith("gpr", StringComparison.Ordinal)));
}
