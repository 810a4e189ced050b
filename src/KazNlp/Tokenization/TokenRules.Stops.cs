using System.Runtime.CompilerServices;

namespace KazNlp;

/// <content>The stop behind a word.</content>
internal static partial class TokenRules<TUnit, TEncoding, TTrace>
{
    private enum StopDecision
    {
        /// <summary>The stop is a token of its own.</summary>
        Split,

        /// <summary>The stop belongs to the token.</summary>
        Take,

        /// <summary>The stop is a dot inside a name, which goes on behind it.</summary>
        GoOn,

        /// <summary>The name is a whole web address.</summary>
        WebAddress,
    }

    /// <summary>Decides about the stop at <paramref name="stop"/>, behind the word that starts at <paramref name="start"/>.</summary>
    private static StopDecision DecideStop(
        ReadOnlySpan<TUnit> text, int start, int stop, bool alphanumericFollows, ref RuleContext<TTrace> context, out int after)
    {
        after = stop + 1;
        int first = TEncoding.CodePointAt(text, start, out int firstLength);
        bool isSingleLetter = start + firstLength == stop;
        if (alphanumericFollows)
        {
            if (isSingleLetter && TryDottedLetters(text, first, ref after, ref context))
            {
                context.Trace.Join(stop, TokenizerRule.DottedAbbreviation);
                return StopDecision.Take;
            }

            if (IsWww(text, start, stop))
            {
                after = FindUrlEnd(text, start, after, ref context);
                return StopDecision.WebAddress;
            }

            if (IsDottedName(text, stop, ref context))
            {
                context.Trace.Join(stop, TokenizerRule.DottedName);
                return StopDecision.GoOn;
            }
        }

        // The stop of an ellipsis is nobody's.
        if (PeekUnit(text, stop + 1, ref context) == '.')
        {
            return StopDecision.Split;
        }

        if (isSingleLetter)
        {
            if (CharacterClasses.IsUpper(first) || CharacterClasses.IsLower(first))
            {
                context.Trace.Join(stop, CharacterClasses.IsUpper(first) ? TokenizerRule.Initial : TokenizerRule.Abbreviation);
                return StopDecision.Take;
            }

            return StopDecision.Split;
        }

        AbbreviationUse use = FindAbbreviation(text, start, stop);
        if (use == AbbreviationUse.Always || (use == AbbreviationUse.Inside && !EndsSentence(text, after, ref context)))
        {
            context.Trace.Join(stop, TokenizerRule.Abbreviation);
            return StopDecision.Take;
        }

        return StopDecision.Split;
    }

    // т.б.  б.з.б.  м.ғ.д  e.g.: single small letters; the last stop may be missing, and a longer word ends the chain (б.з.|дейінгі).
    private static bool TryDottedLetters(ReadOnlySpan<TUnit> text, int first, ref int after, ref RuleContext<TTrace> context)
    {
        if (!CharacterClasses.IsLower(first))
        {
            return false;
        }

        int index = after;
        while (true)
        {
            int letter = PeekCodePoint(text, index, ref context, out int length);
            if (!CharacterClasses.IsLower(letter) || IsAlphanumeric(Peek(text, index + length, ref context, out _)))
            {
                break;
            }

            if (PeekUnit(text, index + length, ref context) != '.')
            {
                index += length;
                break;
            }

            index += length + 1;
        }

        bool found = index > after;
        after = index;
        return found;
    }

    // ғ.-дың, but ф.|-|м.ғ.д.
    private static bool TrySuffixAfterStop(ReadOnlySpan<TUnit> text, int after, ref RuleContext<TTrace> context)
    {
        if (PeekUnit(text, after, ref context) != '-' || !CharacterClasses.IsLower(PeekCodePoint(text, after + 1, ref context, out int length))
            || PeekUnit(text, after + 1 + length, ref context) == '.')
        {
            return false;
        }

        context.Trace.Join(after, TokenizerRule.AbbreviationSuffix);
        return true;
    }

    // The word, or the letters behind its digits (1995ж., 01.05.1995ж., 1-сур.), in the list.
    private static AbbreviationUse FindAbbreviation(ReadOnlySpan<TUnit> text, int start, int stop)
    {
        const int MaxUnits = 32; // more than any abbreviation with digits, in either encoding
        const int MaxDigits = 8;
        const int MaxUtf8PerLetter = 3;
        int mostOfLetters = Abbreviations.MaxLength * (Unsafe.SizeOf<TUnit>() == 1 ? MaxUtf8PerLetter : 1);
        if (stop - start > (TEncoding.UnitAt(text, start) is >= '0' and <= '9' ? MaxUnits : mostOfLetters))
        {
            return AbbreviationUse.None;
        }

        Span<char> form = stackalloc char[Abbreviations.MaxLength];
        int formLength = 0;
        int digits = 0;
        bool hasHyphen = false;
        bool isCapital = false;
        for (int index = start; index < stop;)
        {
            if (formLength == 0 && TEncoding.UnitAt(text, index) is >= '0' and <= '9')
            {
                if (++digits > MaxDigits)
                {
                    return AbbreviationUse.None;
                }

                index++;
                continue;
            }

            int codePoint = TEncoding.CodePointAt(text, index, out int length);
            if (formLength == 0 && digits > 0 && codePoint is '-' or '.' or ',')
            {
                hasHyphen |= codePoint == '-';
                index++;
                continue;
            }

            if (formLength == form.Length || codePoint > char.MaxValue || !char.IsLetter((char)codePoint))
            {
                return AbbreviationUse.None;
            }

            isCapital = CharacterClasses.IsUpper(codePoint);
            form[formLength++] = char.ToLowerInvariant((char)codePoint);
            index += length;
        }

        if (digits > 0 && formLength == 1)
        {
            // 5-т. and 12-б. are shortened; the vowel of 1-і. and 6-сы. is an ending, and 11-А. a class.
            bool isEnding = isCapital || form[0] is 'і' or 'ы' or 'а' or 'ә' or 'е' or 'у' or 'ү';
            return hasHyphen && isEnding ? AbbreviationUse.None : AbbreviationUse.Always;
        }

        return Abbreviations.Find(form[..formLength]);
    }

    // Whether the sentence seems to end behind a stop: the text or the line ends, or a capital, a quote or a dash follows.
    private static bool EndsSentence(ReadOnlySpan<TUnit> text, int index, ref RuleContext<TTrace> context)
    {
        const int MaxSpaces = 4;
        for (int spaces = 0; spaces <= MaxSpaces; spaces++)
        {
            int codePoint = PeekCodePoint(text, index, ref context, out int length);
            if (length == 0 || codePoint is '\n' or '\r')
            {
                return true;
            }

            if ((Peek(text, index, ref context, out _) & CharacterClass.Space) == 0)
            {
                return CharacterClasses.IsUpper(codePoint) || codePoint is '«' or '“' or '"' or '–' or '—' or '»' or '”';
            }

            index += length;
        }

        return true;
    }
}
