namespace KazNlp;

/// <summary>Finds the names of an <see cref="EntityGazetteer"/> at a place in a text, inflected or not. Immutable and thread-safe.</summary>
internal sealed class NameMatcher
{
    private const int MaxTokens = 32;
    private const int MaxWord = MorphSearch.MaxWord;

    // A shorter stem would be found inside too many words.
    private const int ShortestStem = 2;

    // In small letters, a shorter name is more often something else.
    private const int ShortestLowerCase = 3;

    // A word that stands in this many forms of its own, while the shorter one hardly does, is a stem, whatever it looks like.
    private const int ManyForms = 4;

    private readonly KazakhMorphology _morphology;
    private readonly NameInflection _inflection;
    private readonly NameStems _stems;

    /// <summary>Makes a matcher.</summary>
    /// <param name="morphology">Tells endings and ordinary words.</param>
    /// <param name="stems">Tells words that only look inflected.</param>
    public NameMatcher(KazakhMorphology morphology, NameStems stems)
    {
        _morphology = morphology;
        _inflection = new NameInflection(morphology);
        _stems = stems;
    }

    /// <summary>The longest name that begins with the first token.</summary>
    /// <param name="gazetteer">The names.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens from the place on, to the end of the sentence.</param>
    /// <param name="match">What is named.</param>
    /// <returns>Number of tokens; 0 when no name is here.</returns>
    public int Find(EntityGazetteer gazetteer, string text, ReadOnlySpan<Token> tokens, out GazetteerMatch match)
    {
        match = default;
        int longest = 0;
        GazetteerNode node = default;
        for (int at = 0; at < tokens.Length && at < MaxTokens; at++)
        {
            ReadOnlySpan<char> word = tokens[at].Of(text);
            if (!NameMarks.HoldsLetter(word))
            {
                bool inside = GazetteerFolding.MayStandInside(word);
                if (at == 0 ? inside || !gazetteer.HasMarks : !inside && !gazetteer.HasMarks)
                {
                    break;
                }

                if (!inside && node.IsName && TryAccept(gazetteer, node, text.AsSpan(tokens[0].Start, tokens[at].End - tokens[0].Start), voiced: false, ref match))
                {
                    longest = at + 1;
                }

                continue;
            }

            bool goesOn = gazetteer.Names.TryGetNode(GazetteerLayout.Extend(node.Hash, word), out GazetteerNode next);
            if ((goesOn && next.IsName && TryAccept(gazetteer, next, text.AsSpan(tokens[0].Start, tokens[at].End - tokens[0].Start), voiced: false, ref match))
                || TryInflected(gazetteer, node, text, tokens[..(at + 1)], ref match))
            {
                longest = at + 1;
            }

            if (!goesOn || (!next.HasLonger && !gazetteer.HasMarks))
            {
                break;
            }

            node = next;
        }

        return longest;
    }

    // The last of the tokens may begin with the last word of a name; the longest such beginning counts.
    private bool TryInflected(EntityGazetteer gazetteer, GazetteerNode node, string text, ReadOnlySpan<Token> tokens, ref GazetteerMatch match)
    {
        ReadOnlySpan<char> word = tokens[^1].Of(text);
        if (word.Length is <= ShortestStem or > MaxWord)
        {
            return false;
        }

        Span<ulong> hashes = stackalloc ulong[MaxWord + 1];
        GazetteerLayout.ExtendAll(node.Hash, word, hashes);
        ReadOnlySpan<char> upToWord = text.AsSpan(tokens[0].Start, tokens[^1].Start - tokens[0].Start + word.Length);
        for (int length = word.Length - 1; length >= ShortestStem; length--)
        {
            if (!NameMarks.IsLetter(word[length - 1]))
            {
                continue;
            }

            ReadOnlySpan<char> rest = word[length..];
            ReadOnlySpan<char> mention = upToWord[..^rest.Length];
            if (gazetteer.Names.TryGetNode(hashes[length], out GazetteerNode found) && found.IsName
                && _inflection.Follows(LastWord(word[..length]), rest) && !IsOtherName(word, word[..length], isAlone: tokens.Length == 1)
                && TryAccept(gazetteer, found, mention, voiced: false, ref match))
            {
                return true;
            }

            // Айбек, Айбегі: the voiceless sound before a vowel.
            if (Voiceless(word[length - 1]) is var voiceless and not '\0' && CaseFolding.ToLower(rest[0]) is 'ы' or 'і' && NameMarks.IsLetter(word[length - 2])
                && gazetteer.Names.TryGetNode(GazetteerLayout.ExtendLetter(hashes[length - 1], voiceless), out found) && found.IsName
                && _inflection.Follows(LastWord(word[..length]), rest)
                && TryAccept(gazetteer, found, mention, voiced: true, ref match))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        int start = text.Length;
        while (start > 0 && NameMarks.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..];
    }

    private static char Voiceless(char voiced) => CaseFolding.ToLower(voiced) switch
    {
        'г' => 'к',
        'ғ' => 'қ',
        'б' => 'п',
        _ => '\0',
    };

    // Канада is no locative of Кана, and Достан is a name.
    private bool IsOtherName(ReadOnlySpan<char> word, ReadOnlySpan<char> stem, bool isAlone)
    {
        if (!isAlone)
        {
            return false;
        }

        Span<char> lower = stackalloc char[MaxWord];
        lower = CaseFolding.ToLower(word, lower);
        int own = _stems.Forms(lower);
        return (own >= ManyForms && own >= 2 * _stems.Forms(lower[..stem.Length])) || Gazetteer.Default.TryFind(word, out _);
    }

    private bool TryAccept(EntityGazetteer gazetteer, GazetteerNode node, ReadOnlySpan<char> mention, bool voiced, ref GazetteerMatch match)
    {
        Gazetteer.EntryEnumerable entries = gazetteer.Names.GetEntries(node);
        for (int i = 0; i < entries.Count; i++)
        {
            ReadOnlySpan<char> name = entries.NameAt(i);
            bool equal = voiced ? Gazetteer.FoldedEquals(mention[..^1], name[..^1]) : Gazetteer.FoldedEquals(mention, name);
            if (equal && NameMarks.Same(mention, name) && FitsCase(mention, name))
            {
                match = entries[i];
                return true;
            }
        }

        return false;
    }

    private bool FitsCase(ReadOnlySpan<char> mention, ReadOnlySpan<char> name)
    {
        int at = 0;
        int letters = 0;
        bool fits = true;
        foreach (char c in name)
        {
            if (!NameMarks.IsLetter(c))
            {
                continue;
            }

            letters++;
            while (at < mention.Length && !NameMarks.IsLetter(mention[at]))
            {
                at++;
            }

            fits &= !CaseFolding.IsUpper(c) || (at < mention.Length && CaseFolding.IsUpper(mention[at]));
            at++;
        }

        return fits || (letters >= ShortestLowerCase && !AreOrdinary(name));
    }

    private bool AreOrdinary(ReadOnlySpan<char> name)
    {
        for (int start = 0; start < name.Length;)
        {
            int end = start;
            while (end < name.Length && NameMarks.IsLetter(name[end]))
            {
                end++;
            }

            if (end > start && !IsOrdinary(name[start..end]))
            {
                return false;
            }

            start = end + 1;
        }

        return true;
    }

    private bool IsOrdinary(ReadOnlySpan<char> word)
    {
        if (!char.IsLetter(word[0]) || word.Length > MaxWord)
        {
            return char.IsDigit(word[0]);
        }

        Span<char> lower = stackalloc char[MaxWord];
        Span<char> buffer = stackalloc char[MaxWord];
        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        _morphology.Read(CaseFolding.ToLower(word, lower), candidates, out Span<MorphSearch.Candidate> found, buffer);
        foreach (ref readonly MorphSearch.Candidate candidate in found)
        {
            if (candidate.Stem >= 0 && candidate.StemPartOfSpeech != PartOfSpeech.ProperNoun)
            {
                return true;
            }
        }

        return false;
    }
}
