namespace KazNlp;

/// <summary>Finds the country and the region of Kazakhstan that a geopolitical name names or lies in. Immutable and thread-safe.</summary>
internal sealed class EntityCountries(Gazetteer gazetteer)
{
    private const string KazakhLetters = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private const string LoanLetters = "агкноуухиАГКНОУУХИ";
    private const int MaxLoanLength = 64;

    /// <summary>The ISO 3166-1 alpha-2 code, or null when the place is not known.</summary>
    /// <param name="canonical">The name in its dictionary form.</param>
    /// <param name="mention">The name as the text has it.</param>
    public string? Find(ReadOnlySpan<char> canonical, ReadOnlySpan<char> mention) =>
        TryFindPlace(canonical, mention, out GazetteerNode node) ? gazetteer.GetCountryCode(node) : null;

    /// <summary>The ISO 3166-2 code of the region of Kazakhstan that is named or that the place lies in, or null.</summary>
    /// <param name="canonical">The name in its dictionary form.</param>
    /// <param name="mention">The name as the text has it.</param>
    public string? FindSubdivision(ReadOnlySpan<char> canonical, ReadOnlySpan<char> mention)
    {
        string? code = TryFindPlace(canonical, mention, out GazetteerNode node) ? gazetteer.GetSubdivisionCode(node) : null;

        // Алматы облысының Жамбыл ауданы: there are three districts of the name, and the region says which.
        int region = code is null ? canonical.IndexOf(" облысының ") : -1;
        return region > 0 && gazetteer.TryFind(canonical[..(region + " облысы".Length)], out node) ? gazetteer.GetSubdivisionCode(node) : code;
    }

    /// <summary>The ISO 3166-1 alpha-2 code of the country whose inhabitants or people are named, or null.</summary>
    /// <param name="canonical">The name in its dictionary form.</param>
    public string? FindOfGroup(ReadOnlySpan<char> canonical) => gazetteer.TryFind(canonical, out GazetteerNode node) ? gazetteer.GetCountryOfGroup(node) : null;

    private bool TryFindPlace(ReadOnlySpan<char> canonical, ReadOnlySpan<char> mention, out GazetteerNode node)
    {
        if (TryFind(canonical, out node) || TryFind(mention, out node) || TryFindLoan(canonical, out node)
            || (PlaceNames.TryFind(gazetteer, canonical, out node) && gazetteer.GetCountryCode(node) is not null))
        {
            return true;
        }

        // The longest part that is known: Алматы қаласы, Ресейдің Омбы облысы, Қарағанды облысының Шет ауданы.
        for (int words = CountWords(canonical) - 1; words > 0; words--)
        {
            if (TryFind(FirstWords(canonical, words), out node) || TryFind(LastWords(canonical, words), out node))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryFind(ReadOnlySpan<char> name, out GazetteerNode node) => gazetteer.TryFind(name, out node) && gazetteer.GetCountryCode(node) is not null;

    // A foreign name that is written as it is spoken: Стамбұл for Стамбул, Кабұл for Кабул.
    private bool TryFindLoan(ReadOnlySpan<char> name, out GazetteerNode node)
    {
        node = default;
        if (name.Length > MaxLoanLength || !name.ContainsAny(KazakhLetters.AsSpan()))
        {
            return false;
        }

        Span<char> loan = stackalloc char[MaxLoanLength];
        loan = loan[..name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            int letter = KazakhLetters.IndexOf(name[i], StringComparison.Ordinal);
            loan[i] = letter < 0 ? name[i] : LoanLetters[letter];
        }

        return TryFind(loan, out node);
    }

    private static int CountWords(ReadOnlySpan<char> name) => name.Count(' ') + 1;

    private static ReadOnlySpan<char> FirstWords(ReadOnlySpan<char> name, int words)
    {
        int end = -1;
        for (; words > 0; words--)
        {
            end += 1 + name[(end + 1)..].IndexOf(' ');
        }

        return name[..end];
    }

    private static ReadOnlySpan<char> LastWords(ReadOnlySpan<char> name, int words)
    {
        int start = name.Length;
        for (; words > 0; words--)
        {
            start = name[..start].LastIndexOf(' ');
        }

        return name[(start + 1)..];
    }
}
