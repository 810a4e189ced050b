namespace KazNlp;

/// <summary>That a person holds a post, where the text says so: <c>Қазақстан президенті Қасым-Жомарт Тоқаев</c>. Immutable and thread-safe.</summary>
public sealed record EntityRole
{
    /// <summary>The post, a POSITION of <see cref="Document.Entities"/>.</summary>
    public required Entity Position { get; init; }

    /// <summary>Who holds it, a PERSON of <see cref="Document.Entities"/>.</summary>
    public required Entity Person { get; init; }

    /// <summary>The country, place or organisation whose post it is, when it stands before the post as an entity of its own; otherwise null.</summary>
    public Entity? Body { get; init; }

    /// <summary>What the post belongs to, in its dictionary form: of <see cref="Body"/>, or a known name or an organisation that the post itself begins with (<c>Түркия Президенті</c>, <c>Тарих институтының директоры</c>); null when the text does not say.</summary>
    public string? BodyName { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country that the post belongs to, when that is a country or place, or an organisation whose name begins with one; otherwise null.</summary>
    public string? CountryCode { get; init; }
}
