namespace KazNlp;

/// <summary>A row of a gazetteer file.</summary>
internal sealed record GazetteerRow(int Line, string Name, IReadOnlyList<string> Aliases, EntityType Type, GazetteerKind Kind, string? Country, string? Code);

/// <summary>A row of <c>countries.csv</c>.</summary>
internal sealed record CountryRow(
    int Line, string Alpha2, string Alpha3, string Numeric, string Name, string Official, IReadOnlyList<string> Variants,
    string Russian, string English, IReadOnlyList<string> Demonyms, IReadOnlyList<string> Peoples, string Capital);
