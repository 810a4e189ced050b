using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What a vector path does at a stop, comma or colon behind a word, or at a hyphen.</summary>
internal enum PendingDecision
{
    /// <summary>The masks are right: the mark is a token of its own.</summary>
    Split,

    /// <summary>The stop belongs to the word, and the token ends behind it.</summary>
    Take,

    /// <summary>The hyphen and the letters behind it belong to the mark before it.</summary>
    Join,

    /// <summary>The rules have to be asked.</summary>
    Ask,
}

/// <summary>
/// The cases of <c>. , :</c> behind a word, of a hyphen between two digits and of one between a mark and a word that need no call of the rules: nearly all.
/// Each answer is what the rules would give; the path tests compare.
/// </summary>
internal static unsafe class PendingPlace<TUnit>
    where TUnit : unmanaged
{
    private static bool IsUtf8 => sizeof(TUnit) == 1;

    /// <summary>Decides about the stop, comma or colon at <paramref name="length"/> behind a word's start.</summary>
    /// <param name="word">The word: letters, digits and joiners.</param>
    /// <param name="length">Its length; the mark follows it.</param>
    /// <param name="isBeforeWord">Whether a letter or a digit follows the mark.</param>
    /// <param name="isBeforeSpace">Whether white space follows the mark.</param>
    /// <param name="end">The end of the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PendingDecision Decide(TUnit* word, int length, bool isBeforeWord, bool isBeforeSpace, TUnit* end)
    {
        uint mark = Unit(word[length]);
        if (mark != '.')
        {
            return mark == ':' && Unit(word[length + 1]) == '/' ? PendingDecision.Ask : PendingDecision.Split;
        }

        if (isBeforeWord)
        {
            if (!BeginsPlainWord(word + length + 1, end, isAfterAscii: Unit(word[0]) < 0x80) || (Unit(word[length - 1]) | 0x20) == 'w')
            {
                return PendingDecision.Ask;
            }
        }
        else if (!isBeforeSpace && Unit(word[length + 1]) == '.')
        {
            return PendingDecision.Split; // an ellipsis
        }

        if (!AbbreviationFilter<TUnit>.MayTakeStop(word, length))
        {
            return PendingDecision.Split;
        }

        // Initial, and Abbreviation of one letter: 1,660 of the 2,480 calls of the rules that 29,000 blocks of news would need.
        bool takes = isBeforeSpace ? IsSingleLetter(word, length)
            : isBeforeWord && (IsSingleCapital(word, length) || (IsSingleLetter(word, length) && BeginsWithTwoLetters(word + length + 1, end)));
        return takes ? PendingDecision.Take : PendingDecision.Ask;
    }

    /// <summary>Whether a mark behind a word that is longer than any abbreviation is surely a stop between two words: <see cref="Decide"/> would split there.</summary>
    /// <param name="mark">The mark; a letter or a digit follows it.</param>
    /// <param name="end">The end of the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBetweenPlainWords(TUnit* mark, TUnit* end) =>
        Unit(mark[0]) == '.' && (Unit(mark[-1]) | 0x20) != 'w' && BeginsPlainWord(mark + 1, end, isAfterAscii: true);

    /// <summary>Decides about the hyphen, or what joins like one, at <paramref name="length"/> behind the start of the token before it.</summary>
    /// <param name="token">The number or mark before the hyphen.</param>
    /// <param name="length">Its length.</param>
    /// <param name="isBetweenDigits">Whether the hyphen stands between two digits; otherwise it stands between a mark and a word.</param>
    /// <param name="end">The end of the text.</param>
    public static PendingDecision DecideHyphen(TUnit* token, int length, bool isBetweenDigits, TUnit* end)
    {
        if (!isBetweenDigits)
        {
            // SymbolSuffix and AbbreviationSuffix: not behind these marks. A percentage with its suffix is the commonest flag of text without spaces.
            uint mark = Unit(token[length - 1]);
            return mark is '"' or ')' or '(' or ',' or ':' or ';' ? PendingDecision.Split
                : mark == '%' && length == 1 && Unit(token[1]) == '-' && BeginsWithSmallLetter(token + 2, end) ? PendingDecision.Join
                : PendingDecision.Ask;
        }

        // NumberRange, unless it has three parts and may be a GroupedNumber. Digits outside ASCII, and what the masks take for one, are left to the rules.
        TUnit* unit = token + length + 1;
        if (Unit(token[length - 1]) - '0' > 9 || Unit(*unit) - '0' > 9)
        {
            return PendingDecision.Ask;
        }

        while (unit < end && Unit(*unit) - '0' <= 9)
        {
            unit++;
        }

        return unit < end && Unit(*unit) == '-' ? PendingDecision.Ask : PendingDecision.Split;
    }

    // Whether what follows the stop is surely no part of a name with a dot (DottedName), an address (Url, Email) or an abbreviation: a word
    // with a Cyrillic first letter that is not қаз or рф, or a number behind a word that begins outside ASCII.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool BeginsPlainWord(TUnit* units, TUnit* end, bool isAfterAscii)
    {
        uint first = Letter(ref units, end);
        if (first is 'қ' or 'р')
        {
            uint second = Letter(ref units, end);
            bool mayBeDomain = first == 'қ' ? second == 'а' && Letter(ref units, end) is 0 or 'з' : second == 'ф';
            return second != 0 && (!mayBeDomain || IsCyrillicLetter(Letter(ref units, end)));
        }

        return first - 0x400 <= 0xFF || (!isAfterAscii && first - '0' <= 9);
    }

    // The letter of U+0400..04FF at a place, or an ASCII character; zero at the end and for all others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Letter(ref TUnit* units, TUnit* end)
    {
        if (units >= end)
        {
            return 0;
        }

        uint unit = Unit(*units++);
        if (!IsUtf8 || unit < 0x80)
        {
            return unit;
        }

        return unit - 0xD0 <= 3 && units < end && (Unit(*units) & 0xC0) == 0x80 ? Decode(unit, Unit(*units++)) : 0;
    }

    // Whether a word begins with two letters: then it does not go on a chain of single ones (т.б.), and DottedAbbreviation does not hold.
    private static bool BeginsWithTwoLetters(TUnit* units, TUnit* end)
    {
        _ = Letter(ref units, end);
        return IsCyrillicLetter(Letter(ref units, end));
    }

    // U+0430..045F; ғ қ ң ү ұ һ and ә ө stand behind their capitals, at odd places. Not all small letters.
    private static bool BeginsWithSmallLetter(TUnit* units, TUnit* end)
    {
        uint letter = Letter(ref units, end);
        return letter - 0x430 < 0x30 || ((letter - 0x48A <= 0x4BF - 0x48A || letter - 0x4D0 <= 0x4FF - 0x4D0) && (letter & 1) != 0);
    }

    private static bool IsCyrillicLetter(uint codePoint) => codePoint - 0x400 < 0x82 || codePoint - 0x48A <= 0x4FF - 0x48A;

    // Whether a word is one Cyrillic or ASCII capital; not all of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSingleCapital(TUnit* word, int length)
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

        // U+0400..042F; Ғ Қ Ң Ү Ұ Һ and Ә Ө stand before their small letters, at even places.
        return codePoint - 0x400 < 0x30 || ((codePoint - 0x48A <= 0x4BF - 0x48A || codePoint - 0x4D0 <= 0x4FF - 0x4D0) && (codePoint & 1) == 0)
            || codePoint - 'A' < 26;
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

        return IsCyrillicLetter(codePoint) || (codePoint | 0x20) - 'a' < 26;
    }

    private static uint Decode(uint lead, uint second) => ((lead & 0x1F) << 6) | (second & 0x3F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Unit(TUnit unit) => IsUtf8 ? Unsafe.BitCast<TUnit, byte>(unit) : Unsafe.BitCast<TUnit, char>(unit);
}
