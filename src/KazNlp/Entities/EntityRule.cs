using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>
/// A pattern of one's own whose matches are entities: contract numbers, article codes, flights. Immutable and thread-safe.
/// <c>KazakhPipeline.Create(o => o with { Rules = [new(new Regex(@"№\d+-[А-Я]", RegexOptions.NonBacktracking), new EntityType("CONTRACT"))] })</c>.
/// </summary>
/// <remarks>
/// <para>The pattern sees the whole text and then the title, each by itself. A match grows to the bounds of the tokens that it touches: one that ends inside <c>KZ-77-нің</c> takes all
/// of it. A match without a token, or over the end of a sentence, is left out.</para>
/// <para>A pattern must not be able to hang on a hostile text: it has <see cref="RegexOptions.NonBacktracking"/>, whose time is linear in the text's length, or a
/// <see cref="Regex.MatchTimeout"/>, after which <see cref="KazakhPipeline.Analyze"/> throws <see cref="RegexMatchTimeoutException"/>. Patterns made by
/// <see cref="GeneratedRegexAttribute"/> are fastest and work ahead of time (AOT); give them a timeout.</para>
/// <para>Rules and gazetteers together: the leftmost, then longest match counts; of equal spans gazetteers come before rules and earlier rules before later
/// ones. The model's entities that overlap it are left out.</para>
/// </remarks>
public sealed record EntityRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="pattern">What to find.</param>
    /// <param name="type">The class: one of <see cref="EntityType.All"/>, or a class of one's own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    /// <exception cref="ArgumentException">The pattern is neither non-backtracking nor limited in time, or <paramref name="type"/> has no name.</exception>
    public EntityRule(Regex pattern, EntityType type)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (!pattern.Options.HasFlag(RegexOptions.NonBacktracking) && pattern.MatchTimeout == Regex.InfiniteMatchTimeout)
        {
            throw new ArgumentException($"The pattern '{pattern}' could run for ever on some text: give it RegexOptions.NonBacktracking or a match timeout.", nameof(pattern));
        }

        if (type == default)
        {
            throw new ArgumentException("The class has no name; give one such as EntityType.Product.", nameof(type));
        }

        Pattern = pattern;
        Type = type;
    }

    /// <summary>What to find.</summary>
    public Regex Pattern { get; }

    /// <summary>The class of what is found.</summary>
    public EntityType Type { get; }

    /// <summary>
    /// The <see cref="Entity.Canonical"/> of what is found, as a replacement pattern: <c>$1</c>, <c>${number}</c>, or a fixed name. Null for
    /// the match itself, without what its tokens hold beside it.
    /// </summary>
    public string? Canonical { get; init; }

    /// <summary>The <see cref="Entity.Id"/> of what is found; null for none.</summary>
    public string? Id { get; init; }
}
