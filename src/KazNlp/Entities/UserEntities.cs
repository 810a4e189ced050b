using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Finds the names and patterns that the user gave, and puts them in the place of what the model found there. Immutable and thread-safe.</summary>
internal sealed class UserEntities
{
    private readonly ImmutableArray<EntityGazetteer> _gazetteers;
    private readonly ImmutableArray<EntityRule> _rules;
    private readonly NameMatcher? _names;
    private readonly EntityCountries _countries = new(Gazetteer.Default);

    private UserEntities(ImmutableArray<EntityGazetteer> gazetteers, ImmutableArray<EntityRule> rules, EntityModel model)
    {
        _gazetteers = gazetteers;
        _rules = rules;
        _names = gazetteers.IsEmpty ? null : new NameMatcher(KazakhMorphology.Default, model.Stems);
    }

    /// <summary>Puts the user's names and rules together; null when there are none.</summary>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public static UserEntities? Create(ImmutableArray<EntityGazetteer> gazetteers, ImmutableArray<EntityRule> rules, EntityModel model)
    {
        gazetteers = gazetteers.IsDefault ? [] : gazetteers;
        rules = rules.IsDefault ? [] : rules;
        if (gazetteers.Contains(null!) || rules.Contains(null!))
        {
            throw new ArgumentException("A gazetteer or a rule of the pipeline's options is null; leave it out.");
        }

        return gazetteers.IsEmpty && rules.IsEmpty ? null : new UserEntities(gazetteers, rules, model);
    }

    /// <summary>Adds what is the user's, and takes out the model's entities that overlap it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="entities">The model's entities, in order; replaced by the entities of both, in order.</param>
    public void Merge(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<Entity> entities) =>
        EntityMerge.Replace(entities, Find(text, tokens, sentences));

    private List<Entity> Find(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences)
    {
        List<Entity> found = [];
        List<RuleMatch> matches = MatchRules(text, tokens);
        int nextMatch = 0;
        foreach (Sentence sentence in sentences)
        {
            int free = sentence.FirstToken;
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int at = free; at < end; at++)
            {
                int longest = 0;
                FindName(text, tokens[at..end], out GazetteerMatch name, ref longest);
                RuleMatch rule = default;
                while (nextMatch < matches.Count && matches[nextMatch].FirstToken <= at)
                {
                    RuleMatch match = matches[nextMatch++];
                    if (match.FirstToken == at && match.EndToken <= end && match.EndToken - at > longest)
                    {
                        longest = match.EndToken - at;
                        rule = match;
                    }
                }

                if (longest == 0)
                {
                    continue;
                }

                if (rule.Rule is not null)
                {
                    found.Add(ToEntity(text, tokens[at], tokens[at + longest - 1], rule.Rule.Type, rule.Canonical, rule.Rule.Id));
                }
                else
                {
                    (int first, int last) = Balance(text, tokens, at, at + longest - 1, free, end);
                    found.Add(ToEntity(text, tokens[first], tokens[last], name.Type, name.Name, name.Code));
                    longest = last + 1 - at;
                }

                at += longest - 1;
                free = at + 1;
            }
        }

        return found;
    }

    private void FindName(string text, ReadOnlySpan<Token> tokens, out GazetteerMatch name, ref int longest)
    {
        name = default;
        foreach (EntityGazetteer gazetteer in _gazetteers)
        {
            int length = _names!.Find(gazetteer, text, tokens, out GazetteerMatch match);
            if (length > longest)
            {
                (longest, name) = (length, match);
            }
        }
    }

    private List<RuleMatch> MatchRules(string text, ReadOnlySpan<Token> tokens)
    {
        List<RuleMatch> matches = [];
        for (int order = 0; order < _rules.Length; order++)
        {
            EntityRule rule = _rules[order];
            for (Match match = rule.Pattern.Match(text); match.Success; match = match.NextMatch())
            {
                int first = FirstEndingAfter(tokens, match.Index);
                int end = first;
                while (end < tokens.Length && tokens[end].Start < match.Index + match.Length)
                {
                    end++;
                }

                if (match.Length > 0 && end > first)
                {
                    matches.Add(new RuleMatch(first, end, order, rule, rule.Canonical is null ? match.Value.Trim() : match.Result(rule.Canonical)));
                }
            }
        }

        matches.Sort(static (left, right) => (left.FirstToken, -left.EndToken, left.Order).CompareTo((right.FirstToken, -right.EndToken, right.Order)));
        return matches;
    }

    private static int FirstEndingAfter(ReadOnlySpan<Token> tokens, int offset)
    {
        int low = 0;
        int high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = tokens[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // «Самұрық-Қазына» АҚ: a quote that is closed inside the name is opened right before it, and the other way round.
    private static (int First, int Last) Balance(string text, ReadOnlySpan<Token> tokens, int first, int last, int free, int end)
    {
        int depth = 0;
        bool unopened = false;
        for (int i = first; i <= last; i++)
        {
            ReadOnlySpan<char> token = tokens[i].Of(text);
            depth += IsOpening(token) ? 1 : IsClosing(token) ? -1 : 0;
            unopened |= depth < 0;
        }

        if (unopened && first > free && IsOpening(tokens[first - 1].Of(text)))
        {
            first--;
        }
        else if (depth > 0 && last + 1 < end && IsClosing(tokens[last + 1].Of(text)))
        {
            last++;
        }

        return (first, last);
    }

    private static bool IsOpening(ReadOnlySpan<char> token) => token is "«" or "“" or "„";

    private static bool IsClosing(ReadOnlySpan<char> token) => token is "»" or "”";

    private Entity ToEntity(string text, Token first, Token last, EntityType type, string canonical, string? id)
    {
        string mention = text[first.Start..last.End];
        return new Entity
        {
            Start = first.Start,
            Length = mention.Length,
            Type = type,
            Text = mention,
            Canonical = canonical,
            Id = id,
            CountryCode = type == EntityType.Gpe ? _countries.Find(canonical, mention) : null,
            Score = 1,
        };
    }

    private readonly record struct RuleMatch(int FirstToken, int EndToken, int Order, EntityRule Rule, string Canonical);
}
