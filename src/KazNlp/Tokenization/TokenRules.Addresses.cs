namespace KazNlp;

/// <content>Web addresses, host names, e-mail addresses, hashtags and mentions.</content>
internal static partial class TokenRules<TUnit, TEncoding, TTrace>
{
    private const int MaxLabel = 63; // RFC 1035, and 64 for the local part of an address, RFC 5321
    private const int MaxDomain = 255;

    // http:// and any other scheme of ASCII letters
    private static bool TryScheme(ReadOnlySpan<TUnit> text, int start, int colon, ref RuleContext<TTrace> context, out int end)
    {
        const int MaxScheme = 16;
        end = colon;
        if (colon - start > MaxScheme || PeekUnit(text, colon + 1, ref context) != '/' || PeekUnit(text, colon + 2, ref context) != '/'
            || (Peek(text, colon + 3, ref context, out _) & CharacterClass.Alphanumeric) == 0)
        {
            return false;
        }

        for (int i = start; i < colon; i++)
        {
            if (!char.IsAsciiLetter((char)TEncoding.UnitAt(text, i)))
            {
                return false;
            }
        }

        end = FindUrlEnd(text, start, colon + 3, ref context);
        return true;
    }

    private static bool IsWww(ReadOnlySpan<TUnit> text, int start, int stop) =>
        stop - start == 3 && (TEncoding.UnitAt(text, start) | 0x20) == 'w' && (TEncoding.UnitAt(text, start + 1) | 0x20) == 'w'
        && (TEncoding.UnitAt(text, start + 2) | 0x20) == 'w';

    // egov.kz/services: a name that ends in a known domain, and a path
    private static bool TryPath(ReadOnlySpan<TUnit> text, int start, int slash, ref RuleContext<TTrace> context, out int end)
    {
        end = slash;
        int label = slash;
        while (label > start && slash - label <= TopLevelDomains.MaxLength && char.IsAsciiLetter((char)TEncoding.UnitAt(text, label - 1)))
        {
            label--;
        }

        if (label == start || TEncoding.UnitAt(text, label - 1) != '.' || !IsTopLevelDomain(text, label, slash))
        {
            return false;
        }

        end = FindUrlEnd(text, start, slash + 1, ref context);
        return true;
    }

    // An address goes on to white space, a quote or an angle bracket; marks at its end belong to the sentence,
    // and so does a closing bracket that it does not open.
    private static int FindUrlEnd(ReadOnlySpan<TUnit> text, int start, int index, ref RuleContext<TTrace> context)
    {
        int end = index;
        int openBrackets = 0;
        int trailingFrom = index;
        while (true)
        {
            CharacterClass current = Peek(text, index, ref context, out int length);
            if ((current & CharacterClass.Space) != 0)
            {
                break;
            }

            int codePoint = TEncoding.CodePointAt(text, index, out _);
            if (codePoint is '<' or '>' or '"' or '«' or '»' or '“' or '”' or '„' or '|' or '\\' or '^' or '`' or '{' or '}' || codePoint == Emoji.ZeroWidthJoiner)
            {
                break;
            }

            index += length;
            switch (codePoint)
            {
                case '(' or '[':
                    openBrackets++;
                    break;
                case ')' or ']' when openBrackets > 0:
                    openBrackets--;
                    end = index;
                    break;
                case ')' or ']' or '.' or ',' or ';' or ':' or '!' or '?' or '…' or '\'' or '’' or '*':
                    break;
                default:
                    end = index;
                    break;
            }
        }

        end = Math.Max(end, trailingFrom);
        context.Trace.Join(start, TokenizerRule.Url);
        context.Trace.Split(end, end == index ? TokenizerRule.WhiteSpace : TokenizerRule.Url);
        return end;
    }

    // Tengrinews.kz  El.kz  ru.wikipedia.org  Node.js: a Latin name and a small Latin part, or any name and a known domain, perhaps behind more parts (KAZ.NUR.KZ).
    private static bool IsDottedName(ReadOnlySpan<TUnit> text, int stop, ref RuleContext<TTrace> context)
    {
        const int MostParts = 3;
        bool afterLatin = IsAsciiAlphanumeric(TEncoding.UnitAt(text, stop - 1));
        for (int parts = 0; parts < MostParts; parts++)
        {
            int label = stop + 1;
            int end = FindLabelEnd(text, label, ref context, out bool hasCapital);
            if (end == label)
            {
                return parts == 0 && IsCyrillicDomain(text, stop, ref context);
            }

            if (end - label > MaxLabel || IsAlphanumeric(Peek(text, end, ref context, out _)))
            {
                return false;
            }

            bool isSmall = parts == 0 && afterLatin && !hasCapital && char.IsAsciiLetterLower((char)TEncoding.UnitAt(text, label));
            if (isSmall || IsTopLevelDomain(text, label, end))
            {
                return true;
            }

            if (!afterLatin || PeekUnit(text, end, ref context) != '.')
            {
                return false;
            }

            stop = end;
        }

        return false;
    }

    private static int FindLabelEnd(ReadOnlySpan<TUnit> text, int label, ref RuleContext<TTrace> context, out bool hasCapital)
    {
        int end = label;
        int unit;
        hasCapital = false;
        while (end - label <= MaxLabel && IsAsciiAlphanumeric(unit = PeekUnit(text, end, ref context)))
        {
            hasCapital |= char.IsAsciiLetterUpper((char)unit);
            end++;
        }

        return end;
    }

    private static bool IsTopLevelDomain(ReadOnlySpan<TUnit> text, int start, int end)
    {
        if (end - start > TopLevelDomains.MaxLength)
        {
            return false;
        }

        Span<char> label = stackalloc char[TopLevelDomains.MaxLength];
        for (int i = start; i < end; i++)
        {
            label[i - start] = char.ToLowerInvariant((char)TEncoding.UnitAt(text, i));
        }

        return TopLevelDomains.Contains(label[..(end - start)]);
    }

    // егов.қаз, кремль.рф
    private static bool IsCyrillicDomain(ReadOnlySpan<TUnit> text, int stop, ref RuleContext<TTrace> context)
    {
        Span<char> label = stackalloc char[3];
        int length = 0;
        int index = stop + 1;
        while (true)
        {
            if (!IsAlphanumeric(Peek(text, index, ref context, out int units)))
            {
                return label[..length] is "қаз" or "рф";
            }

            int codePoint = TEncoding.CodePointAt(text, index, out _);
            if (length == label.Length || codePoint > char.MaxValue)
            {
                return false;
            }

            label[length++] = (char)codePoint;
            index += units;
        }
    }

    // name.surname+tag@mail.kz, with at least one dot and a last part of two letters behind the @
    private static bool TryEmail(ReadOnlySpan<TUnit> text, int start, ref RuleContext<TTrace> context, out int end)
    {
        end = start;
        int at = start;
        int unit;
        while (IsAsciiAlphanumeric(unit = PeekUnit(text, at, ref context)) || unit is '_' or '-' or '+'
            || (unit == '.' && IsAsciiAlphanumeric(PeekUnit(text, at + 1, ref context))))
        {
            if (++at - start > MaxLabel + 1)
            {
                return false;
            }
        }

        if (unit != '@' || at == start)
        {
            return false;
        }

        int index = at + 1;
        bool hasDot = false;
        while (index - at <= MaxDomain)
        {
            int label = index;
            bool lettersOnly = true;
            while (index - label <= MaxLabel && (IsAsciiAlphanumeric(unit = PeekUnit(text, index, ref context))
                || (unit == '-' && index > label && IsAsciiAlphanumeric(PeekUnit(text, index + 1, ref context)))))
            {
                lettersOnly &= char.IsAsciiLetter((char)unit);
                index++;
            }

            if (hasDot && lettersOnly && index - label >= 2)
            {
                end = index;
            }

            if (index == label || unit != '.')
            {
                break;
            }

            hasDot = true;
            index++;
        }

        if (end == start)
        {
            return false;
        }

        context.Trace.Join(at, TokenizerRule.Email);
        context.Trace.Split(end, TokenizerRule.Email);
        return true;
    }

    // #Қазақстан2050: letters, digits and underscores, with at least one letter
    private static bool TryHashtag(ReadOnlySpan<TUnit> text, int start, ref RuleContext<TTrace> context, out int end)
    {
        end = start + 1;
        bool hasLetter = false;
        while (true)
        {
            CharacterClass current = Peek(text, end, ref context, out int length);
            if (IsAlphanumeric(current))
            {
                hasLetter |= (current & CharacterClass.Letter) != 0;
            }
            else if (length == 0 || TEncoding.UnitAt(text, end) != '_')
            {
                break;
            }

            end += length;
        }

        if (!hasLetter)
        {
            return false;
        }

        context.Trace.Join(start, TokenizerRule.Hashtag);
        context.Trace.Split(end, TokenizerRule.Hashtag);
        return true;
    }

    // @qazaq.alemi: letters, digits and underscores, with dots inside
    private static bool TryMention(ReadOnlySpan<TUnit> text, int start, ref RuleContext<TTrace> context, out int end)
    {
        end = start + 1;
        while (true)
        {
            CharacterClass current = Peek(text, end, ref context, out int length);
            int unit = length == 0 ? ' ' : TEncoding.UnitAt(text, end);
            bool isDot = unit == '.' && end > start + 1 && IsAsciiAlphanumeric(TEncoding.UnitAt(text, end - 1))
                && IsAsciiAlphanumeric(PeekUnit(text, end + 1, ref context));
            if (!IsAlphanumeric(current) && unit != '_' && !isDot)
            {
                break;
            }

            end += length;
        }

        if (end == start + 1)
        {
            return false;
        }

        context.Trace.Join(start, TokenizerRule.Mention);
        context.Trace.Split(end, TokenizerRule.Mention);
        return true;
    }
}
