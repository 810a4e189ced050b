namespace KazNlp;

/// <summary>Finds the country that a geopolitical name names or lies in. Immutable and thread-safe.</summary>
internal sealed class EntityCountries(Gazetteer gazetteer)
{
    private const string KazakhLetters = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private const string LoanLetters = "агкноуухиАГКНОУУХИ";
    private const int MaxLoanLength = 64;

    /// <summary>The ISO 3166-1 alpha-2 code, or null when the place is not known.</summary>
    /// <param name="canonical">The name in its dictionary form.</param>
    /// <param name="mention">The name as the text has it.</param>
    public string? Find(ReadOnlySpan<char> canonical, ReadOnlySpan<char> mention)
    {
        string? code = Find(canonical) ?? Find(mention) ?? FindLoan(canonical) ?? FindWithKind(canonical);

        // The longest part that is known: Алматы қаласы, Ресейдің Омбы облысы, Қарағанды облысының Шет ауданы.
        for (int words = CountWords(canonical) - 1; code is null && words > 0; words--)
        {
            code = Find(FirstWords(canonical, words)) ?? Find(LastWords(canonical, words));
        }

        return code;
    }

    private string? Find(ReadOnlySpan<char> name) => gazetteer.TryFind(name, out GazetteerNode node) ? gazetteer.GetCountryCode(node) : null;

    // Қарасай және Талғар аудандары
    private string? FindWithKind(ReadOnlySpan<char> name) => PlaceNames.TryFind(gazetteer, name, out GazetteerNode node) ? gazetteer.GetCountryCode(node) : null;

    // A foreign name that is written as it is spoken: Стамбұл for Стамбул, Кабұл for Кабул.
    private string? FindLoan(ReadOnlySpan<char> name)
    {
        if (name.Length > MaxLoanLength || !name.ContainsAny(KazakhLetters.AsSpan()))
        {
            return null;
        }

        Span<char> loan = stackalloc char[MaxLoanLength];
        loan = loan[..name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            int letter = KazakhLetters.IndexOf(name[i], StringComparison.Ordinal);
            loan[i] = letter < 0 ? name[i] : LoanLetters[letter];
        }

        return Find(loan);
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
