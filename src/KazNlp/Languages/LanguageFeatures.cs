using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>
/// What a text tells of its language: the runs of one to five letters inside its words, whose ends count as letters, and the words as wholes.
/// Digits, punctuation and symbols tell nothing. One pass, in linear time.
/// </summary>
/// <remarks>Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994. A word's letters count in lower case, each code unit by itself.</remarks>
internal static class LanguageFeatures
{
    /// <summary>What models of these features say of themselves.</summary>
    public const string Version = "1";

    /// <summary>Letters of a word; a longer run of letters counts as several words.</summary>
    public const int MaxWordLength = 48;

    /// <summary>Letters of the runs that tell whether a text is in one of the languages at all.</summary>
    public const int KnownLength = 4;

    private const int LongestRun = 5;
    private const char WordEdge = ' ';
    private const ulong Multiplier = 0xD6E8FEB86659FD93;
    private const ulong WordSeed = 0x9E3779B97F4A7C15;

    /// <summary>Hands all features of a text to a sink, as often as they occur.</summary>
    public static void Collect<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, ILanguageFeatureSink, allows ref struct
    {
        Span<char> word = stackalloc char[MaxWordLength + 2];
        word[0] = WordEdge;
        int length = 0;
        foreach (char c in text)
        {
            bool isInner = char.IsLetter(c) || (length > 0 && IsMark(c));
            if (isInner && length < MaxWordLength)
            {
                word[++length] = CaseFolding.ToLower(c);
                continue;
            }

            if (length > 0)
            {
                AddWord(word, length, ref sink);
                length = 0;
            }

            if (isInner)
            {
                word[++length] = CaseFolding.ToLower(c);
            }
        }

        if (length > 0)
        {
            AddWord(word, length, ref sink);
        }
    }

    // Marks that Uzbek, Ukrainian and Kazakh in Latin letters write inside words, and combining ones.
    private static bool IsMark(char c) =>
        c is '\'' or '’' or '‘' or 'ʻ' || (c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    [SkipLocalsInit]
    private static void AddWord<TSink>(scoped Span<char> word, int length, ref TSink sink)
        where TSink : struct, ILanguageFeatureSink, allows ref struct
    {
        Span<ulong> features = stackalloc ulong[((MaxWordLength + 2) * LongestRun) + 1];
        Span<ulong> runs = stackalloc ulong[MaxWordLength + 2];
        int count = 0;
        int runCount = 0;
        word[length + 1] = WordEdge;
        Span<char> padded = word[..(length + 2)];
        for (int start = 0; start < padded.Length; start++)
        {
            // An edge alone says nothing.
            ulong hash = (ulong)padded[start] + 1;
            if (padded[start] != WordEdge)
            {
                features[count++] = Mix(hash);
            }

            int end = Math.Min(padded.Length, start + LongestRun);
            for (int next = start + 1; next < end; next++)
            {
                hash = (BitOperations.RotateLeft(hash, 16) * Multiplier) + padded[next] + 1;
                features[count++] = Mix(hash);
                if (next - start == KnownLength - 1)
                {
                    runs[runCount++] = Mix(hash);
                }
            }
        }

        if (padded.Length > LongestRun)
        {
            ulong hash = WordSeed;
            foreach (char c in padded)
            {
                hash = (BitOperations.RotateLeft(hash, 16) * Multiplier) + c + 1;
            }

            features[count++] = Mix(hash);
        }

        sink.Add(features[..count], runs[..runCount]);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Multiplier;
        return hash ^ (hash >> 29);
    }
}
