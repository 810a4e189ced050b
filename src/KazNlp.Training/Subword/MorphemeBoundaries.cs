namespace KazNlp;

/// <summary>Where one morpheme of a word ends and the next begins, by the likeliest analysis of <see cref="KazakhMorphology.Default"/>.</summary>
internal static class MorphemeBoundaries
{
    /// <summary>Boundaries beyond this many code units are not looked at.</summary>
    public const int MaxLength = 64;

    /// <summary>The boundaries of many parts, for each a bit for each code unit that begins a morpheme but the first.</summary>
    /// <param name="parts">Words, with or without a space before them; everything else has no boundaries.</param>
    /// <param name="parallelism">Number of threads.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ulong[] FindAll(IReadOnlyList<KeyValuePair<string, long>> parts, int parallelism, CancellationToken cancellation)
    {
        ulong[] boundaries = new ulong[parts.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellation };
        Parallel.For(0, parts.Count, options, i => boundaries[i] = Find(parts[i].Key));
        return boundaries;
    }

    /// <summary>The boundaries of one part.</summary>
    public static ulong Find(string part)
    {
        int start = part.StartsWith(' ') ? 1 : 0;
        ReadOnlySpan<char> word = part.AsSpan(start);
        if (word.IsEmpty || part.Length > MaxLength || word.ContainsAnyExceptInRange('\u0400', '\u052F'))
        {
            return 0;
        }

        ulong boundaries = 0;
        foreach (Morpheme morpheme in KazakhMorphology.Default.Analyze(word)[0].Morphemes)
        {
            boundaries |= morpheme.Start > 0 ? 1UL << (start + morpheme.Start) : 0;
        }

        return boundaries;
    }
}
