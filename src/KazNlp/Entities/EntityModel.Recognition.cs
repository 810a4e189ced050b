using System.Collections.Immutable;

namespace KazNlp;

/// <content>Entities of a tokenized document.</content>
public sealed partial class EntityModel
{
    /// <summary>Finds the entities of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, with offsets in UTF-16 code units.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="entities">Where to, in the order of the text; they do not overlap.</param>
    /// <param name="users">The user's own names and rules, which come before the model's findings; null for none.</param>
    /// <param name="referenceDate">The day that relative dates count from; null when it is not known.</param>
    /// <remarks>Mentions of one thing share a <see cref="Entity.GroupId"/>; <see cref="EntityGrouping.Groups"/> lists the groups.</remarks>
    internal void Recognize(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<Entity> entities, UserEntities? users = null, DateOnly? referenceDate = null)
    {
        // Copied, since a span cannot be a type argument.
        Token[] all = tokens.ToArray();
        var given = new TextTokens(text, all);
        List<EntityMention> mentions = [];
        bool hasTabs = text.Contains('\t', StringComparison.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            if (hasTabs)
            {
                FindInCells(text, all, sentence, given, mentions);
            }
            else
            {
                FindMentions(given, sentence.FirstToken, sentence.TokenCount, withScores: true, mentions);
            }
        }

        foreach (EntityMention mention in mentions)
        {
            entities.Add(ToEntity(text, all, mention));
        }

        if (sentences.Length > 1)
        {
            Settle(text, all, sentences, mentions, entities);
        }

        _foreign.Prune(text, tokens, sentences, entities);
        if (Classes.Contains(EntityType.Contact))
        {
            ContactEntities.Mark(text, tokens, entities);
        }

        MarkShapes(text, tokens, entities);
        SplitLists(entities);
        TakeMinusSigns(text, entities);
        users?.Merge(text, tokens, sentences, entities);
        EntityValues.Assign(text, entities, referenceDate);
        EntityGrouping.Assign(text, entities);
    }

    // No name goes from one cell of a table into the next.
    private void FindInCells(string text, Token[] tokens, Sentence sentence, TextTokens given, List<EntityMention> mentions)
    {
        int first = sentence.FirstToken;
        int end = first + sentence.TokenCount;
        for (int at = first + 1; at <= end; at++)
        {
            if (at == end || text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).Contains('\t'))
            {
                FindMentions(given, first, at - first, withScores: true, mentions);
                first = at;
            }
        }
    }

    // What its shape alone shows comes before what the model found there.
    private void MarkShapes(string text, ReadOnlySpan<Token> tokens, List<Entity> entities)
    {
        List<(TextSpan Span, EntityType Type)> found = [];
        QuotedDays.Find(text, tokens, found);
        Replace();
        CurrencyAmounts.Find(text, tokens, entities, found);
        Replace();
        PaperNumbers.Find(text, tokens, entities, found);
        Replace();

        void Replace()
        {
            if (found.Count == 0) return;
            found.RemoveAll(shape => !Classes.Contains(shape.Type));
            EntityMerge.Replace(entities, [.. found.Select(shape => ToEntity(text, shape.Span, shape.Type))]);
            found.Clear();
        }
    }

    // Gives unclear mentions the class of the clear ones of the same name, and adds names that were passed over but are clear elsewhere.
    private void Settle(string text, Token[] tokens, ReadOnlySpan<Sentence> sentences, List<EntityMention> mentions, List<Entity> entities)
    {
        var names = new DocumentNames(entities);
        if (names.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < entities.Count; i++)
        {
            if (names.TrySettle(entities[i], out EntityType type, out double score) && Classes.IndexOf(type) is >= 0 and int index)
            {
                mentions[i] = mentions[i] with { Type = index, Score = (float)score };
                entities[i] = ToEntity(text, tokens, mentions[i]);
            }
        }

        List<Entity> added = [];
        int next = 0;
        foreach (Sentence sentence in sentences)
        {
            // A sentence's first word has its capital in any case.
            for (int at = sentence.FirstToken + 1; at < sentence.FirstToken + sentence.TokenCount; at++)
            {
                while (next < mentions.Count && mentions[next].EndToken < at)
                {
                    next++;
                }

                // In a mention, or next to one: a longer name was meant.
                if (next < mentions.Count && mentions[next].FirstToken <= at + 1)
                {
                    continue;
                }

                ReadOnlySpan<char> word = tokens[at].Of(text);
                if (char.IsUpper(word[0]) && names.TryAdd(NameOf(word, EntityType.Person).Value.Canonical, out EntityType type, out double score) && Classes.IndexOf(type) is >= 0 and int index)
                {
                    added.Add(ToEntity(text, tokens, new EntityMention(at, 1, index, (float)score)));
                }
            }
        }

        if (added.Count > 0)
        {
            entities.AddRange(added);
            entities.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        }
    }

    // 2 млрд теңге, 5 млн доллар: a list of amounts is no amount.
    private void SplitLists(List<Entity> entities)
    {
        List<Entity>? split = null;
        for (int i = 0; i < entities.Count; i++)
        {
            Entity list = entities[i];
            ImmutableArray<Range> items = EntityValues.ItemsOfList(list.Text, list.Type);
            if (items.Length < 2)
            {
                split?.Add(list);
                continue;
            }

            split ??= entities[..i];
            foreach (Range item in items)
            {
                (int offset, int length) = item.GetOffsetAndLength(list.Length);
                WordCache<MentionName>.Entry name = NameOf(list.Text.AsSpan(offset, length), list.Type);
                split.Add(list with { Start = list.Start + offset, Length = length, Text = name.Word, Canonical = name.Value.Canonical });
            }
        }

        if (split is not null)
        {
            entities.Clear();
            entities.AddRange(split);
        }
    }

    /// <summary>Links posts and persons; see <see cref="EntityRoles"/>.</summary>
    internal ImmutableArray<EntityRole> FindRoles(string text, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<Entity> entities) =>
        EntityRoles.Find(text, sentences, entities, _canonical);

    private Entity ToEntity(string text, ReadOnlySpan<Token> tokens, EntityMention mention)
    {
        int start = tokens[mention.FirstToken].Start;
        int length = tokens[mention.EndToken - 1].End - start;
        WordCache<MentionName>.Entry name = NameOf(text.AsSpan(start, length), Classes[mention.Type]);
        return new Entity
        {
            Start = start,
            Length = length,
            Type = name.Value.Type,
            Text = name.Word,
            Canonical = name.Value.Canonical,
            CountryCode = name.Value.CountryCode,
            SubdivisionCode = name.Value.SubdivisionCode,
            Score = mention.Score,
        };
    }

    // −0,3%, Астанада -25°C: the model learned from text that spells it out.
    private void TakeMinusSigns(string text, List<Entity> entities)
    {
        for (int i = 0; i < entities.Count; i++)
        {
            Entity entity = entities[i];
            int before = entity.Start - 1;
            if (before < 0 || !char.IsAsciiDigit(text[entity.Start]))
            {
                continue;
            }

            bool isMeasure = entity.Type == EntityType.Percentage || entity.Type == EntityType.Quantity;
            bool isNegative = text[before] switch
            {
                '−' => (isMeasure || entity.Type == EntityType.Money || entity.Type == EntityType.Cardinal) && (before == 0 || !char.IsLetterOrDigit(text[before - 1])),

                // A hyphen or dash behind a word and a space; at the start of a line it opens an item, between numbers a range.
                '-' or '–' => isMeasure && before > 1 && text[before - 1] is ' ' or '\t' or '(' && (char.IsLetter(text[before - 2]) || text[before - 1] == '\t'),
                _ => false,
            };
            if (isNegative)
            {
                WordCache<MentionName>.Entry name = NameOf(text.AsSpan(before, entity.Length + 1), entity.Type);
                entities[i] = entity with { Start = before, Length = entity.Length + 1, Text = name.Word, Canonical = name.Value.Canonical };
            }
        }
    }

    private Entity ToEntity(string text, TextSpan span, EntityType type)
    {
        WordCache<MentionName>.Entry name = NameOf(text.AsSpan(span.Start, span.Length), type);
        return new Entity { Start = span.Start, Length = span.Length, Type = type, Text = name.Word, Canonical = name.Value.Canonical, Score = 1 };
    }

    // The names of the mentions met last are kept: in news every second mention is one of them.
    private WordCache<MentionName>.Entry NameOf(ReadOnlySpan<char> mention, EntityType type)
    {
        uint slot = _names.SlotOf(mention);
        if (_names.Find(mention, slot) is { } known && known.Value.Type == type)
        {
            return known;
        }

        string canonical = _canonical.Of(mention, type);
        var name = new MentionName(
            type,
            canonical,
            type == EntityType.Gpe ? _countries.Find(canonical, mention) : type == EntityType.Norp ? _countries.FindOfGroup(canonical) : null,
            type == EntityType.Gpe ? _countries.FindSubdivision(canonical, mention) : null);
        var entry = new WordCache<MentionName>.Entry(mention.ToString(), name);
        _names.Set(entry, slot);
        return entry;
    }

    private readonly struct TextTokens(string text, Token[] tokens) : IEntityTokens
    {
        public int Count => tokens.Length;

        public ReadOnlySpan<char> this[int index] => tokens[index].Of(text);
    }

    // What follows from a mention's letters and class.
    private sealed record MentionName(EntityType Type, string Canonical, string? CountryCode, string? SubdivisionCode);
}
