using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KazNlp;

/// <summary>
/// Where merges stop: cuts text into the parts that byte-pair encoding works on, each a word, a number or a run of marks with the white space before it.
/// A part never reaches over the end of a word of <see cref="KazakhTokenizer"/>.
/// </summary>
/// <remarks>
/// The rules are those of <see cref="Pattern"/>, so that every library that splits by a regular expression gives the same ids; they are frozen with the vocabularies
/// that were trained on them, and do not change when the rules for tokens do. A surrogate pair counts as the character that it stands for.
/// </remarks>
internal static class SubwordBoundaries
{
    /// <summary>The rules as a regular expression with Unicode classes (Oniguruma, PCRE, .NET); a text is its matches, one behind the other.</summary>
    public const string Pattern =
        @"\s?\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*" + // a word: сөз, бірте-бірте
        @"|\s?\p{N}+(?:[.,:]\p{N}+)*(?:[-'’]\p{L}[\p{L}\p{M}]*)*" + // a number: 3,5, 16:51, 29-шы
        @"|(?<=[\p{L}\p{N}])\.(?!\.)[\r\n]*" + // a stop that an abbreviation may own
        @"|\s?[^\s\p{L}\p{N}][^\s\p{L}\p{N}#@%‰°℃$€₸₽£¥₺]*[\r\n]*" + // a run of marks with the ends of line behind it
        @"|\s+(?!\S)" + // white space up to the last one before a visible character
        @"|\s";

    private const string Openers = "#@%‰°℃$€₸₽£¥₺";
    private const string Joiners = "-'’";

    private static readonly SubwordCharacterClass[] Classes = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Classify(c))];

    /// <summary>The end of the part that begins at <paramref name="start"/>, in UTF-16 code units.</summary>
    /// <param name="text">The whole text: what stands before <paramref name="start"/> is looked at.</param>
    /// <param name="start">A boundary before the end of the text.</param>
    public static int FindEnd(ReadOnlySpan<char> text, int start)
    {
        ref SubwordCharacterClass classes = ref Classes[0];
        int index = start;
        SubwordCharacterClass first = ClassAt(text, index, ref classes, out int length);
        if (first >= SubwordCharacterClass.Space)
        {
            index++;
            if (index == text.Length)
            {
                return index;
            }

            first = ClassAt(text, index, ref classes, out length);
            if (first >= SubwordCharacterClass.Space)
            {
                while (++index < text.Length && Unsafe.Add(ref classes, text[index]) >= SubwordCharacterClass.Space)
                {
                }

                return index == text.Length ? index : index - 1;
            }
        }
        else if (first == SubwordCharacterClass.Stop && start > 0 && EndsWithLetterOrNumber(text[..start], ref classes)
            && (index + 1 == text.Length || text[index + 1] != '.'))
        {
            return FindLineEndsEnd(text, index + 1, ref classes);
        }

        index += length;
        return first switch
        {
            SubwordCharacterClass.Letter => FindWordEnd(text, index, ref classes),
            SubwordCharacterClass.Number => FindNumberEnd(text, index, ref classes),
            _ => FindMarksEnd(text, index, ref classes),
        };
    }

    private static int FindWordEnd(ReadOnlySpan<char> text, int index, ref SubwordCharacterClass classes)
    {
        while ((uint)index < (uint)text.Length)
        {
            SubwordCharacterClass current = Unsafe.Add(ref classes, text[index]);
            int length = 1;
            if (current != SubwordCharacterClass.Letter)
            {
                current = ClassAt(text, index, ref classes, out length);
                if (current == SubwordCharacterClass.Joiner && TryJoin(text, ref index, ref classes))
                {
                    continue;
                }

                if (current is not (SubwordCharacterClass.Letter or SubwordCharacterClass.CombiningMark))
                {
                    break;
                }
            }

            index += length;
        }

        return index;
    }

    private static bool TryJoin(ReadOnlySpan<char> text, ref int index, ref SubwordCharacterClass classes)
    {
        if (Unsafe.Add(ref classes, text[index]) == SubwordCharacterClass.Joiner && index + 1 < text.Length
            && ClassAt(text, index + 1, ref classes, out int length) == SubwordCharacterClass.Letter)
        {
            index += 1 + length;
            return true;
        }

        return false;
    }

    private static int FindNumberEnd(ReadOnlySpan<char> text, int index, ref SubwordCharacterClass classes)
    {
        while (index < text.Length)
        {
            if (ClassAt(text, index, ref classes, out int length) == SubwordCharacterClass.Number)
            {
                index += length;
            }
            else if (text[index] is '.' or ',' or ':' && index + 1 < text.Length
                && ClassAt(text, index + 1, ref classes, out length) == SubwordCharacterClass.Number)
            {
                index += 1 + length;
            }
            else
            {
                return TryJoin(text, ref index, ref classes) ? FindWordEnd(text, index, ref classes) : index;
            }
        }

        return index;
    }

    private static int FindMarksEnd(ReadOnlySpan<char> text, int index, ref SubwordCharacterClass classes)
    {
        while (index < text.Length && ClassAt(text, index, ref classes, out int length)
            is SubwordCharacterClass.Other or SubwordCharacterClass.Joiner or SubwordCharacterClass.Stop or SubwordCharacterClass.CombiningMark)
        {
            index += length;
        }

        return FindLineEndsEnd(text, index, ref classes);
    }

    private static int FindLineEndsEnd(ReadOnlySpan<char> text, int index, ref SubwordCharacterClass classes)
    {
        while (index < text.Length && Unsafe.Add(ref classes, text[index]) == SubwordCharacterClass.LineEnd)
        {
            index++;
        }

        return index;
    }

    private static bool EndsWithLetterOrNumber(ReadOnlySpan<char> text, ref SubwordCharacterClass classes)
    {
        char last = text[^1];
        SubwordCharacterClass previous = char.IsLowSurrogate(last) && text.Length > 1 && char.IsHighSurrogate(text[^2])
            ? Classify(char.ConvertToUtf32(text[^2], last))
            : Unsafe.Add(ref classes, last);
        return previous is SubwordCharacterClass.Letter or SubwordCharacterClass.Number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SubwordCharacterClass ClassAt(ReadOnlySpan<char> text, int index, ref SubwordCharacterClass classes, out int length)
    {
        char c = text[index];
        length = 1;
        return char.IsSurrogate(c) ? ClassOfSurrogate(text, index, out length) : Unsafe.Add(ref classes, c);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SubwordCharacterClass ClassOfSurrogate(ReadOnlySpan<char> text, int index, out int length) =>
        Rune.DecodeFromUtf16(text[index..], out Rune rune, out length) == System.Buffers.OperationStatus.Done ? Classify(rune.Value) : SubwordCharacterClass.Other;

    private static SubwordCharacterClass Classify(int codePoint)
    {
        if (codePoint <= char.MaxValue)
        {
            char c = (char)codePoint;
            if (c is '\r' or '\n') return SubwordCharacterClass.LineEnd;
            if (char.IsWhiteSpace(c)) return SubwordCharacterClass.Space;
            if (c == '.') return SubwordCharacterClass.Stop;
            if (Joiners.Contains(c)) return SubwordCharacterClass.Joiner;
            if (Openers.Contains(c)) return SubwordCharacterClass.Opener;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            <= UnicodeCategory.OtherLetter => SubwordCharacterClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => SubwordCharacterClass.CombiningMark,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => SubwordCharacterClass.Number,
            _ => SubwordCharacterClass.Other,
        };
    }
}
