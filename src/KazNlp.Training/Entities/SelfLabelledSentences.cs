using System.Text;

namespace KazNlp;

/// <summary>
/// Sentences of raw text that a model labels itself, for another training: only such as it is sure of in every word, and of them those that
/// hold what the labelled sentences lack, a name that they do not have or an entity of a class that is rare in them.
/// </summary>
/// <remarks>Yarowsky, "Unsupervised word sense disambiguation rivaling supervised methods", ACL 1995.</remarks>
internal sealed class SelfLabelledSentences
{
    private const double RareShare = 0.02;
    private const int FewestTokens = 5;
    private const int MostTokens = 50;

    private readonly EntityTrainerOptions _options;
    private readonly HashSet<(string Class, string Name)> _names = [];
    private readonly HashSet<string> _sentences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rare;
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>Looks at what is labelled already.</summary>
    public SelfLabelledSentences(IReadOnlyList<EntityTrainingSet> sets, EntityTrainerOptions options)
    {
        _options = options;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int all = 0;
        foreach (ConllSentence sentence in sets.SelectMany(set => set.Sentences))
        {
            _sentences.Add(LettersOf(sentence.Tokens));
            foreach (EntitySpan span in EntityTags.Spans(sentence.Tags!))
            {
                _names.Add((span.Type, NameOf(sentence.Tokens, span)));
                counts[span.Type] = counts.GetValueOrDefault(span.Type) + 1;
                all++;
            }
        }

        _rare = counts.Where(pair => pair.Value < RareShare * all).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Labels raw text and keeps what is worth learning from.</summary>
    /// <param name="model">The model that labels.</param>
    /// <param name="lines">The text, a paragraph or sentence a line.</param>
    /// <param name="progress">Told the part that is done.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public List<ConllSentence> Choose(EntityModel model, IReadOnlyList<string> lines, Action<double> progress, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, lines.Count)];
        new SeededRandom((ulong)_options.Seed).Shuffle(order);
        List<ConllSentence> chosen = [];
        for (int i = 0; i < order.Length && chosen.Count < _options.SelfLabelledCount; i++)
        {
            if (i % 256 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress(Math.Max((double)i / order.Length, (double)chosen.Count / _options.SelfLabelledCount));
            }

            string line = lines[order[i]];
            Token[] tokens = KazakhTokenizer.Default.Tokenize(line);
            foreach (Sentence sentence in KazakhSentenceSplitter.Default.Split(line, tokens))
            {
                if (sentence.TokenCount is >= FewestTokens and <= MostTokens)
                {
                    string[] words = [.. tokens.AsSpan(sentence.FirstToken, sentence.TokenCount).ToArray().Select(token => line.Substring(token.Start, token.Length))];
                    if (Label(model, words) is { } labelled)
                    {
                        chosen.Add(labelled);
                    }
                }
            }
        }

        return chosen;
    }

    private ConllSentence? Label(EntityModel model, string[] words)
    {
        List<EntityMention> mentions = model.FindMentions(words, out float sureness);
        if (!(sureness >= _options.SelfLabelledSureness))
        {
            return null;
        }

        bool isNews = false;
        string[] tags = new string[words.Length];
        Array.Fill(tags, "O");
        foreach (EntityMention mention in mentions)
        {
            string type = model.Classes[mention.Type].Name;
            var span = new EntitySpan(mention.FirstToken, mention.TokenCount, type);
            string name = NameOf(words, span);
            tags[span.Start] = "B-" + type;
            tags.AsSpan(span.Start + 1, span.Count - 1).Fill("I-" + type);
            isNews |= (_rare.Contains(type) || !_names.Contains((type, name))) && name.Any(char.IsLetter) && Use(name);
        }

        return isNews && _sentences.Add(LettersOf(words)) ? new ConllSentence { Tokens = words, Tags = tags } : null;
    }

    // A name that a text repeats would outweigh the others.
    private bool Use(string name)
    {
        int uses = _uses.GetValueOrDefault(name);
        _uses[name] = uses + 1;
        return uses < _options.SelfLabelledUses;
    }

    private static string NameOf(IReadOnlyList<string> tokens, EntitySpan span) => string.Join(' ', tokens.Skip(span.Start).Take(span.Count)).ToLowerInvariant();

    // The same sentence may be cut into tokens in different ways.
    private static string LettersOf(IReadOnlyList<string> tokens)
    {
        var letters = new StringBuilder();
        foreach (char c in tokens.SelectMany(token => token).Where(char.IsLetterOrDigit))
        {
            letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }
}
