namespace KazNlp;

/// <summary>
/// The class of an entity. The 25 classes of KazNERD have a member each; a user's own gazetteer or rules may add others by name.
/// </summary>
/// <remarks>Compared by name, ordinally. The default value has the empty name. Classes: Yeshpanov, Khassanov and Varol, "KazNERD: Kazakh Named Entity Recognition Dataset", LREC 2022.</remarks>
public readonly struct EntityType : IEquatable<EntityType>
{
    private readonly string? _name;

    /// <summary>A class of this name.</summary>
    /// <param name="name">The label as data sets write it, upper case, without white space: <c>PERSON</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or holds white space.</exception>
    public EntityType(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().ContainsAny(" \t\r\n"))
        {
            throw new ArgumentException($"An entity type has no white space in its name: '{name}'.", nameof(name));
        }

        _name = name;
    }

    /// <summary>A proverb or saying.</summary>
    public static EntityType Adage { get; } = new("ADAGE");

    /// <summary>The title of a book, song, film, painting or programme.</summary>
    public static EntityType Art { get; } = new("ART");

    /// <summary>A number that no other class takes.</summary>
    public static EntityType Cardinal { get; } = new("CARDINAL");

    /// <summary>An address, telephone number, e-mail address or web address.</summary>
    public static EntityType Contact { get; } = new("CONTACT");

    /// <summary>A date, period or age.</summary>
    public static EntityType Date { get; } = new("DATE");

    /// <summary>A disease or medical condition.</summary>
    public static EntityType Disease { get; } = new("DISEASE");

    /// <summary>A named war, championship, holiday, forum or disaster.</summary>
    public static EntityType Event { get; } = new("EVENT");

    /// <summary>A building, airport, street, bridge, stadium or other structure.</summary>
    public static EntityType Facility { get; } = new("FACILITY");

    /// <summary>A country, region, city or other place with a government.</summary>
    public static EntityType Gpe { get; } = new("GPE");

    /// <summary>A named language.</summary>
    public static EntityType Language { get; } = new("LANGUAGE");

    /// <summary>A named law, code or treaty.</summary>
    public static EntityType Law { get; } = new("LAW");

    /// <summary>A mountain, river, sea, continent or other place without a government.</summary>
    public static EntityType Location { get; } = new("LOCATION");

    /// <summary>A name of another kind.</summary>
    public static EntityType Miscellaneous { get; } = new("MISCELLANEOUS");

    /// <summary>An amount of money.</summary>
    public static EntityType Money { get; } = new("MONEY");

    /// <summary>The name of an animal, spirit or invented being.</summary>
    public static EntityType NonHuman { get; } = new("NON_HUMAN");

    /// <summary>A nationality, religious, political or tribal group.</summary>
    public static EntityType Norp { get; } = new("NORP");

    /// <summary>A number that tells a place in an order.</summary>
    public static EntityType Ordinal { get; } = new("ORDINAL");

    /// <summary>A company, agency, institution, party or club.</summary>
    public static EntityType Organisation { get; } = new("ORGANISATION");

    /// <summary>A percentage.</summary>
    public static EntityType Percentage { get; } = new("PERCENTAGE");

    /// <summary>The name of a person.</summary>
    public static EntityType Person { get; } = new("PERSON");

    /// <summary>A post, rank or title that someone holds.</summary>
    public static EntityType Position { get; } = new("POSITION");

    /// <summary>A vehicle, weapon, device, brand or other product.</summary>
    public static EntityType Product { get; } = new("PRODUCT");

    /// <summary>A named programme, project or policy.</summary>
    public static EntityType Project { get; } = new("PROJECT");

    /// <summary>A measurement: weight, distance, area, temperature.</summary>
    public static EntityType Quantity { get; } = new("QUANTITY");

    /// <summary>A time of day, or a duration shorter than a day.</summary>
    public static EntityType Time { get; } = new("TIME");

    /// <summary>The 25 classes of KazNERD, in alphabetical order of their labels.</summary>
    public static IReadOnlyList<EntityType> All { get; } = Array.AsReadOnly<EntityType>(
    [
        Adage, Art, Cardinal, Contact, Date, Disease, Event, Facility, Gpe, Language, Law, Location, Miscellaneous,
        Money, NonHuman, Norp, Ordinal, Organisation, Percentage, Person, Position, Product, Project, Quantity, Time,
    ]);

    /// <summary>The label, as KazNERD writes it.</summary>
    public string Name => _name ?? string.Empty;

    /// <inheritdoc/>
    public bool Equals(EntityType other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EntityType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Name, StringComparison.Ordinal);

    /// <summary>Whether two classes have one name.</summary>
    public static bool operator ==(EntityType left, EntityType right) => left.Equals(right);

    /// <summary>Whether two classes have different names.</summary>
    public static bool operator !=(EntityType left, EntityType right) => !left.Equals(right);

    /// <summary>The label.</summary>
    public override string ToString() => Name;
}
