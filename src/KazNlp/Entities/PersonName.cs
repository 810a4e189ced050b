namespace KazNlp;

/// <summary>A person's name in its parts. Immutable and thread-safe.</summary>
/// <remarks>
/// Parts are told apart by their endings: patronymics in <c>-ұлы</c>, <c>-қызы</c>, <c>-ович</c>, <c>-евна</c>; surnames in <c>-ов</c>, <c>-ева</c>, <c>-ин</c>, <c>-ский</c>.
/// A single word without such an ending may be a given name or a surname; it then stands in <see cref="GivenName"/> and <see cref="IsSingleWord"/> is true.
/// </remarks>
public sealed record PersonName
{
    private static readonly string[] MalePatronymics = ["ұлы", "улы", "ович", "евич"];
    private static readonly string[] FemalePatronymics = ["қызы", "кызы", "овна", "евна", "ична"];
    private static readonly string[] MaleSurnames = ["ов", "ев", "ёв", "ин", "ын", "ский", "цкий"];
    private static readonly string[] FemaleSurnames = ["ова", "ева", "ёва", "ина", "ына", "ская", "цкая"];

    private PersonName()
    {
    }

    /// <summary>The given name, <c>Қасым-Жомарт</c>; null when the name has only initials or a surname.</summary>
    public string? GivenName { get; private init; }

    /// <summary>The surname, <c>Тоқаев</c>; null when the name has none.</summary>
    public string? Surname { get; private init; }

    /// <summary>The patronymic, <c>Кемелұлы</c>; null when the name has none.</summary>
    public string? Patronymic { get; private init; }

    /// <summary>The initials without stops and spaces, <c>ҚК</c>; empty when the name has none.</summary>
    public string Initials { get; private init; } = string.Empty;

    /// <summary>The gender, as far as the name tells.</summary>
    public PersonGender Gender { get; private init; }

    /// <summary>Whether the name is one word that may be a given name or a surname.</summary>
    public bool IsSingleWord { get; private init; }

    /// <summary>The surname without particles: <c>Ляйен</c> of <c>фон дер Ляйен</c>.</summary>
    internal string? BareSurname => Surname?[(Surname.LastIndexOf(' ') + 1)..];

    /// <summary>Takes a name apart.</summary>
    /// <param name="name">The name in its dictionary form: <see cref="Entity.Canonical"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static PersonName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string> words = [];
        string initials = string.Empty;
        string? patronymic = null;
        foreach (string part in name.Replace(".", ". ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is [_, '.'])
            {
                initials += part[0];
            }
            else if (words.Count > 0 && EndsWithAny(part, MalePatronymics, FemalePatronymics))
            {
                patronymic = part;
            }
            else if (part != ".")
            {
                words.Add(part);
            }
        }

        (string? given, string? surname) = Assign(words, initials.Length > 0);
        return new PersonName
        {
            GivenName = given,
            Surname = surname,
            Patronymic = patronymic,
            Initials = initials,
            Gender = GenderOf(given, surname, patronymic),
            IsSingleWord = words.Count == 1 && initials.Length == 0 && patronymic is null && surname is null,
        };
    }

    /// <summary>Whether two names may be of one person: no part of one contradicts the other.</summary>
    internal bool IsCompatible(PersonName other)
    {
        if (IsSingleWord || other.IsSingleWord)
        {
            PersonName single = IsSingleWord ? this : other;
            PersonName full = IsSingleWord ? other : this;
            return SameGiven(single.GivenName, full.GivenName) || Same(single.GivenName, full.BareSurname) || Same(single.GivenName, full.Patronymic);
        }

        bool surnamesDiffer = Surname is not null && other.Surname is not null && !Same(BareSurname, other.BareSurname);
        bool givenDiffer = GivenName is not null && other.GivenName is not null && !SameGiven(GivenName, other.GivenName);
        bool patronymicsDiffer = Patronymic is not null && other.Patronymic is not null && !Same(Patronymic, other.Patronymic);
        bool gendersDiffer = Gender != PersonGender.Unknown && other.Gender != PersonGender.Unknown && Gender != other.Gender;
        return !surnamesDiffer && !givenDiffer && !patronymicsDiffer && !gendersDiffer
            && InitialFits(other) && other.InitialFits(this)
            && ((Surname is not null && other.Surname is not null) || (GivenName is not null && other.GivenName is not null));
    }

    // In newspaper order the given name comes first; a surname's ending, or an initial, tells otherwise.
    private static (string? Given, string? Surname) Assign(List<string> words, bool hasInitials) => words switch
    {
        [] => (null, null),
        [string one] when hasInitials || EndsWithAny(one, MaleSurnames, FemaleSurnames) => (null, one),
        [string one] => (one, null),
        [string first, ..] when NameParticles.Contains(first) => (null, string.Join(' ', words)),
        [string first, string second] when EndsWithAny(first, MaleSurnames, FemaleSurnames) && !EndsWithAny(second, MaleSurnames, FemaleSurnames) => (second, first),
        _ => SplitAt(words, SurnameStart(words)),
    };

    private static (string Given, string Surname) SplitAt(List<string> words, int surname) => (string.Join(' ', words[..surname]), string.Join(' ', words[surname..]));

    // Урсула фон дер Ляйен: a particle begins the surname.
    private static int SurnameStart(List<string> words)
    {
        int particle = words.FindIndex(1, static word => NameParticles.Contains(word));
        return particle > 0 && particle < words.Count - 1 ? particle : words.Count - 1;
    }

    private static PersonGender GenderOf(string? given, string? surname, string? patronymic)
    {
        if (EndsWithAny(patronymic, FemalePatronymics) || EndsWithAny(surname, FemaleSurnames))
        {
            return PersonGender.Female;
        }

        if (EndsWithAny(patronymic, MalePatronymics) || EndsWithAny(surname, MaleSurnames))
        {
            return PersonGender.Male;
        }

        if (given is null || !Gazetteer.Default.TryFind(given, out GazetteerNode node))
        {
            return PersonGender.Unknown;
        }

        bool male = node.Kinds.Has(GazetteerKind.MaleName);
        bool female = node.Kinds.Has(GazetteerKind.FemaleName);
        return male == female ? PersonGender.Unknown : male ? PersonGender.Male : PersonGender.Female;
    }

    private bool InitialFits(PersonName other)
    {
        if (Initials.Length == 0)
        {
            return true;
        }

        bool first = Fits(0, other.GivenName ?? (other.Initials.Length > 0 ? other.Initials : null));
        bool second = Initials.Length < 2 || Fits(1, other.Patronymic ?? (other.Initials.Length > 1 ? other.Initials[1..] : null));
        return first && second;

        bool Fits(int index, string? name) => name is null || CaseFolding.ToLower(Initials[index]) == CaseFolding.ToLower(name[0]);
    }

    // Тайып Ердоған and Режеп Тайып Ердоған are one.
    private static bool SameGiven(string? left, string? right)
    {
        if (Same(left, right))
        {
            return true;
        }

        if (left is null || right is null)
        {
            return false;
        }

        (string shorter, string longer) = left.Length < right.Length ? (left, right) : (right, left);
        foreach (string part in longer.Split(' '))
        {
            if (Same(part, shorter))
            {
                return true;
            }
        }

        return false;
    }

    // Қасым-Жомарт and Қасымжомарт are one.
    private static bool Same(string? left, string? right) =>
        left is not null && right is not null
        && (string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            || string.Equals(left.Replace("-", string.Empty, StringComparison.Ordinal), right.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static bool EndsWithAny(string? word, params ReadOnlySpan<string[]> lists)
    {
        foreach (string[] endings in lists)
        {
            foreach (string ending in endings)
            {
                if (word is not null && word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
