using System.Collections.Immutable;

namespace KazNlp;

/// <summary>
/// Links posts with the persons beside them: the post right before the person (<c>көлік вице-министрі Ерлан Қасенов</c>), or behind the person between
/// commas, brackets or a dash (<c>Тоқаев, Қазақстан президенті, …</c>). Nothing is linked across another word or the end of a sentence.
/// </summary>
internal static class EntityRoles
{
    private const int LongestBody = 4;
    private const int MostWords = 24;
    private const int LongestHead = 32;

    private static readonly string[] Possessives = ["", "ы", "і", "сы", "сі", "м", "ым", "ім"];
    private static readonly string[] Conjunctions = [",", "мен", "бен", "пен", "және"];

    /// <summary>Finds the roles of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="entities">Its entities, in order.</param>
    /// <param name="canonical">Makes dictionary forms.</param>
    public static ImmutableArray<EntityRole> Find(string text, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<Entity> entities, CanonicalForm canonical)
    {
        var roles = ImmutableArray.CreateBuilder<EntityRole>();
        int sentence = 0;
        for (int i = 0; i < entities.Length; i++)
        {
            if (entities[i].Type != EntityType.Position)
            {
                continue;
            }

            while (sentence < sentences.Length && sentences[sentence].End <= entities[i].Start)
            {
                sentence++;
            }

            TextSpan bounds = sentence < sentences.Length ? sentences[sentence].Span : new TextSpan(0, text.Length);
            List<Entity> persons = PersonsAfter(text, entities, i, bounds);
            List<Entity> bodies = BodiesBefore(text, entities, i, bounds);
            if (persons.Count == 0 && PersonBefore(text, entities, i, bodies, bounds) is { } person)
            {
                persons.Add(person);
            }

            // What the post itself names comes before what stands in front of it: Астанада Қырғызстан президенті.
            List<(string Name, string? Country)> inner = persons.Count > 0 ? InnerBodies(entities[i].Text, canonical) : [];
            for (int k = 0; k < persons.Count; k++)
            {
                Entity? body = inner.Count > 0 ? null : bodies.Count == 1 ? bodies[0] : bodies.Count == persons.Count ? bodies[k] : null;
                (string? name, string? country) = body is not null ? (body.Canonical, body.CountryCode)
                    : inner.Count == 1 ? inner[0] : inner.Count == persons.Count ? inner[k] : ((string?)null, null);
                roles.Add(new EntityRole { Position = entities[i], Person = persons[k], Body = body, BodyName = name, CountryCode = country });
            }
        }

        return roles.ToImmutable();
    }

    // A post with a case ending is another one's: президентіне Тоқаев хат жолдады. Several hold a post in the plural.
    private static List<Entity> PersonsAfter(string text, ReadOnlySpan<Entity> entities, int position, TextSpan bounds)
    {
        List<Entity> persons = [];
        if (!IsNominative(entities[position], out bool isPlural))
        {
            return persons;
        }

        for (int i = position + 1; i < entities.Length && entities[i].Type == EntityType.Person && entities[i].End <= bounds.End; i++)
        {
            ReadOnlySpan<char> gap = text.AsSpan(entities[i - 1].End, entities[i].Start - entities[i - 1].End);
            if (persons.Count == 0 ? !gap.IsWhiteSpace() : !IsConjunction(gap))
            {
                break;
            }

            persons.Add(entities[i]);
            if (!isPlural)
            {
                break;
            }
        }

        return persons;
    }

    // Тоқаев, Қазақстан президенті, …; Тоқаев (Қазақстан президенті); Тоқаев – Қазақстан президенті.
    private static Entity? PersonBefore(string text, ReadOnlySpan<Entity> entities, int position, List<Entity> bodies, TextSpan bounds)
    {
        int start = bodies.Count > 0 ? bodies[0].Start : entities[position].Start;
        int person = position - 1 - bodies.Count;
        if (person < 0 || entities[person].Type != EntityType.Person || entities[person].Start < bounds.Start || !IsNominative(entities[position], out _))
        {
            return null;
        }

        ReadOnlySpan<char> gap = text.AsSpan(entities[person].End, start - entities[person].End).Trim();
        ReadOnlySpan<char> rest = text.AsSpan(entities[position].End, bounds.End - entities[position].End).TrimStart();
        bool isEnd = rest.IsEmpty || rest[0] is '.' or '!' or '?' or '…' or ';';
        bool isLinked = gap switch
        {
            "," => isEnd || rest[0] is ',' or ')' or '–' or '—' or '-',
            "(" => !rest.IsEmpty && rest[0] is ')' or ',',
            "–" or "—" or "-" => isEnd || rest[0] is ',' or ')',
            _ => false,
        };
        return isLinked ? entities[person] : null;
    }

    private static List<Entity> BodiesBefore(string text, ReadOnlySpan<Entity> entities, int position, TextSpan bounds)
    {
        List<Entity> bodies = [];
        for (int i = position - 1; i >= 0 && entities[i].Start >= bounds.Start && (entities[i].Type == EntityType.Gpe || entities[i].Type == EntityType.Organisation); i--)
        {
            if (bodies.Count == 0 && IsInBrackets(text, entities, i, position))
            {
                bodies.Add(entities[--i]);
                continue;
            }

            ReadOnlySpan<char> gap = text.AsSpan(entities[i].End, entities[i + 1].Start - entities[i].End);
            if (bodies.Count == 0 ? !gap.IsWhiteSpace() || !MayOwn(entities[i]) : !IsConjunction(gap))
            {
                break;
            }

            bodies.Add(entities[i]);
        }

        bodies.Reverse();
        return bodies;
    }

    // Біріккен Ұлттар Ұйымы (БҰҰ) Бас хатшысы: the name is the body, what stands in brackets calls it again.
    private static bool IsInBrackets(string text, ReadOnlySpan<Entity> entities, int body, int position) =>
        body > 0
        && entities[body - 1].Type == entities[body].Type
        && text.AsSpan(entities[body].End, entities[position].Start - entities[body].End).Trim() is ")"
        && text.AsSpan(entities[body - 1].End, entities[body].Start - entities[body - 1].End).Trim() is "(";

    private static bool IsConjunction(ReadOnlySpan<char> gap)
    {
        foreach (string conjunction in Conjunctions)
        {
            if (gap.Trim().SequenceEqual(conjunction))
            {
                return true;
            }
        }

        return false;
    }

    // The dictionary form keeps the possessive of a compound name, so what it lacks is a case, a plural, or the possessive of a single word.
    private static bool IsNominative(Entity position, out bool isPlural)
    {
        ReadOnlySpan<char> word = LastWord(position.Text);
        ReadOnlySpan<char> stem = LastWord(position.Canonical);
        ReadOnlySpan<char> rest = word[word.CommonPrefixLength(stem)..];
        isPlural = rest.Length >= 3 && rest[0] is 'л' or 'д' or 'т' && rest[1] is 'а' or 'е' && rest[2] == 'р';
        rest = isPlural ? rest[3..] : rest;
        foreach (string possessive in Possessives)
        {
            if (rest.SequenceEqual(possessive))
            {
                return true;
            }
        }

        // Only the capitals differ.
        return word.Equals(stem, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];

    // An owner has no case or a genitive: Қазақстанның президенті, but Астанада президент …
    private static bool MayOwn(Entity body)
    {
        int common = body.Text.AsSpan().CommonPrefixLength(body.Canonical);
        ReadOnlySpan<char> rest = body.Text.AsSpan(common).TrimStart("-‑’'");
        return rest is "" or "ның" or "нің" or "дың" or "дің" or "тың" or "тің" || body.Text.Equals(body.Canonical, StringComparison.OrdinalIgnoreCase);
    }

    // Түркия Президенті, Қазақстан Республикасының Президенті, Қазақстан мен Қырғызстан президенттері: the post begins with its countries.
    // Of places that lie one in the other, Түркістан облысы Сайрам ауданының әкімі, the post belongs to the last.
    private static List<(string Name, string? Country)> InnerBodies(string position, CanonicalForm canonical)
    {
        List<(string Name, string? Country)> bodies = [];
        string[] words = position.Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        bool isJoined = true;
        for (int at = 0; at < words.Length - 1;)
        {
            int count = Math.Min(LongestBody, words.Length - 1 - at);
            int before = bodies.Count;
            while (count > 0 && !IsBody(string.Join(' ', words[at..(at + count)]), canonical, bodies))
            {
                count--;
            }

            if (count == 0)
            {
                break;
            }

            if (!isJoined)
            {
                bodies.RemoveAt(before - 1);
            }

            at += count;
            isJoined = at < words.Length - 1 && IsConjunction(words[at]);
            at += isJoined ? 1 : 0;
        }

        return bodies.Count <= 1 && OwnerOf(words, canonical) is { } owner ? [(owner, CountryAtStart(words, canonical))] : bodies;
    }

    // … институтының директоры: a genitive of a word that names a kind of organisation closes the body, however long its name.
    private static string? OwnerOf(string[] words, CanonicalForm canonical)
    {
        Span<char> lower = stackalloc char[LongestHead];
        for (int last = words.Length - 2; last > 0; last--)
        {
            string word = words[last];
            if (word.Length <= LongestHead && IsGenitive(word) && EntityHeads.Classify(CaseFolding.ToLower(word, lower)) is >= 1 and <= 4)
            {
                return canonical.Of(string.Join(' ', words[..(last + 1)]), EntityType.Organisation);
            }
        }

        return null;
    }

    private static string? CountryAtStart(string[] words, CanonicalForm canonical)
    {
        for (int count = Math.Min(LongestBody, words.Length - 1); count > 0; count--)
        {
            if (Countries.TryFind(canonical.Of(string.Join(' ', words[..count]), EntityType.Gpe), out Country? country))
            {
                return country.Alpha2;
            }
        }

        return null;
    }

    private static bool IsGenitive(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] == 'ң' && word[^2] is 'ы' or 'і' && word[^3] is 'н' or 'д' or 'т';

    private static bool IsBody(string words, CanonicalForm canonical, List<(string Name, string? Country)> bodies)
    {
        string name = canonical.Of(words, EntityType.Gpe);
        if (!Gazetteer.Default.TryFind(name, out GazetteerNode node))
        {
            return false;
        }

        foreach (GazetteerMatch match in Gazetteer.Default.GetEntries(node))
        {
            // An organisation of one common word, such as Халық in халық әртісі, is none here.
            bool isName = match.Type == EntityType.Gpe
                || (match.Type == EntityType.Organisation && (name.Contains(' ', StringComparison.Ordinal) || name.Length < words.Length || CaseFolding.IsUpper(name[^1])));
            if (isName)
            {
                bodies.Add((name, match.Type == EntityType.Gpe ? match.CountryCode : null));
                return true;
            }
        }

        return false;
    }
}
