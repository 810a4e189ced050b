namespace KazNlp;

/// <content>Tokens that begin with a letter or a digit.</content>
internal static partial class TokenRules<TUnit, TEncoding, TTrace>
{
    private const int YearDigits = 4;

    /// <summary>
    /// A run of letters and digits with what joins inside it. At every other character the run asks the rule that belongs to it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the token.</param>
    /// <param name="index">The characters before this place are letters and digits.</param>
    /// <param name="previous">The class of the last of them.</param>
    /// <param name="context">Learns whether the end of the text mattered.</param>
    /// <param name="kind">The kind of the token.</param>
    private static int FindWordEnd(
        ReadOnlySpan<TUnit> text, int start, int index, CharacterClass previous, ref RuleContext<TTrace> context, out TokenKind kind)
    {
        CharacterClass first = TEncoding.ClassAt(text, start, out int firstLength);
        kind = CharacterClasses.KindOf(first);
        if (IsDigit(first) && index == start + firstLength && TryKeycap(text, index, ref context, out int keycapEnd))
        {
            kind = TokenKind.Emoji;
            return keycapEnd;
        }

        bool isDottedName = false;
        while (true)
        {
            CharacterClass current = CharacterClass.Space;
            int length = 0;
            while (true)
            {
                index = TEncoding.SkipAlphanumeric(text, index, ref previous);
                if ((uint)index >= (uint)text.Length)
                {
                    break;
                }

                current = TEncoding.ClassAt(text, index, out length);
                if (!IsAlphanumeric(current))
                {
                    break;
                }

                previous = current;
                index += length;
            }

            if (index >= text.Length)
            {
                context.ReachedEnd = true;
                context.Trace.Split(index, TokenizerRule.EndOfText);
                return index;
            }

            if ((current & CharacterClass.Space) != 0)
            {
                context.Trace.Split(index, TokenizerRule.WhiteSpace);
                return index;
            }

            if (isDottedName && TEncoding.UnitAt(text, index) == '/' && TryPath(text, start, index, ref context, out int urlEnd))
            {
                kind = TokenKind.Url;
                return urlEnd;
            }

            if ((current & (CharacterClass.WordJoiner | CharacterClass.NumberJoiner | CharacterClass.Special)) == 0)
            {
                context.Trace.Split(index, TokenizerRule.Mark);
                return index;
            }

            int next = index + length;
            if (current == CharacterClass.Invisible)
            {
                if (TrySkipInvisible(text, ref next, ref context))
                {
                    context.Trace.Join(index, TokenizerRule.InvisibleCharacter);
                    index = next;
                    continue;
                }

                context.Trace.Split(index, TokenizerRule.Mark);
                return index;
            }

            bool nextIsDigit = false;
            bool nextIsAlphanumeric = false;
            if ((current & (CharacterClass.WordJoiner | CharacterClass.NumberJoiner)) != 0)
            {
                CharacterClass nextClass = Peek(text, next, ref context, out _);
                nextIsDigit = IsDigit(nextClass);
                nextIsAlphanumeric = IsAlphanumeric(nextClass);
            }

            bool betweenDigits = nextIsDigit && IsDigit(previous);
            if ((current & CharacterClass.NumberJoiner) != 0 && betweenDigits)
            {
                if (IsBetweenYears(text, start, index, ref context))
                {
                    context.Trace.Split(index, TokenizerRule.YearList);
                    return index;
                }

                context.Trace.Join(index, TokenizerRule.NumberSeparator);
                index = next;
                continue;
            }

            if ((current & CharacterClass.WordJoiner) != 0 && nextIsAlphanumeric)
            {
                if (!betweenDigits)
                {
                    context.Trace.Join(index, IsHyphen(TEncoding.CodePointAt(text, index, out _)) ? TokenizerRule.InnerHyphen : TokenizerRule.InnerApostrophe);
                    index = next;
                    continue;
                }

                if (TryGroupedNumber(text, start, index, ref context, out int groupsEnd))
                {
                    context.Trace.Join(index, TokenizerRule.GroupedNumber);
                    index = groupsEnd;
                    previous = CharacterClass.Digit;
                    continue;
                }

                context.Trace.Split(index, TokenizerRule.NumberRange);
                return index;
            }

            int unit = TEncoding.UnitAt(text, index);
            if ((unit is '@' or '+' || (unit == '.' && nextIsAlphanumeric)) && TryEmail(text, start, ref context, out int emailEnd))
            {
                kind = TokenKind.Email;
                return emailEnd;
            }

            switch (unit)
            {
                case ':' when TryScheme(text, start, index, ref context, out int end):
                    kind = TokenKind.Url;
                    return end;
                case '.':
                    switch (DecideStop(text, start, index, nextIsAlphanumeric, ref context, out int after))
                    {
                        case StopDecision.GoOn:
                            isDottedName = true;
                            index = after;
                            continue;
                        case StopDecision.WebAddress:
                            kind = TokenKind.Url;
                            return after;
                        case StopDecision.Take when TrySuffixAfterStop(text, after, ref context):
                            index = after + 1;
                            previous = CharacterClass.Punctuation;
                            continue;
                        case StopDecision.Take:
                            context.Trace.Split(after, TokenizerRule.Abbreviation);
                            return after;
                        default:
                            context.Trace.Split(index, TokenizerRule.Stop);
                            return index;
                    }

                default:
                    context.Trace.Split(index, TokenizerRule.Mark);
                    return index;
            }
        }
    }

    // Invisible characters join only where a letter or digit follows them.
    private static bool TrySkipInvisible(ReadOnlySpan<TUnit> text, ref int index, ref RuleContext<TTrace> context)
    {
        CharacterClass next;
        int length;
        while ((next = Peek(text, index, ref context, out length)) == CharacterClass.Invisible)
        {
            index += length;
        }

        return IsAlphanumeric(next);
    }

    // 2007,2011: a comma, and four digits before and behind it that may be a year. A number with so many decimals has hardly ever just these digits.
    private static bool IsBetweenYears(ReadOnlySpan<TUnit> text, int start, int comma, ref RuleContext<TTrace> context) =>
        TEncoding.UnitAt(text, comma) == ',' && comma - start == YearDigits && IsYear(text, start, ref context) && IsYear(text, comma + 1, ref context)
        && PeekUnit(text, comma + 1 + YearDigits, ref context) is < '0' or > '9';

    // 1000 to 2099
    private static bool IsYear(ReadOnlySpan<TUnit> text, int start, ref RuleContext<TTrace> context)
    {
        int first = PeekUnit(text, start, ref context);
        bool isYear = first == '1' || (first == '2' && PeekUnit(text, start + 1, ref context) == '0');
        for (int i = 1; isYear && i < YearDigits; i++)
        {
            isYear = PeekUnit(text, start + i, ref context) is >= '0' and <= '9';
        }

        return isYear;
    }

    // 8-701-123-45-67: at least three groups of plain digits, six digits in all. What this reads and refuses is at most five digits long,
    // or ends at the first hyphen.
    private static bool TryGroupedNumber(ReadOnlySpan<TUnit> text, int start, int hyphen, ref RuleContext<TTrace> context, out int end)
    {
        const int MinGroups = 3;
        const int MinDigits = 6;
        end = hyphen;
        for (int i = start; i < hyphen; i++)
        {
            if (TEncoding.UnitAt(text, i) is < '0' or > '9')
            {
                return false;
            }
        }

        int digits = hyphen - start;
        int groups = 1;
        while (PeekUnit(text, end, ref context) == '-' && PeekUnit(text, end + 1, ref context) is >= '0' and <= '9')
        {
            groups++;
            end++;
            while (PeekUnit(text, end, ref context) is >= '0' and <= '9')
            {
                end++;
                digits++;
            }
        }

        return groups >= MinGroups && digits >= MinDigits;
    }
}
