using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// Finds where the endings of a word begin, from counts alone: what stands before them is a word by itself, and many other words have the same endings.
/// Good enough to weigh merges; <see cref="KazNlp"/>'s morphology is not used, so that a vocabulary can be trained on any text.
/// </summary>
internal sealed class WordEndings
{
    private const int MinStemLength = 3;
    private const int MaxEndingsLength = 12;
    private const int MinStemCount = 10;
    private const int MinStems = 50;

    private readonly Dictionary<string, long> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stemsOfEndings = new(StringComparer.Ordinal);

    public WordEndings(IReadOnlyList<KeyValuePair<string, long>> parts)
    {
        foreach ((string part, long count) in parts)
        {
            if (TryGetWord(part, out string word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _) += count;
            }
        }

        foreach (string word in _words.Keys)
        {
            for (int length = FirstStemLength(word); length < word.Length; length++)
            {
                if (_words.GetValueOrDefault(word[..length]) >= MinStemCount)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_stemsOfEndings, word[length..], out _)++;
                }
            }
        }
    }

    /// <summary>Where the endings of a part begin, in code units, or 0.</summary>
    public int Find(string part)
    {
        if (!TryGetWord(part, out string word))
        {
            return 0;
        }

        int best = 0;
        double bestScore = 0;
        for (int length = FirstStemLength(word); length < word.Length; length++)
        {
            if (_stemsOfEndings.GetValueOrDefault(word[length..]) is >= MinStems and var stems && _words.GetValueOrDefault(word[..length]) is >= MinStemCount and var count)
            {
                double score = Math.Log(count) + Math.Log(stems);
                (best, bestScore) = score > bestScore ? (length, score) : (best, bestScore);
            }
        }

        return best == 0 ? 0 : part.Length - word.Length + best;
    }

    private static int FirstStemLength(string word) => Math.Max(MinStemLength, word.Length - MaxEndingsLength);

    private static bool TryGetWord(string part, out string word)
    {
        ReadOnlySpan<char> letters = part.StartsWith(' ') ? part.AsSpan(1) : part;
        word = letters.ContainsAnyExceptInRange('\u0400', '\u052F') ? string.Empty : letters.ToString().ToLowerInvariant();
        return word.Length > 0;
    }
}
