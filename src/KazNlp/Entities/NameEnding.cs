namespace KazNlp;

/// <summary>What an ending does.</summary>
internal enum NameEndingKind
{
    /// <summary>A case ending.</summary>
    Case,

    /// <summary>A plural ending.</summary>
    Plural,

    /// <summary><c>-дағы</c> or <c>-нікі</c>, which make an adjective.</summary>
    Adjective,
}

/// <summary>An ending that a word may end with.</summary>
/// <param name="Length">Number of characters.</param>
/// <param name="Kind">What it does.</param>
/// <param name="AfterPossessive">Whether it is a form that only a possessive takes: <c>-на</c> in <c>Ұйымына</c>.</param>
internal readonly record struct NameEnding(int Length, NameEndingKind Kind, bool AfterPossessive);
