using System.Collections.Immutable;

namespace KazNlp;

/// <summary>An analysed text. Every offset points into <see cref="Text"/>, in UTF-16 code units. Immutable and thread-safe.</summary>
public sealed class Document
{
    internal Document(string text, string? title)
    {
        Text = text;
        Title = title;
    }

    /// <summary>The text that was analysed, unchanged.</summary>
    public string Text { get; }

    /// <summary>The title that was given with the text, or null.</summary>
    public string? Title { get; }

    /// <summary>The tokens, in order. They do not overlap, and only white space and control characters lie between them.</summary>
    public ImmutableArray<Token> Tokens { get; internal init; } = [];

    /// <summary>The tokens of <see cref="Title"/>, with offsets into the title. Empty without a title.</summary>
    public ImmutableArray<Token> TitleTokens { get; internal init; } = [];

    /// <summary>The sentences, in order; together they hold every token.</summary>
    public ImmutableArray<Sentence> Sentences { get; internal init; } = [];

    /// <summary>Lemma, part of speech and features of each token: <c>Morphology[i]</c> belongs to <c>Tokens[i]</c>. Empty when the pipeline leaves morphology out.</summary>
    public ImmutableArray<TokenMorphology> Morphology { get; internal init; } = [];

    /// <summary>The entities of the text, in order; they do not overlap. Empty when the pipeline leaves entities out.</summary>
    public ImmutableArray<Entity> Entities { get; internal init; } = [];

    /// <summary>The entities by what they name, in the order of first mention: mentions of one person, country or organisation stand together.</summary>
    public ImmutableArray<EntityGroup> EntityGroups { get; internal init; } = [];

    /// <summary>Who holds which post, as far as the text says so: posts that stand beside a person, in order.</summary>
    public ImmutableArray<EntityRole> Roles { get; internal init; } = [];

    /// <summary>The entities of <see cref="Title"/>, with offsets into the title. Empty without a title.</summary>
    public ImmutableArray<Entity> TitleEntities { get; internal init; } = [];

    /// <summary>
    /// The topics, best first. Never empty when the pipeline finds topics: a text without one has the single entry
    /// <see cref="TopicScore.None"/>. Empty when the pipeline leaves topics out.
    /// </summary>
    public ImmutableArray<TopicScore> Topics { get; internal init; } = [];
}
