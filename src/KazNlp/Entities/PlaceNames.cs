namespace KazNlp;

/// <summary>Finds places in a gazetteer that names them with their kind: <c>Қарасай</c> as <c>Қарасай ауданы</c>.</summary>
internal static class PlaceNames
{
    private const int MaxLength = 64;

    private static readonly string[] Kinds = [" ауданы", " облысы", " қаласы", " ауылы"];

    /// <summary>Looks a name up with each kind of place behind it.</summary>
    /// <param name="gazetteer">The gazetteer.</param>
    /// <param name="name">The name without its kind.</param>
    /// <param name="node">What it names.</param>
    /// <returns>Whether the gazetteer has such a place.</returns>
    public static bool TryFind(Gazetteer gazetteer, ReadOnlySpan<char> name, out GazetteerNode node)
    {
        node = default;
        if (name.Length > MaxLength || name.IsEmpty || !CaseFolding.IsUpper(name[0]))
        {
            return false;
        }

        Span<char> full = stackalloc char[MaxLength + 8];
        name.CopyTo(full);
        foreach (string kind in Kinds)
        {
            kind.CopyTo(full[name.Length..]);
            if (gazetteer.TryFind(full[..(name.Length + kind.Length)], out node))
            {
                return true;
            }
        }

        return false;
    }
}
