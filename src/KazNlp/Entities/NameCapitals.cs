using System.Text;

namespace KazNlp;

/// <summary>Capitals of names that are written in capitals or in small letters throughout: <c>ДАНИЯР ӨТЕГЕНОВ</c>, <c>айбатыр жұмағұлов</c>.</summary>
internal static class NameCapitals
{
    private const int ShortestWord = 3;
    private const string Vowels = "аәеёиоөуұүыіэюя";

    /// <summary>A person's name with a capital at each part; an account, <c>@kaznews</c>, as it is.</summary>
    public static string OfPerson(string name)
    {
        if (name.StartsWith('@'))
        {
            return name;
        }

        bool allLower = !name.AsSpan().ContainsAnyUpper();
        var capitals = new StringBuilder(name.Length);
        for (int start = 0; start < name.Length;)
        {
            int end = start;
            while (end < name.Length && char.IsLetter(name[end]))
            {
                end++;
            }

            ReadOnlySpan<char> word = name.AsSpan(start, end - start);
            bool isParticle = start > 0 && NameParticles.Contains(word);
            if (allLower ? !isParticle && word.Length > 0 : IsShouted(word))
            {
                AppendTitle(word, capitals);
            }
            else
            {
                capitals.Append(word);
            }

            start = end;
            while (start < name.Length && !char.IsLetter(name[start]))
            {
                capitals.Append(name[start++]);
            }
        }

        return capitals.ToString();
    }

    /// <summary>A name with its first letter a capital.</summary>
    public static string OfFirst(string name) => name.Length == 0 ? name : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));

    private static bool ContainsAnyUpper(this ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (CaseFolding.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    // Capitals with a vowel; Roman numerals and initials have none, abbreviations are no names of persons.
    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        bool vowel = false;
        foreach (char c in word)
        {
            if (!CaseFolding.IsUpper(c))
            {
                return false;
            }

            vowel |= Vowels.Contains(CaseFolding.ToLower(c), StringComparison.Ordinal);
        }

        return vowel && word.Length >= ShortestWord;
    }

    private static void AppendTitle(ReadOnlySpan<char> word, StringBuilder into)
    {
        into.Append(char.ToUpperInvariant(word[0]));
        foreach (char c in word[1..])
        {
            into.Append(CaseFolding.ToLower(c));
        }
    }
}
