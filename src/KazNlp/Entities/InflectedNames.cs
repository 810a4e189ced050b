namespace KazNlp;

/// <summary>Looks up the last word of a name that may stand under an ending.</summary>
internal static class InflectedNames
{
    private const int MaxEndings = 4;

    /// <summary>The kinds of the name that a word ends without its case, plural or both; empty when there is none.</summary>
    /// <param name="gazetteer">Known names.</param>
    /// <param name="node">What stands before the word.</param>
    /// <param name="word">The word, folded.</param>
    public static GazetteerKinds KindsOf(Gazetteer gazetteer, GazetteerNode node, ReadOnlySpan<char> word)
    {
        Span<NameEnding> endings = stackalloc NameEnding[MaxEndings];
        int hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && NameEndings.IsChain(word[(hyphen + 1)..]))
        {
            return gazetteer.TryStep(node, word[..hyphen], out GazetteerNode abbreviation) ? abbreviation.Kinds : default;
        }

        int count = NameEndings.Find(word, endings);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> stem = word[..^endings[i].Length];
            if (gazetteer.TryStep(node, stem, out GazetteerNode found) && found.IsName)
            {
                return found.Kinds;
            }

            // A plural under a case, as in қазақтардың.
            if (endings[i].Kind == NameEndingKind.Case && KindsOfPlural(gazetteer, node, stem) is { IsEmpty: false } kinds)
            {
                return kinds;
            }
        }

        return default;
    }

    private static GazetteerKinds KindsOfPlural(Gazetteer gazetteer, GazetteerNode node, ReadOnlySpan<char> word)
    {
        Span<NameEnding> endings = stackalloc NameEnding[MaxEndings];
        foreach (NameEnding ending in endings[..NameEndings.Find(word, endings)])
        {
            if (ending.Kind == NameEndingKind.Plural && gazetteer.TryStep(node, word[..^ending.Length], out GazetteerNode found))
            {
                return found.Kinds;
            }
        }

        return default;
    }
}
