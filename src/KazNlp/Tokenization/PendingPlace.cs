using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What a vector path does at <c>. , :</c> behind a word.</summary>
internal enum PendingDecision
{
    /// <summary>The masks are right: the mark is a token of its own.</summary>
    Split,

    /// <summary>The stop belongs to the word, and the token ends behind it.</summary>
    Take,

    /// <summary>The rules have to be asked.</summary>
    Ask,
}

/// <summary>
/// The cases of <c>. , :</c> behind a word that need no call of the rules: nearly all. Each answer is what the rules would give; the path tests compare.
/// </summary>
internal static unsafe class PendingPlace<TUnit>
    where TUnit : unmanaged
{
    private static bool IsUtf8 => sizeof(TUnit) == 1;

    /// <summary>Decides about the mark at <paramref name="length"/> behind the word's start.</summary>
    /// <param name="word">The word: letters, digits and joiners.</param>
    /// <param name="length">Its length; the mark follows it.</param>
    /// <param name="isBeforeWord">Whether a letter or a digit follows the mark.</param>
    /// <param name="isBeforeSpace">Whether white space follows the mark.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PendingDecision Decide(TUnit* word, int length, bool isBeforeWord, bool isBeforeSpace)
    {
        uint mark = Unit(word[length]);
        if (mark != '.')
        {
            return mark == ':' && Unit(word[length + 1]) == '/' ? PendingDecision.Ask : PendingDecision.Split;
        }

        if (!isBeforeSpace && (Unit(word[length + 1]) == '.' || isBeforeWord))
        {
            // An ellipsis; or a word without a space, which is no name with a dot if it begins with a Cyrillic letter
            // (DottedName) and stands behind no www (Url).
            if (!isBeforeWord)
            {
                return PendingDecision.Split;
            }

            if (!BeginsPlainWord(word + length + 1) || (Unit(word[length - 1]) | 0x20) == 'w')
            {
                return PendingDecision.Ask;
            }
        }

        if (!AbbreviationFilter<TUnit>.MayTakeStop(word, length))
        {
            return PendingDecision.Split;
        }

        // Initial and Abbreviation of one letter: 1,660 of the 2,480 calls of the rules that 29,000 blocks of news would need.
        return isBeforeSpace && IsSingleLetter(word, length) ? PendingDecision.Take : PendingDecision.Ask;
    }

    // A Cyrillic letter but қ and р, with which қаз and рф begin.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool BeginsPlainWord(TUnit* units)
    {
        uint codePoint = Unit(units[0]);
        if (IsUtf8)
        {
            codePoint = codePoint - 0xD0 <= 3 ? Decode(codePoint, Unit(units[1])) : 0;
        }

        return codePoint - 0x400 <= 0xFF && codePoint is not ('қ' or 'р');
    }

    // Whether a word is one Cyrillic or ASCII letter; other scripts are left to the rules.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSingleLetter(TUnit* word, int length)
    {
        uint codePoint = Unit(word[0]);
        if (IsUtf8 && length == 2 && codePoint - 0xD0 <= 3)
        {
            codePoint = Decode(codePoint, Unit(word[1]));
        }
        else if (length != 1)
        {
            return false;
        }

        return codePoint - 0x400 < 0x82 || codePoint - 0x48A <= 0x4FF - 0x48A || (codePoint | 0x20) - 'a' < 26;
    }

    private static uint Decode(uint lead, uint second) => ((lead & 0x1F) << 6) | (second & 0x3F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Unit(TUnit unit) => IsUtf8 ? Unsafe.BitCast<TUnit, byte>(unit) : Unsafe.BitCast<TUnit, char>(unit);
}
