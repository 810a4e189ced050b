using System.Collections.Frozen;

namespace KazNlp;

/// <summary>Small words between the parts of foreign names, which belong to the surname: <c>Урсула фон дер Ляйен</c>, <c>Мұхаммед бен Салман</c>.</summary>
internal static class NameParticles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "да", "де", "ди", "дю", "ду", "ла", "ле", "лос", "дос", "душ", "фон", "цу", "ван", "дер", "ден", "тер", "бен", "ибн", "бин", "бинт", "әл", "аль", "эль", "ад", "ат", "ас", "ус",
        "da", "de", "di", "du", "dos", "la", "le", "los", "von", "zu", "van", "der", "den", "ter", "bin", "bint", "ibn", "ben", "al", "el").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one, in small letters.</summary>
    /// <param name="word">The word.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Particles.Contains(word);
}
