namespace KazNlp;

/// <summary>One thing that a <see cref="Gazetteer"/> knows, as found by one of its names.</summary>
/// <param name="Index">Number of the thing in its gazetteer: its names and aliases share it.</param>
/// <param name="Type">The class.</param>
/// <param name="Kind">What it is, finer than the class.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 code of the country that it is or lies in; null when not known.</param>
/// <param name="Code">ISO 3166-2 code of a region or of the region that a place lies in, ISO 4217 code of a currency, or a user's identifier; null when there is none.</param>
/// <param name="Name">The main name.</param>
/// <param name="MatchedName">The name by which it was found, in the capitals of the gazetteer.</param>
internal readonly record struct GazetteerMatch(
    int Index, EntityType Type, GazetteerKind Kind, string? CountryCode, string? Code, string Name, string MatchedName);
