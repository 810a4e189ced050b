namespace KazNlp;

/// <summary>
/// The persons of a document by the parts of their names, so that a mention is compared with its namesakes alone and not with everyone: a list of thirty
/// thousand names is grouped in linear time. Not thread-safe.
/// </summary>
internal sealed class PersonIndex
{
    // Of more persons with one name the last ones are looked at.
    private const int MaxNamesakes = 256;

    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _bySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _withoutSurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _full = new(StringComparer.Ordinal);

    /// <summary>Takes up a person.</summary>
    /// <param name="person">Number of the person; rises from call to call.</param>
    /// <param name="name">The name.</param>
    public void Add(int person, PersonName name)
    {
        Add(_byName, name.GivenName, person);
        Add(_byName, name.Patronymic, person);
        if (name.GivenName?.Contains(' ', StringComparison.Ordinal) == true)
        {
            // Тайып for Режеп Тайып Ердоған
            foreach (string part in name.GivenName.Split(' '))
            {
                Add(_byName, part, person);
            }
        }

        if (name.BareSurname is not { } surname)
        {
            Add(_withoutSurname, name.GivenName, person);
            return;
        }

        Add(_byName, surname, person);
        Add(_bySurname, surname, person);
        if (name.GivenName is not null)
        {
            _full[FullKey(name.GivenName, surname)] = person;
        }
    }

    /// <summary>The persons whom a name may be of: those that <see cref="PersonName.IsCompatible"/> could accept.</summary>
    /// <param name="name">The name.</param>
    /// <param name="candidates">Where to: numbers of persons, rising, none twice.</param>
    public void Find(PersonName name, List<int> candidates)
    {
        candidates.Clear();
        if (name.BareSurname is not { } surname)
        {
            Append(_byName, name.GivenName, candidates);
        }
        else
        {
            Append(_bySurname, surname, candidates);
            Append(_withoutSurname, surname, candidates);
            Append(_withoutSurname, name.GivenName, candidates);
            if (name.GivenName is not null && _full.TryGetValue(FullKey(name.GivenName, surname), out int person))
            {
                candidates.Add(person);
            }
        }

        candidates.Sort();
        int count = 0;
        for (int i = 0; i < candidates.Count; i++)
        {
            if (count == 0 || candidates[i] != candidates[count - 1])
            {
                candidates[count++] = candidates[i];
            }
        }

        candidates.RemoveRange(count, candidates.Count - count);
    }

    // Қасым-Жомарт and Қасымжомарт are one.
    private static string Key(string name) => name.Replace("-", string.Empty, StringComparison.Ordinal);

    private static string FullKey(string given, string surname) => $"{given}\0{surname}";

    private static void Add(Dictionary<string, List<int>> index, string? name, int person)
    {
        if (name is null)
        {
            return;
        }

        string key = Key(name);
        if (!index.TryGetValue(key, out List<int>? persons))
        {
            index.Add(key, persons = []);
        }

        persons.Add(person);
    }

    private static void Append(Dictionary<string, List<int>> index, string? name, List<int> candidates)
    {
        if (name is not null && index.TryGetValue(Key(name), out List<int>? persons))
        {
            int first = Math.Max(0, persons.Count - MaxNamesakes);
            candidates.AddRange(persons.GetRange(first, persons.Count - first));
        }
    }
}
