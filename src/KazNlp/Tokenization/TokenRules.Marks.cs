using System.Runtime.CompilerServices;

namespace KazNlp;

/// <content>Tokens that begin with a punctuation mark or a symbol.</content>
internal static partial class TokenRules<TUnit, TEncoding, TTrace>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindMarkEnd(ReadOnlySpan<TUnit> text, int start, CharacterClass first, int length, ref RuleContext<TTrace> context, out TokenKind kind)
    {
        int end = start + length;
        if ((first & CharacterClass.Terminal) != 0)
        {
            kind = TokenKind.Punctuation;
            return FindTerminalRunEnd(text, end, ref context);
        }

        kind = (first & CharacterClass.Symbol) != 0 ? TokenKind.Symbol : TokenKind.Punctuation;
        if ((first & CharacterClass.Symbol) == 0 && length == 1 && TEncoding.UnitAt(text, start) < 0x80)
        {
            context.Trace.Split(end, TokenizerRule.Mark);
            return end;
        }

        int codePoint = TEncoding.CodePointAt(text, start, out _);
        switch (codePoint)
        {
            case '#' or '*' when TryKeycap(text, end, ref context, out int keycapEnd):
                kind = TokenKind.Emoji;
                return keycapEnd;
            case '#' when TryHashtag(text, start, ref context, out int hashtagEnd):
                kind = TokenKind.Hashtag;
                return hashtagEnd;
            case '@' when TryMention(text, start, ref context, out int mentionEnd):
                kind = TokenKind.Mention;
                return mentionEnd;
            case '°':
                end = FindDegreeEnd(text, end, ref context);
                return FindSymbolSuffixEnd(text, end, ref context);
            case '%' or '‰' or '℃' or '$' or '€' or '₸' or '₽' or '£' or '¥' or '₺':
                return FindSymbolSuffixEnd(text, end, ref context);
        }

        if (Emoji.IsEmoji(codePoint) || Emoji.IsRegionalIndicator(codePoint) || Emoji.CanBeEmoji(codePoint))
        {
            return FindEmojiEnd(text, start, codePoint, end, ref context, ref kind);
        }

        context.Trace.Split(end, TokenizerRule.Mark);
        return end;
    }

    // ... ?! !!! ?..
    private static int FindTerminalRunEnd(ReadOnlySpan<TUnit> text, int end, ref RuleContext<TTrace> context)
    {
        while (true)
        {
            CharacterClass current = Peek(text, end, ref context, out int length);
            if ((current & CharacterClass.Break) != CharacterClass.Terminal)
            {
                break;
            }

            context.Trace.Join(end, TokenizerRule.TerminalRun);
            end += length;
        }

        context.Trace.Split(end, TokenizerRule.Mark);
        return end;
    }

    // °C, °F, °K and their Cyrillic look-alike, where no longer word follows
    private static int FindDegreeEnd(ReadOnlySpan<TUnit> text, int end, ref RuleContext<TTrace> context)
    {
        int scale = PeekCodePoint(text, end, ref context, out int length);
        if (scale is 'C' or 'F' or 'K' or 'С' && !IsAlphanumeric(Peek(text, end + length, ref context, out _)))
        {
            context.Trace.Join(end, TokenizerRule.DegreeUnit);
            end += length;
        }

        return end;
    }

    // %-ға  $-дан  °C-қа
    private static int FindSymbolSuffixEnd(ReadOnlySpan<TUnit> text, int end, ref RuleContext<TTrace> context)
    {
        int hyphen = PeekCodePoint(text, end, ref context, out int length);
        if (IsHyphen(hyphen) && CharacterClasses.IsLower(PeekCodePoint(text, end + length, ref context, out int letterLength)))
        {
            context.Trace.Join(end, TokenizerRule.SymbolSuffix);
            end += length + letterLength;
            CharacterClass current;
            while (((current = Peek(text, end, ref context, out length)) & CharacterClass.Letter) != 0)
            {
                end += length;
            }
        }

        context.Trace.Split(end, TokenizerRule.Mark);
        return end;
    }

    // 1️⃣: the selector may be missing
    private static bool TryKeycap(ReadOnlySpan<TUnit> text, int index, ref RuleContext<TTrace> context, out int end)
    {
        end = index;
        if ((Peek(text, index, ref context, out _) & CharacterClass.Special) == 0)
        {
            return false;
        }

        int codePoint = TEncoding.CodePointAt(text, index, out int length);
        if (codePoint == Emoji.EmojiSelector)
        {
            index += length;
            codePoint = PeekCodePoint(text, index, ref context, out length);
        }

        if (codePoint != Emoji.Keycap)
        {
            return false;
        }

        end = index + length;
        context.Trace.Join(index, TokenizerRule.EmojiSequence);
        context.Trace.Split(end, TokenizerRule.EmojiSequence);
        return true;
    }

    // Elements (a picture, its selector, its skin tone, tags) between joiners; or the two halves of a flag.
    private static int FindEmojiEnd(ReadOnlySpan<TUnit> text, int start, int first, int end, ref RuleContext<TTrace> context, ref TokenKind kind)
    {
        int next = PeekCodePoint(text, end, ref context, out int length);
        if (Emoji.IsRegionalIndicator(first))
        {
            kind = TokenKind.Symbol;
            if (Emoji.IsRegionalIndicator(next))
            {
                kind = TokenKind.Emoji;
                end += length;
                context.Trace.Join(start, TokenizerRule.EmojiSequence);
            }

            context.Trace.Split(end, TokenizerRule.EmojiSequence);
            return end;
        }

        if (!Emoji.IsEmoji(first) && next != Emoji.EmojiSelector)
        {
            context.Trace.Split(end, TokenizerRule.Mark);
            return end;
        }

        kind = next == Emoji.TextSelector ? TokenKind.Symbol : TokenKind.Emoji;
        while (true)
        {
            while (next is Emoji.EmojiSelector or Emoji.TextSelector or Emoji.Keycap || Emoji.IsModifier(next) || Emoji.IsTag(next))
            {
                context.Trace.Join(end, TokenizerRule.EmojiSequence);
                end += length;
                next = PeekCodePoint(text, end, ref context, out length);
            }

            if (next != Emoji.ZeroWidthJoiner)
            {
                break;
            }

            int joined = PeekCodePoint(text, end + length, ref context, out int joinedLength);
            if (!Emoji.IsEmoji(joined) && !Emoji.CanBeEmoji(joined))
            {
                break;
            }

            context.Trace.Join(end, TokenizerRule.EmojiSequence);
            end += length + joinedLength;
            next = PeekCodePoint(text, end, ref context, out length);
        }

        context.Trace.Split(end, TokenizerRule.EmojiSequence);
        return end;
    }
}
