using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace KazNlp;

/// <summary>
/// Takes the grammar off a name: plural, case, <c>-дағы</c> and <c>-нікі</c> endings of the last word. The possessive stays, since it holds
/// compound names together: <c>Алматы облысының</c> is <c>Алматы облысы</c>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Whether an ending is one or only looks so is decided, in this order, by the gazetteer (a name that it has is whole), by the allomorph
/// (<see cref="NameEndings"/>), and by the forms that the word and its stem have in raw text (<see cref="NameStems"/>).
/// </remarks>
internal sealed partial class CanonicalForm(NameStems stems, Gazetteer gazetteer)
{
    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("«»\"“”„");
    private static readonly SearchValues<char> PlainQuoteMarks = SearchValues.Create("\"“”„");

    private const int MaxLayers = 3;
    private const int MaxWordLength = 64;
    private const int MaxEndings = 8;

    // Postpositions end dates and numbers, and look like accusatives: үш жылдан кейін.
    private static readonly FrozenSet<string> Postpositions = FrozenSet.Create(StringComparer.Ordinal, "дейін", "шейін", "кейін", "бұрын", "сайын", "жуық", "астам");

    private const string Place = "орын"; // 5-орында
    private const string Within = " ішінде"; // екі жыл ішінде

    // Groups are mostly named in the plural: түріктер, but татар.
    private const int ShortestGroup = 3;

    // A word that stands in this many forms of its own is a stem, whatever it looks like.
    private const int ManyForms = 4;

    /// <summary>The name in its dictionary form.</summary>
    /// <param name="mention">The name as the text has it.</param>
    /// <param name="type">Its class.</param>
    public string Of(ReadOnlySpan<char> mention, EntityType type)
    {
        string name = Tidy(mention);
        if (type == EntityType.Adage)
        {
            return name;
        }

        if ((type == EntityType.Date || type == EntityType.Time) && name.EndsWith(Within, StringComparison.Ordinal))
        {
            return name[..^Within.Length];
        }

        if (QuotedInner(name) is { } inner)
        {
            return OfQuoted(name, inner, type);
        }

        string stem = WithoutOwners(name[..StemLength(name, type)], type);
        if (type == EntityType.Percentage && stem.EndsWith("пайызы", StringComparison.Ordinal))
        {
            return stem[..^1]; // the possessive belongs to what it is a part of: халықтың 40 пайызы
        }

        return WithCapitals(type == EntityType.Norp ? WithSmallLetter(WithoutGroupPlural(stem)) : stem, type);
    }

    // A title in quotes is seldom inflected inside them, so only a known one loses its ending: «Қайратпен».
    private string OfQuoted(string name, string inner, EntityType type)
    {
        int length = inner.Length == 0 || gazetteer.TryFind(inner, out _) ? inner.Length : StemLength(inner, type);
        return length < inner.Length && gazetteer.TryFind(inner.AsSpan(0, length), out _) ? string.Concat(name.AsSpan(0, 1), inner.AsSpan(0, length), name.AsSpan(name.Length - 1)) : name;
    }

    private static string? QuotedInner(string name) =>
        name.Length > 2 && name[0] is '«' or '"' or '“' or '„' && name[^1] is '»' or '"' or '”' or '“' && name.AsSpan(1, name.Length - 2).IndexOfAny(QuoteMarks) < 0
            ? name[1..^1]
            : null;

    private int StemLength(string name, EntityType type)
    {
        int start = name.LastIndexOf(' ') + 1;
        ReadOnlySpan<char> last = name.AsSpan(start);
        int hyphen = last.LastIndexOfAny("-‑’'");
        if (hyphen > 0 && IsHyphenatedEnding(last[..hyphen], last[(hyphen + 1)..]))
        {
            return start + hyphen;
        }

        // Hyphenated names are inflected at their end only: Қасым-Жомарттың.
        int wordStart = start + hyphen + 1;
        int wordLength = name.Length - wordStart;
        if (type == EntityType.Ordinal && name.AsSpan(wordStart).StartsWith(Place, StringComparison.Ordinal))
        {
            return wordStart + Place.Length; // орында is a verb's stem as well
        }

        return wordLength is 0 or > MaxWordLength || name.AsSpan(wordStart).ContainsAnyInRange('0', '9') || !char.IsLetter(name[^1])
            ? name.Length
            : wordStart + StemLength(name, wordStart, type);
    }

    private int StemLength(ReadOnlySpan<char> name, int wordStart, EntityType type)
    {
        Span<char> lower = stackalloc char[MaxWordLength];
        lower = CaseFolding.ToLower(name[wordStart..], lower);
        Span<NameEnding> endings = stackalloc NameEnding[MaxEndings];
        bool isCompound = wordStart > 0;
        int length = lower.Length;
        NameEndingKind? outer = null;
        for (int layer = 0; layer < MaxLayers && !IsKnown(name, wordStart, length, type); layer++)
        {
            ReadOnlySpan<char> rest = lower[..length];
            int count = NameEndings.Find(rest, endings);
            NameEnding? best = null;
            int bestForms = -1;
            foreach (NameEnding ending in endings[..count])
            {
                if (!MayPrecede(ending.Kind, outer))
                {
                    continue;
                }

                bool known = IsKnown(name, wordStart, length - ending.Length, type);
                int forms = known ? int.MaxValue : stems.Forms(rest[..^ending.Length]);
                if (forms > bestForms && (known || IsEnding(rest, ending, forms, type, isCompound)))
                {
                    best = ending;
                    bestForms = forms;
                }
            }

            if (best is not { } found)
            {
                break;
            }

            length -= found.Length;
            outer = found.Kind;
        }

        // Минскіде: the vowel only helps to say the cluster of consonants.
        bool isHelped = outer is not null && lower[..length].EndsWith("скі", StringComparison.Ordinal) && IsKnown(name, wordStart, length - 1, type);
        return isHelped ? length - 1 : length;
    }

    // The gazetteer has the whole name, or the place with its kind, or the last word as a name of its own: Қызылқоға ауданы, Қазақстан – Канада.
    private bool IsKnown(ReadOnlySpan<char> name, int wordStart, int length, EntityType type) =>
        gazetteer.TryFind(name[..(wordStart + length)], out _)
        || (type == EntityType.Gpe && PlaceNames.TryFind(gazetteer, name[..(wordStart + length)], out _))
        || (wordStart > 0 && CaseFolding.IsUpper(name[wordStart]) && gazetteer.TryFind(name.Slice(wordStart, length), out _));

    // A name that is written in capitals or in small letters throughout gets the capitals that the gazetteer knows.
    private string WithCapitals(string name, EntityType type)
    {
        bool allUpper = true;
        bool allLower = true;
        foreach (char c in name)
        {
            bool upper = CaseFolding.IsUpper(c);
            allLower &= !upper;
            allUpper &= upper || !char.IsLetter(c);
        }

        if (allLower && type == EntityType.Position)
        {
            return name;
        }

        if ((allUpper || allLower) && gazetteer.TryFind(name, out GazetteerNode node))
        {
            foreach (GazetteerMatch entry in gazetteer.GetEntries(node))
            {
                if (entry.Type == type && entry.MatchedName.Length == name.Length)
                {
                    return entry.MatchedName;
                }
            }
        }

        return type == EntityType.Person ? NameCapitals.OfPerson(name)
            : allLower && (type == EntityType.Gpe || type == EntityType.Location) ? NameCapitals.OfFirst(name)
            : name;
    }

    // From the end of the word inwards: a case, then -дағы, then the plural.
    private static bool MayPrecede(NameEndingKind inner, NameEndingKind? outer) => outer switch
    {
        null => true,
        NameEndingKind.Case => inner != NameEndingKind.Case,
        NameEndingKind.Adjective => inner == NameEndingKind.Plural,
        _ => inner == NameEndingKind.Adjective,
    };

    private bool IsEnding(ReadOnlySpan<char> word, NameEnding ending, int stemForms, EntityType type, bool isCompound)
    {
        int ownForms = stems.Forms(word);
        if (ending.Kind == NameEndingKind.Plural)
        {
            // A plural has forms of its own, as a stem has; a person is seldom many; a work is called what it is called.
            return type != EntityType.Art && ((stemForms >= ManyForms && (type != EntityType.Person || ownForms < ManyForms))
                || (type == EntityType.Norp && word.Length - ending.Length >= ShortestGroup));
        }

        if (ownForms >= ManyForms && ownForms * 2 >= stemForms)
        {
            return false;
        }

        ReadOnlySpan<char> stem = word[..^ending.Length];
        if (ending.AfterPossessive && ending.Length == 1 && Postpositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return false;
        }

        if (type == EntityType.Person && ending.Length == 2 && word[^2..] is "да" or "де" or "та" or "те")
        {
            // Химматзода and Әдімолда end so themselves, and one is seldom in a person.
            return IsSurname(stem) || (stemForms >= ManyForms && stemForms > ownForms);
        }

        if (ending is { AfterPossessive: true, Length: 1 } && !isCompound)
        {
            return false;
        }

        if (ending.AfterPossessive)
        {
            // Лондон is no possessive, Шайтанкөлінде may be one; in a person's name only a patronymic is.
            bool patronymic = stem.EndsWith("ұлы", StringComparison.Ordinal) || stem.EndsWith("қызы", StringComparison.Ordinal);
            return patronymic || (type != EntityType.Person && (isCompound || stemForms > ownForms));
        }

        return stemForms > 0 || ownForms < 2;
    }

    private static bool IsSurname(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && (stem.EndsWith("ов", StringComparison.Ordinal) || stem.EndsWith("ев", StringComparison.Ordinal) || stem.EndsWith("ин", StringComparison.Ordinal)
            || stem.EndsWith("ова", StringComparison.Ordinal) || stem.EndsWith("ева", StringComparison.Ordinal) || stem.EndsWith("ұлы", StringComparison.Ordinal) || stem.EndsWith("қызы", StringComparison.Ordinal));

    private static bool IsHyphenatedEnding(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        if (ending.Length is 0 or > MaxWordLength || CaseFolding.IsUpper(ending[0]) || !char.IsLetter(ending[0]))
        {
            return false;
        }

        Span<char> lower = stackalloc char[MaxWordLength];
        lower = CaseFolding.ToLower(ending, lower);

        // What the letters of an acronym stand for may end in a possessive: ЖШС-не, АҚ-на, of серіктестігі, қоғамы.
        return EntityPieces.IsWord(stem[^1]) && (NameEndings.IsChain(lower) || (CaseFolding.IsUpper(stem[^1]) && lower is "на" or "не" or "нан" or "нен" or "нда" or "нде"));
    }

    // White space of any kind and length as one space; look-alike letters of another script as the word's own.
    private static string Tidy(ReadOnlySpan<char> mention)
    {
        var name = new StringBuilder(mention.Length);
        bool space = false;
        foreach (Range range in mention.SplitAny(default(ReadOnlySpan<char>)))
        {
            ReadOnlySpan<char> word = mention[range];
            if (word.IsEmpty)
            {
                continue;
            }

            // #Алматы is the city.
            if (!space && word is ['#', _, ..])
            {
                word = word[1..];
            }

            if (space)
            {
                name.Append(' ');
            }

            space = true;
            AppendRepaired(word, name);
        }

        return WithoutLoneQuotes(name.ToString());
    }

    // A mention may begin behind an opening quote: «[Нұр Отан» партиясының мүшесі]. A pair stays, a mark without the other one goes.
    private static string WithoutLoneQuotes(string name)
    {
        if (name.AsSpan().IndexOfAny(QuoteMarks) < 0)
        {
            return name;
        }

        bool[] isLone = new bool[name.Length];
        var open = new Stack<int>();
        bool isPaired = name.AsSpan().CountAny(PlainQuoteMarks) > 1;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '«')
            {
                open.Push(i);
            }

            isLone[i] = name[i] == '»' ? !open.TryPop(out _) : !isPaired && PlainQuoteMarks.Contains(name[i]);
        }

        foreach (int at in open)
        {
            isLone[at] = true;
        }

        // Between spaces, Қазақтелеком " АҚ, a mark takes one of them with it.
        var kept = new StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (!isLone[i] && (name[i] != ' ' || (kept.Length > 0 && kept[^1] != ' ')))
            {
                kept.Append(name[i]);
            }
        }

        string tidy = kept.ToString().Trim();
        return tidy.Length == 0 ? name : tidy;
    }

    private static void AppendRepaired(ReadOnlySpan<char> word, StringBuilder into)
    {
        for (int start = 0; start < word.Length;)
        {
            int end = start;
            bool cyrillic = false;
            bool foreign = false;
            for (; end < word.Length && char.IsLetter(word[end]); end++)
            {
                cyrillic |= EntityFolding.IsCyrillic(word[end]);
                foreign |= char.IsAsciiLetter(word[end]) && EntityFolding.FoldLookAlike(word[end]) == word[end];
            }

            end = Math.Max(end, start + 1);
            foreach (char c in word[start..end])
            {
                into.Append(cyrillic && !foreign ? EntityFolding.FoldLookAlike(c) : c);
            }

            start = end;
        }
    }
}
