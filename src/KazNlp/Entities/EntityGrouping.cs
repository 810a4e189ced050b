using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KazNlp;

/// <summary>
/// Puts the mentions of one thing together: persons by the parts of their names, countries by their code, organisations by the abbreviation that
/// the text defines or the gazetteer knows, everything else by its dictionary form.
/// </summary>
internal sealed class EntityGrouping
{
    private const int LongestAbbreviation = 8;
    private const string Hereafter = "бұдан әрі";

    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(StringComparer.Ordinal, "АҚ", "ЖШС", "ЖАҚ", "ААҚ", "ҰАҚ", "ҰК", "РМК", "РМКК", "МКК", "МКҚК", "КЕАҚ", "ЖК", "ҚБ", "ҚҚ", "LLP", "LLC", "JSC", "Inc", "Ltd");

    private readonly string _text;
    private readonly List<Entity> _entities;
    private readonly int[] _groups;
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private int _count;

    private EntityGrouping(string text, List<Entity> entities)
    {
        _text = text;
        _entities = entities;
        _groups = new int[entities.Count];
        Array.Fill(_groups, -1);
    }

    /// <summary>
    /// Sets each mention's <see cref="Entity.GroupId"/>, numbered in the order of first mention. A person who is called by given name and patronymic
    /// (<c>Қасым-Жомарт Кемелұлы</c>) gets the dictionary form of the one person of that given name whom the text calls in full.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities, in order; replaced in place.</param>
    public static void Assign(string text, List<Entity> entities)
    {
        var grouping = new EntityGrouping(text, entities);
        grouping.GroupPersons();
        grouping.GroupOthers();
        grouping.Number();
    }

    /// <summary>The groups of entities whose <see cref="Entity.GroupId"/> is set, in the order of first mention.</summary>
    public static ImmutableArray<EntityGroup> Groups(IEnumerable<Entity> entities) =>
        [.. ByGroup(entities).OrderBy(group => group[0].GroupId).Select(group => ToGroup(group[0].GroupId, [.. group]))];

    private static List<List<Entity>> ByGroup(IEnumerable<Entity> entities)
    {
        List<List<Entity>> groups = [];
        Dictionary<int, int> places = [];
        foreach (Entity entity in entities)
        {
            if (!places.TryGetValue(entity.GroupId, out int place))
            {
                places.Add(entity.GroupId, place = groups.Count);
                groups.Add([]);
            }

            groups[place].Add(entity);
        }

        return groups;
    }

    private static EntityGroup ToGroup(int id, ImmutableArray<Entity> mentions)
    {
        EntityType type = mentions[0].Type;
        string? country = mentions.Select(mention => mention.CountryCode).FirstOrDefault(code => code is not null);
        string name = mentions[0].Canonical;
        if (type == EntityType.Person)
        {
            name = Greatest(mentions, mention => Completeness(PersonName.Parse(mention.Canonical))).Canonical;
        }
        else if (type == EntityType.Organisation)
        {
            name = Greatest(mentions, mention => mention.Canonical.Length).Canonical;
        }
        else if (type == EntityType.Gpe && Countries.TryFind(name, out Country? named))
        {
            name = named.Name;
        }

        return new EntityGroup
        {
            Id = id,
            Type = type,
            Name = name,
            CountryCode = country,
            Person = type == EntityType.Person ? PersonName.Parse(name) : null,
            Mentions = mentions,
        };
    }

    private static Entity Greatest(ImmutableArray<Entity> mentions, Func<Entity, int> measure)
    {
        Entity best = mentions[0];
        int most = measure(best);
        foreach (Entity mention in mentions)
        {
            int own = measure(mention);
            (best, most) = own > most ? (mention, own) : (best, most);
        }

        return best;
    }

    // А. Б. Мамин says more of a person than А. Мамин, and keeps А. С. Мамин apart.
    private static bool IsFuller(PersonName name, PersonName than) =>
        Completeness(name) > Completeness(than) || (Completeness(name) == Completeness(than) && name.Initials.Length > than.Initials.Length);

    private static int Completeness(PersonName name) =>
        (name.Surname is null ? 0 : 4) + (name.GivenName is null ? 0 : 2) + (name.Patronymic is null ? 0 : 1) - (name.IsSingleWord ? 1 : 0);

    // Full names make persons; then each shorter name joins the person that it fits, the one mentioned last if it fits several.
    private void GroupPersons()
    {
        List<Person> persons = [];
        List<int> mentions = [];
        List<PersonName> names = [];
        for (int i = 0; i < _entities.Count; i++)
        {
            if (_entities[i].Type == EntityType.Person)
            {
                mentions.Add(i);
                names.Add(PersonName.Parse(_entities[i].Canonical));
            }
        }

        var index = new PersonIndex();
        List<int> candidates = [];
        foreach (bool full in (bool[])[true, false])
        {
            for (int i = 0; i < mentions.Count; i++)
            {
                if (full != names[i] is { GivenName: not null, Surname: not null })
                {
                    continue;
                }

                int best = -1;
                index.Find(names[i], candidates);
                foreach (int person in candidates)
                {
                    bool nearer = best < 0 || Distance(persons[person].LastMention, mentions[i]) < Distance(persons[best].LastMention, mentions[i]);
                    best = nearer && names[i].IsCompatible(persons[person].Name) ? person : best;
                }

                if (best < 0)
                {
                    index.Add(persons.Count, names[i]);
                    persons.Add(new Person { Name = names[i], Group = _count++ });
                    best = persons.Count - 1;
                }

                _groups[mentions[i]] = persons[best].Group;
                persons[best].Name = IsFuller(names[i], persons[best].Name) ? names[i] : persons[best].Name;
                persons[best].LastMention = mentions[i];
                CompletePatronymic(mentions[i], names[i], persons[best].Name);
            }
        }

        // A mention behind is as good as one before it only when there is none before.
        static int Distance(int person, int mention) => person <= mention ? mention - person : int.MaxValue / 2;
    }

    private void CompletePatronymic(int mention, PersonName name, PersonName person)
    {
        if (name is { GivenName: not null, Surname: null, Patronymic: not null } && person is { GivenName: not null, Surname: not null })
        {
            _entities[mention] = _entities[mention] with { Canonical = $"{person.GivenName} {person.Surname}" };
        }
    }

    private void GroupOthers()
    {
        for (int i = 0; i < _entities.Count; i++)
        {
            Entity entity = _entities[i];
            if (_groups[i] >= 0)
            {
                continue;
            }

            string key = Key(entity.Type, NameKeyOf(entity));
            if (!_byKey.TryGetValue(key, out int group))
            {
                group = _count++;
                _byKey[key] = group;
            }

            _groups[i] = group;
            if (entity.Type == EntityType.Organisation && DefinedAbbreviation(i) is { } abbreviation)
            {
                _byKey.TryAdd(Key(entity.Type, abbreviation), group);
            }

            // БҰҰ (Біріккен Ұлттар Ұйымы)
            if (entity.Type == EntityType.Organisation && IsExplained(i))
            {
                _byKey.TryAdd(Key(entity.Type, NameKeyOf(_entities[i + 1])), group);
            }
        }
    }

    private static string Key(EntityType type, string name) => $"{type.Name}\0{name}";

    private static string NameKeyOf(Entity entity)
    {
        if (entity.Type == EntityType.Gpe && Countries.TryFind(entity.Canonical, out Country? country))
        {
            return country.Alpha2;
        }

        if (Gazetteer.Default.TryFind(entity.Canonical, out GazetteerNode node))
        {
            foreach (GazetteerMatch entry in Gazetteer.Default.GetEntries(node))
            {
                if (entry.Type == entity.Type)
                {
                    return GazetteerFolding.Fold(entry.Name);
                }
            }
        }

        return GazetteerFolding.Fold(BareName(entity));
    }

    // Алматы қаласы is Алматы, «Самұрық-Қазына» АҚ is Самұрық-Қазына.
    private static string BareName(Entity entity)
    {
        const string City = " қаласы";
        string name = entity.Canonical;
        if (entity.Type == EntityType.Gpe && name.EndsWith(City, StringComparison.OrdinalIgnoreCase))
        {
            return name[..^City.Length];
        }

        int space = name.LastIndexOf(' ');
        return entity.Type == EntityType.Organisation && space > 0 && LegalForms.Contains(name[(space + 1)..]) ? name[..space] : name;
    }

    private bool IsExplained(int index)
    {
        Entity entity = _entities[index];
        if (index + 1 >= _entities.Count || _groups[index + 1] >= 0 || _entities[index + 1].Type != entity.Type || !AllCapitals(entity.Canonical))
        {
            return false;
        }

        Entity next = _entities[index + 1];
        return next.End < _text.Length && _text[next.End] == ')' && _text.AsSpan(entity.End, next.Start - entity.End).Trim(' ') is "(";
    }

    // Біріккен Ұлттар Ұйымы (БҰҰ): capitals in brackets right behind the name, inside the mention or after it.
    private string? DefinedAbbreviation(int index)
    {
        Entity entity = _entities[index];
        ReadOnlySpan<char> rest = _text.AsSpan(entity.Start);
        int open = rest[..Math.Min(rest.Length, entity.Length + 2)].LastIndexOf('(');
        if (open < entity.Length / 2)
        {
            return null;
        }

        rest = rest[(open + 1)..];

        // (бұдан әрі – Қор), (бұдан әрі – БҰҰ)
        if (rest.StartsWith(Hereafter, StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[Hereafter.Length..].TrimStart(" –—-:");
        }

        int close = rest[..Math.Min(rest.Length, LongestAbbreviation + 1)].IndexOf(')');
        return close >= 2 && AllCapitals(rest[..close]) ? GazetteerFolding.Fold(rest[..close]) : null;
    }

    private static bool AllCapitals(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!CaseFolding.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    // Groups were numbered as they were made; readers want the order of first mention.
    private void Number()
    {
        int[] numbers = new int[_count];
        Array.Fill(numbers, -1);
        int next = 0;
        for (int i = 0; i < _entities.Count; i++)
        {
            ref int number = ref numbers[_groups[i]];
            number = number < 0 ? next++ : number;
            _entities[i] = _entities[i] with { GroupId = number };
        }
    }

    private sealed class Person
    {
        public required PersonName Name { get; set; }

        public required int Group { get; init; }

        public int LastMention { get; set; }
    }
}
