namespace KazNlp;

/// <content>Possessives: the one that holds a compound name together stays, the others come off.</content>
internal sealed partial class CanonicalForm
{
    // Kinds of things of which several are named at once: Қостанай және Ақмола облыстары.
    private static readonly string[] Kinds =
    [
        "облыс", "аудан", "қала", "ауыл", "көше", "даңғыл", "өзен", "көл", "министрлік", "әкімдік", "департамент", "басқарма", "комитет", "университет", "аэропорт", "әуежай",
    ];

    /// <summary>Takes the plural out from under a possessive, and a possessive off a single word whose owner stands outside the name.</summary>
    /// <param name="name">The name without case endings.</param>
    /// <param name="type">Its class.</param>
    private string WithoutOwners(string name, EntityType type)
    {
        int start = name.LastIndexOf(' ') + 1;
        if (start > 0 || type == EntityType.Position || type == EntityType.Norp)
        {
            name = WithoutInnerPlural(name, start, type);
        }

        return start == 0 && name.Length is > 3 and <= MaxWordLength ? WithoutPossessive(name, type) : name;
    }

    // президенттері, облыстары, басшылары
    private string WithoutInnerPlural(string name, int start, EntityType type)
    {
        const int EndingLength = 4;
        Span<char> lower = stackalloc char[MaxWordLength];
        if (name.Length - start is <= EndingLength + 1 or > MaxWordLength)
        {
            return name;
        }

        lower = CaseFolding.ToLower(name.AsSpan(start), lower);
        ReadOnlySpan<char> ending = lower[^EndingLength..];
        bool back = ending is ['л' or 'д' or 'т', 'а', 'р', 'ы'];
        if ((!back && ending is not ['л' or 'д' or 'т', 'е', 'р', 'і']) || gazetteer.TryFind(name, out _))
        {
            return name;
        }

        ReadOnlySpan<char> stem = lower[..^EndingLength];
        bool isKind = type == EntityType.Norp;
        foreach (string kind in Kinds)
        {
            isKind |= stem.SequenceEqual(kind);
        }

        // канцлері, тренері: what looks like a plural belongs to the stem.
        int stemForms = stems.Forms(stem);
        bool isPlural = type == EntityType.Position && stemForms > 0 && stemForms >= stems.Forms(lower[..^1]);
        if (!isKind && !isPlural)
        {
            return name;
        }

        char last = stem[^1] switch
        {
            'к' => 'г',
            'қ' => 'ғ',
            'п' => 'б',
            char c => c,
        };
        string possessive = KazakhVowels.IsVowel(last) && last is not ('у' or 'и') ? back ? "сы" : "сі" : back ? "ы" : "і";
        ReadOnlySpan<char> written = name.AsSpan(0, start + stem.Length);
        return last == stem[^1] ? string.Concat(written, possessive) : string.Concat(written[..^1], last.ToString(), possessive);
    }

    // Қазақстанымыз, Үкіметіміз; министрі, Президенті: the owner is not a part of the name.
    private string WithoutPossessive(string name, EntityType type)
    {
        if ((type != EntityType.Gpe && type != EntityType.Organisation && type != EntityType.Position) || IsNamed(name, type))
        {
            return name;
        }

        Span<char> lower = stackalloc char[MaxWordLength];
        lower = CaseFolding.ToLower(name, lower);
        foreach (string ending in (ReadOnlySpan<string>)["ымыз", "іміз", "мыз", "міз", "сы", "сі", "ы", "і"])
        {
            if (!lower.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            string stem = name[..^ending.Length];
            char voiceless = lower[stem.Length - 1] switch
            {
                'г' => 'к',
                'ғ' => 'қ',
                'б' => 'п',
                char c => c,
            };
            string bare = string.Concat(stem.AsSpan(0, stem.Length - 1), voiceless.ToString());
            if (IsNamed(bare, type))
            {
                return bare;
            }

            if (IsNamed(stem, type) || (type == EntityType.Position && ending.Length <= 2 && stems.Forms(lower[..stem.Length]) >= ManyForms))
            {
                return stem;
            }
        }

        return name;
    }

    private bool IsNamed(string name, EntityType type)
    {
        if (gazetteer.TryFind(name, out GazetteerNode node))
        {
            foreach (GazetteerMatch entry in gazetteer.GetEntries(node))
            {
                if (entry.Type == type)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // мұсылмандар may stand in the gazetteer beside мұсылман.
    private string WithoutGroupPlural(string name)
    {
        const int EndingLength = 3;
        Span<char> lower = stackalloc char[MaxWordLength];
        int start = name.LastIndexOf(' ') + 1;
        if (name.Length - start is < ShortestGroup + EndingLength or > MaxWordLength)
        {
            return name;
        }

        lower = CaseFolding.ToLower(name.AsSpan(start), lower);
        bool isPlural = lower[^EndingLength..] is ['л' or 'д' or 'т', 'а' or 'е', 'р'];
        ReadOnlySpan<char> stem = lower[..^EndingLength];
        return isPlural && (IsNamed(name[..^EndingLength], EntityType.Norp) || IsInhabitant(stem) || stems.Forms(stem) >= ManyForms) ? name[..^EndingLength] : name;
    }

    private static bool IsInhabitant(ReadOnlySpan<char> word) =>
        word.Length > 4 && word[^1] is 'қ' or 'к' && word[^2] is 'ы' or 'і' && word[^3] is 'л' or 'д' or 'т';

    // Peoples and inhabitants are written small in the middle of a sentence.
    private string WithSmallLetter(string name)
    {
        if (name.Length == 0 || !CaseFolding.IsUpper(name[0]) || name.Contains(' ', StringComparison.Ordinal) || name.Length > MaxWordLength)
        {
            return name;
        }

        if (gazetteer.TryFind(name, out GazetteerNode node))
        {
            foreach (GazetteerMatch entry in gazetteer.GetEntries(node))
            {
                if (entry.Type == EntityType.Norp && entry.MatchedName.Length == name.Length)
                {
                    return entry.MatchedName;
                }
            }
        }

        return IsInhabitant(name) ? string.Concat(CaseFolding.ToLower(name[0]).ToString(), name.AsSpan(1)) : name;
    }
}
