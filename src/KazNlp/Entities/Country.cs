namespace KazNlp;

/// <summary>A country or territory of ISO 3166-1: its codes, and its names in Kazakh, Russian and English.</summary>
/// <remarks>
/// Immutable and thread-safe; there is one object for each code, given by <see cref="Countries"/>.
/// Codes: ISO 3166-1. Kazakh names: as Kazakh newspapers and agencies write them, compiled in <c>data/gazetteers/countries.csv</c>.
/// </remarks>
public sealed record Country
{
    internal Country()
    {
    }

    /// <summary>ISO 3166-1 alpha-2 code: <c>KZ</c>.</summary>
    public required string Alpha2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code: <c>KAZ</c>.</summary>
    public required string Alpha3 { get; init; }

    /// <summary>ISO 3166-1 numeric code, three digits: <c>398</c>.</summary>
    public required string Numeric { get; init; }

    /// <summary>The short Kazakh name: <c>Қазақстан</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The official Kazakh name: <c>Қазақстан Республикасы</c>. The short name where there is no other.</summary>
    public required string OfficialName { get; init; }

    /// <summary>Other names in frequent use, abbreviations and old spellings: <c>ҚР</c>, <c>Қазақ елі</c>.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>The short Russian name: <c>Казахстан</c>.</summary>
    public required string RussianName { get; init; }

    /// <summary>The English short name, as ISO 3166-1 gives it: <c>Kazakhstan</c>.</summary>
    public required string EnglishName { get; init; }

    /// <summary>What the inhabitants and things of the country are called, the most frequent form first: <c>қазақстандық</c>. Empty where no form is in use.</summary>
    public required IReadOnlyList<string> Demonyms { get; init; }

    /// <summary>What the people that gave the country its name, and its language, are called: <c>қазақ</c>, <c>тәжік</c>. Empty where there is none.</summary>
    public required IReadOnlyList<string> Peoples { get; init; }

    /// <summary>The capital in Kazakh: <c>Астана</c>; null for territories without one.</summary>
    public required string? Capital { get; init; }

    /// <summary>The short Kazakh name.</summary>
    public override string ToString() => Name;
}
