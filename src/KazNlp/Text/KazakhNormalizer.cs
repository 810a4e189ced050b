using System.Collections.Immutable;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>
/// Repairs Kazakh text as people and programs write it: Latin look-alikes inside Cyrillic words, letters apart from their marks, invisible
/// characters. A <see cref="Normalizer"/> for the tokenizers of Microsoft.ML.Tokenizers. Immutable and thread-safe; time is linear.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Canonical composition (form C of Unicode Standard Annex #15) of Latin, Greek and Cyrillic, the same with and without ICU.</item>
/// <item>Latin letters that look like Cyrillic ones become these where Cyrillic letters stand in the same run of letters and every Latin letter of
/// the run has a Cyrillic double: <c>Aстана</c>, <c>мемлекеттiк</c>, <c>қəлaм</c>. Foreign words with a suffix stay: <c>iPhoneды</c>,
/// <c>COVID-19-дың</c>, <c>BBCдегі</c>. A Roman numeral in two scripts becomes Latin: <c>XІX</c>.</item>
/// <item>Left out: soft hyphen, zero-width space, word joiner, byte order mark; zero-width joiner and non-joiner after a Latin or Cyrillic letter.</item>
/// </list>
/// </remarks>
#pragma warning disable CA1822 // members of the normalizer for its caller, though all normalizers have the same rules
public sealed class KazakhNormalizer : Normalizer
{
    /// <summary>The normalizer.</summary>
    public static KazakhNormalizer Default { get; } = new();

    /// <summary>Repairs a text.</summary>
    /// <param name="original">The text.</param>
    /// <returns>The repaired text; the same instance where there is nothing to repair.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    public override string Normalize(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (!IsSuspect(original)) return original;
        string repaired = Rewrite(original, null);
        return repaired == original ? original : repaired;
    }

    /// <summary>Repairs a text.</summary>
    /// <param name="original">The text.</param>
    /// <returns>The repaired text.</returns>
    public override string Normalize(ReadOnlySpan<char> original) => !IsSuspect(original) ? original.ToString() : Rewrite(original, null);

    /// <summary>Repairs a text and keeps the way back to it.</summary>
    /// <param name="original">The text.</param>
    /// <returns>The repaired text with its map of offsets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    public NormalizedText NormalizeWithOffsets(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (!IsSuspect(original)) return new(original, [new(0, original.Length, 0, original.Length)], original.Length);
        ImmutableArray<NormalizedText.Run>.Builder runs = ImmutableArray.CreateBuilder<NormalizedText.Run>();
        string text = Rewrite(original, runs);
        if (runs.Count == 0) runs.Add(new(0, 0, 0, original.Length));
        return new(text, runs.ToImmutable(), original.Length);
    }

    // Most text has nothing to repair: no mark, nothing invisible, and no two scripts in one run of letters.
    private static bool IsSuspect(ReadOnlySpan<char> text)
    {
        bool latin = false;
        bool cyrillic = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (MixedScripts.IsCyrillic(c)) cyrillic = true;
            else if (MixedScripts.IsLatin(c)) latin = true;
            else if (CanonicalCompositions.IsMark(c) || IsInvisible(c) || CanonicalCompositions.Singleton(c) != c) return true;
            else latin = cyrillic = false;
            if (latin && cyrillic) return true;
        }

        return false;
    }

    // Leave out, then repair, then compose: a mark takes part in the decision about its letter, and a repaired letter composes as Cyrillic does.
    private static string Rewrite(ReadOnlySpan<char> original, ImmutableArray<NormalizedText.Run>.Builder? runs)
    {
        char[] kept = new char[original.Length];
        int[] origins = new int[original.Length];
        int count = 0;
        for (int i = 0; i < original.Length; i++)
        {
            char c = CanonicalCompositions.Singleton(original[i]);
            if (IsLeftOut(c, count == 0 ? '\0' : kept[count - 1])) continue;
            origins[count] = i;
            kept[count++] = c;
        }

        RepairLookAlikes(kept.AsSpan(0, count));
        return Compose(kept, origins.AsSpan(0, count), runs);
    }

    private static string Compose(ReadOnlySpan<char> units, ReadOnlySpan<int> origins, ImmutableArray<NormalizedText.Run>.Builder? runs)
    {
        var result = new StringBuilder(origins.Length);
        Span<char> composed = stackalloc char[CanonicalCompositions.MaxMarks + 4];
        int i = 0;
        while (i < origins.Length)
        {
            int end = i + 1;
            while (end < origins.Length && CanonicalCompositions.IsMark(units[end])) end++;
            int length = end - i;
            if (length > 1 && length <= CanonicalCompositions.MaxMarks + 1)
            {
                length = CanonicalCompositions.Compose(units[i], units[(i + 1)..end], composed);
                AddRun(runs, result.Length, length, origins[i], origins[end - 1] + 1);
                result.Append(composed[..length]);
            }
            else
            {
                for (int k = i; k < end; k++)
                {
                    AddRun(runs, result.Length, 1, origins[k], origins[k] + 1);
                    result.Append(units[k]);
                }
            }

            i = end;
        }

        return result.ToString();
    }

    private static void AddRun(ImmutableArray<NormalizedText.Run>.Builder? runs, int start, int length, int originalStart, int originalEnd)
    {
        if (runs is null) return;
        bool isPlain = length == 1 && originalEnd - originalStart == 1;
        if (isPlain && runs.Count > 0 && runs[^1] is var last && last.Length == last.OriginalEnd - last.OriginalStart && last.OriginalEnd == originalStart)
        {
            runs[^1] = last with { Length = last.Length + 1, OriginalEnd = originalEnd };
            return;
        }

        runs.Add(new(start, length, originalStart, originalEnd));
    }

    private static void RepairLookAlikes(Span<char> units)
    {
        int start = 0;
        while (start < units.Length)
        {
            int end = start;
            while (end < units.Length && (IsLetter(units[end]) || CanonicalCompositions.IsMark(units[end]))) end++;
            Span<char> run = units[start..end];
            MixedScripts.Repair repair = MixedScripts.Judge(run);
            if (repair != MixedScripts.Repair.None)
            {
                foreach (ref char c in run) c = repair == MixedScripts.Repair.ToRoman ? MixedScripts.ToRoman(c) : MixedScripts.ToCyrillic(c);
            }

            start = end + 1;
        }
    }

    private static bool IsLetter(char c) => MixedScripts.IsCyrillic(c) || MixedScripts.IsLatin(c);

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool IsLeftOut(char c, char before) =>
        IsInvisible(c) && (c is not ('\u200C' or '\u200D') || IsLetter(before) || CanonicalCompositions.IsMark(before));
}
