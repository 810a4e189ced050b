using System.Globalization;
using System.Text;

namespace KazNlp.Benchmarks;

/// <summary>Texts of the kinds that differ most for a tokenizer, made from our own words with a fixed seed; about a million code units each.</summary>
public static class InputKinds
{
    private const int Length = 1_000_000;
    private const int Seed = 20_240_822;

    private static readonly string[] Opinions = ["керемет", "ұнады", "нашар", "тамаша қолданба", "рахмет", "жақсы екен", "ашылмайды", "қатты ұнады", "5 жұлдыз", "түсініксіз", "қате шығады"];
    private static readonly string[] Emoji = ["😍", "👍", "👍🏽", "❤️", "🔥", "😂😂", "🇰🇿", "👩‍💻", "🙏🏻", "😡", "⭐", "5️⃣"];
    private static readonly string[] Foreign = ["iPhone-ды", "Google", "Samsung Galaxy", "COVID-19-дың", "Boeing-тің", "YouTube арнасы", "startup", "Wi-Fi", "TikTok-та", "Windows 11", "online", "ChatGPT", "Astana Hub"];
    private static readonly string[] Kazakh = ["қолданушылар", "бағдарламаны", "жүктеп алды", "жаңартты", "туралы айтты", "елімізде", "сатылымға шықты", "компаниясы", "мен", "және"];

    /// <summary>The kinds by name; <c>news</c> is the chosen corpus itself.</summary>
    public static IReadOnlyList<string> Names { get; } = ["news", "reviews", "latin-mixed", "tables", "giant-word", "emoji-row"];

    /// <summary>The text of a kind.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static Corpus Load(string name) => name switch
    {
        "news" => Corpus.Load(),
        "reviews" => new(name, Make(random => $"{Pick(random, Opinions)}{Pick(random, ["!", "!!!", "", "...", "?", ","])} {Pick(random, Emoji)} {Pick(random, Opinions)} {Pick(random, ["", "№1", ":)", "))"])}\n")),
        "latin-mixed" => new(name, Make(random => $"{Pick(random, Foreign)} {Pick(random, Kazakh)} {Pick(random, Foreign)} {Pick(random, Kazakh)}. ")),
        "tables" => new(name, Make(random => string.Create(
            CultureInfo.InvariantCulture,
            $"{random.Next(1990, 2025)}\t{random.Next(100):00}.{random.Next(1, 13):00}.{random.Next(2000, 2025)}\t{random.Next(1000)},{random.Next(10)}%\t{random.Next(1000)} {random.Next(1000):000}\t8-701-{random.Next(100, 1000)}-{random.Next(10, 100)}-{random.Next(10, 100)}\n"))),
        "emoji-row" => new(name, Make(random => Pick(random, Emoji))),
        "giant-word" => new(name, Make(random => Pick(random, Kazakh).Replace(" ", "", StringComparison.Ordinal))),
        _ => throw new ArgumentException($"'{name}' is none of {string.Join(", ", Names)}.", nameof(name)),
    };

    private static string Make(Func<Random, string> piece)
    {
        var random = new Random(Seed);
        var text = new StringBuilder(Length + 200);
        while (text.Length < Length) text.Append(piece(random));
        return text.ToString();
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
