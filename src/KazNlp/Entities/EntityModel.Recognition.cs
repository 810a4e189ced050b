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
        List<EntityMention> mentions = [];
        foreach (Sentence sentence in sentences)
        {
            // Copied, since a span cannot be a type argument; a sentence is short beside what is done with it.
            Token[] own = tokens.Slice(sentence.FirstToken, sentence.TokenCount).ToArray();
            mentions.Clear();
            FindMentions(new TextTokens(text, own), 0, own.Length, withScores: true, mentions);
            foreach (EntityMention mention in mentions)
            {
                entities.Add(ToEntity(text, own, mention));
            }
        }

        users?.Merge(text, tokens, sentences, entities);
        EntityValues.Assign(entities, referenceDate);
        EntityGrouping.Assign(text, entities);
    }

    private Entity ToEntity(string text, ReadOnlySpan<Token> tokens, EntityMention mention)
    {
        int start = tokens[mention.FirstToken].Start;
        int length = tokens[mention.EndToken - 1].End - start;
        EntityType type = Classes[mention.Type];
        string canonical = _canonical.Of(text.AsSpan(start, length), type);
        return new Entity
        {
            Start = start,
            Length = length,
            Type = type,
            Text = text.Substring(start, length),
            Canonical = canonical,
            CountryCode = type == EntityType.Gpe ? _countries.Find(canonical, text.AsSpan(start, length)) : null,
            Score = mention.Score,
        };
    }

    private readonly struct TextTokens(string text, Token[] tokens) : IEntityTokens
    {
        public int Count => tokens.Length;

        public ReadOnlySpan<char> this[int index] => tokens[index].Of(text);
    }
}
