namespace KazNlp;

/// <summary>
/// Tells whether what follows a name in a word inflects it: plural, possessive, case and all that the morphotactic graph lets follow a noun, in the
/// allomorphs that the name's sound and harmony ask for. Immutable and thread-safe.
/// </summary>
internal sealed class NameInflection(KazakhMorphology morphology)
{
    private const int LongestSuffixes = 24;
    private const int LongestStem = MorphSearch.MaxWord;

    /// <summary>Whether the rest of a word inflects the name that it begins with.</summary>
    /// <param name="stem">The last word of the name as the text has it, not empty.</param>
    /// <param name="rest">What follows it in the same word, not empty.</param>
    public bool Follows(ReadOnlySpan<char> stem, ReadOnlySpan<char> rest)
    {
        bool apart = EntityPieces.IsHyphen(rest[0]) || EntityPieces.IsApostrophe(rest[0]);
        ReadOnlySpan<char> suffixes = apart ? rest[1..] : rest;
        if (suffixes.Length is 0 or > LongestSuffixes || stem.Length > LongestStem || !IsCyrillic(suffixes))
        {
            return false;
        }

        Span<char> lower = stackalloc char[LongestSuffixes];
        lower = CaseFolding.ToLower(suffixes, lower);
        bool abbreviation = CaseFolding.IsUpper(stem[^1]) && !CaseFolding.IsUpper(suffixes[0]);
        if (apart || abbreviation || !EntityFolding.IsCyrillic(stem[^1]))
        {
            // How abbreviations, numbers and foreign words are spoken is not written: АҚШ-қа, БҰҰ-ға, Boeing-тің.
            return AreSuffixes(lower, new StemShape(SoundClass.Any, Harmony.Any));
        }

        Span<char> name = stackalloc char[LongestStem];
        name = CaseFolding.ToLower(stem, name);
        if (AreSuffixes(lower, ShapeOf(name)))
        {
            return true;
        }

        // The possessive that a compound name ends in takes endings of its own: Алматы облысы, облысына.
        int possessive = PossessiveLength(name);
        if (possessive == 0 || possessive + lower.Length > LongestSuffixes)
        {
            return false;
        }

        Span<char> whole = stackalloc char[LongestSuffixes];
        name[^possessive..].CopyTo(whole);
        lower.CopyTo(whole[possessive..]);
        return AreSuffixes(whole[..(possessive + lower.Length)], ShapeOf(name[..^possessive]));
    }

    private bool AreSuffixes(ReadOnlySpan<char> suffixes, StemShape shape)
    {
        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        MorphologyModel model = morphology.Model;
        var search = new MorphSearch(model, suffixes, candidates, new MorphSearch.VirtualStem(true, model.NounState, PartOfSpeech.ProperNoun, shape));
        search.Run();
        foreach (ref readonly MorphSearch.Candidate candidate in candidates[..search.Count])
        {
            bool inflection = true;
            for (int i = 0; i < candidate.Depth; i++)
            {
                inflection &= !model.Rules.Morphemes[model.Rules.Arcs[model.Suffixes.Entries[candidate.Path[i]].Arc].Morpheme].IsDerivation;
            }

            if (inflection)
            {
                return true;
            }
        }

        return false;
    }

    private static StemShape ShapeOf(ReadOnlySpan<char> name)
    {
        StemShape shape = StemShape.Of(name);
        if (shape.Class == SoundClass.Stop)
        {
            shape = shape with { Class = SoundClass.Stop | SoundClass.Voiceless };
        }

        // Foreign names waver: Медведевке and Тоқаевқа, Нью-Йоркте, Израильде, Баку-ге.
        bool wavers = name[^1] is 'к' or 'г' or 'ь' or 'и' or 'у' or 'ю' || name.EndsWith("ев", StringComparison.Ordinal) || name.EndsWith("ов", StringComparison.Ordinal)
            || name.EndsWith("ин", StringComparison.Ordinal);
        return wavers ? shape with { Harmony = Harmony.Any } : shape;
    }

    private static int PossessiveLength(ReadOnlySpan<char> name)
    {
        if (name.Length < 4 || name[^1] is not ('ы' or 'і'))
        {
            return 0;
        }

        return name[^2] == 'с' && KazakhVowels.IsVowel(name[^3]) ? 2 : KazakhVowels.IsVowel(name[^2]) ? 0 : 1;
    }

    private static bool IsCyrillic(ReadOnlySpan<char> letters)
    {
        foreach (char c in letters)
        {
            if (!EntityFolding.IsCyrillic(c))
            {
                return false;
            }
        }

        return true;
    }
}
