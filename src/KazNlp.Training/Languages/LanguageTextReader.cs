using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Reads folders of text in which each file is named by its language: <c>kk.txt</c>, <c>kk-Latn.txt</c>, <c>uz_cyrl.txt</c>.</summary>
public static partial class LanguageTextReader
{
    // What CLDR takes for granted (likely subtags), of the languages around Kazakh.
    private static readonly string[] LikelyScripts =
        ["az-Latn", "ba-Cyrl", "be-Cyrl", "bg-Cyrl", "en-Latn", "kk-Cyrl", "ky-Cyrl", "mk-Cyrl", "mn-Cyrl", "ru-Cyrl", "sr-Cyrl", "tg-Cyrl", "tr-Latn", "tt-Cyrl", "uk-Cyrl", "uz-Latn"];

    /// <summary>Reads all <c>.txt</c> files of a folder, in the order of their tags.</summary>
    /// <param name="folder">The folder; those inside it are not read.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is named by no language tag or has no line of text, two have one tag, or the folder has no such file; the message names it.</exception>
    /// <exception cref="DataFormatException">A line is not UTF-8.</exception>
    public static IReadOnlyList<LanguageText> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        LanguageText[] texts = [.. Directory.GetFiles(folder, "*.txt").Select(ReadFile).OrderBy(text => text.Tag, StringComparer.Ordinal)];
        if (texts.Length == 0)
        {
            throw new InvalidDataException($"{folder}: no file named by a language, such as kk.txt, lies in the folder");
        }

        if (texts.Zip(texts.Skip(1)).FirstOrDefault(pair => pair.First.Tag == pair.Second.Tag).First is { } twice)
        {
            throw new InvalidDataException($"{folder}: two files are named by the language '{twice.Tag}'; put them together");
        }

        return texts;
    }

    /// <summary>The tag that a file name stands for: <c>kk_cyrl</c> is <c>kk</c>, <c>kk_latn</c> is <c>kk-Latn</c>.</summary>
    /// <param name="name">The name without its extension.</param>
    /// <returns>The tag, or null when the name is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string? TagOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Match match = TagPattern().Match(name);
        if (!match.Success)
        {
            return null;
        }

        string language = match.Groups["language"].Value.ToLowerInvariant();
        string script = match.Groups["script"].Value;
        string tag = script.Length == 0 ? language : $"{language}-{char.ToUpperInvariant(script[0])}{script[1..].ToLowerInvariant()}";
        return LikelyScripts.Contains(tag) ? language : tag;
    }

    private static LanguageText ReadFile(string path)
    {
        string tag = TagOf(Path.GetFileNameWithoutExtension(path))
            ?? throw new InvalidDataException($"{path}: the file's name is no language tag; name it by its language and, where it needs one, script: kk.txt, kk-Latn.txt");
        using FileStream stream = File.OpenRead(path);
        var reader = new Utf8LineReader(stream, path);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines.Count > 0 ? new LanguageText(tag, lines) : throw new InvalidDataException($"{path}: the file has no line of text");
    }

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(?:[-_](?<script>[A-Za-z]{4}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TagPattern();
}
