using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What one call of the rules knows beside the text.</summary>
internal ref struct RuleContext<TTrace>
    where TTrace : struct, IRuleTrace
{
    /// <summary>Whether a rule wanted to read beyond the end of the text, so that more text could change its answer.</summary>
    public bool ReachedEnd;

    /// <summary>Who listens.</summary>
    public TTrace Trace;
}

/// <summary>
/// The specification of the tokenizer: named rules (<see cref="TokenizerRule"/>) that find the end and the kind of the token which starts at a place.
/// </summary>
/// <remarks>
/// <para>A token is decided by the text from its first character on, never by what stands before it. So a text can be cut behind any token
/// and tokenized further with the same result, and a vector path can ask the rules about one place and go on behind the answer.</para>
/// <para>The end of the text counts as white space. Every look-ahead is bounded, or what it reads becomes part of the token,
/// so that any text takes linear time.</para>
/// </remarks>
internal static partial class TokenRules<TUnit, TEncoding, TTrace>
    where TUnit : unmanaged
    where TEncoding : struct, ITextEncoding<TUnit>
    where TTrace : struct, IRuleTrace
{
    /// <summary>Finds the token that starts at <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of a character that is no white space.</param>
    /// <param name="context">Learns whether the end of the text mattered.</param>
    /// <param name="kind">The kind of the token.</param>
    /// <returns>The offset behind the token.</returns>
    public static int FindEnd(ReadOnlySpan<TUnit> text, int start, ref RuleContext<TTrace> context, out TokenKind kind)
    {
        CharacterClass first = TEncoding.ClassAt(text, start, out int length);
        return FindEnd(text, start, first, length, ref context, out kind);
    }

    /// <summary>Finds the token that starts at <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of a character that is no white space.</param>
    /// <param name="first">Its class.</param>
    /// <param name="firstLength">Its length.</param>
    /// <param name="context">Learns whether the end of the text mattered.</param>
    /// <param name="kind">The kind of the token.</param>
    /// <returns>The offset behind the token.</returns>
    // The words of letters alone before a space or a mark are decided here, without a call: nine tokens in ten of news.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindEnd(
        ReadOnlySpan<TUnit> text, int start, CharacterClass first, int firstLength, ref RuleContext<TTrace> context, out TokenKind kind)
    {
        if ((first & CharacterClass.Alphanumeric) == 0)
        {
            return FindMarkEnd(text, start, first, firstLength, ref context, out kind);
        }

        CharacterClass last = first;
        int index = TEncoding.SkipAlphanumeric(text, start + firstLength, ref last);
        if ((uint)index < (uint)text.Length && index - start <= Token.MaxLength)
        {
            const CharacterClass Deciding =
                CharacterClass.Alphanumeric | CharacterClass.WordJoiner | CharacterClass.NumberJoiner | CharacterClass.Special;
            CharacterClass next = TEncoding.ClassAt(text, index, out _);
            if ((next & Deciding) == 0)
            {
                kind = CharacterClasses.KindOf(first);
                context.Trace.Split(index, (next & CharacterClass.Space) != 0 ? TokenizerRule.WhiteSpace : TokenizerRule.Mark);
                return index;
            }
        }

        return FindEndOfWord(text, start, index, last, ref context, out kind);
    }

    /// <summary>As <see cref="FindEnd(ReadOnlySpan{TUnit}, int, ref RuleContext{TTrace}, out TokenKind)"/>, for a word or number of which a part is known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the token.</param>
    /// <param name="known">The characters before this place are letters and digits.</param>
    /// <param name="previous">The class of the last of them.</param>
    /// <param name="context">Learns whether the end of the text mattered.</param>
    /// <param name="kind">The kind of the token.</param>
    /// <returns>The offset behind the token.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FindEndOfWord(
        ReadOnlySpan<TUnit> text, int start, int known, CharacterClass previous, ref RuleContext<TTrace> context, out TokenKind kind) =>
        CutToMaxLength(text, start, FindWordEnd(text, start, known, previous, ref context, out kind), ref context);

    // A part ends between two characters.
    private static int CutToMaxLength(ReadOnlySpan<TUnit> text, int start, int end, ref RuleContext<TTrace> context)
    {
        if (end - start <= Token.MaxLength)
        {
            return end;
        }

        end = start + Token.MaxLength;
        end -= TEncoding.IncompleteTail(text[start..end]);
        context.Trace.Split(end, TokenizerRule.MaxLength);
        return end;
    }

    /// <summary>The class at a place that may lie behind the text, where it is white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CharacterClass Peek(ReadOnlySpan<TUnit> text, int index, ref RuleContext<TTrace> context, out int length)
    {
        if ((uint)index < (uint)text.Length)
        {
            return TEncoding.ClassAt(text, index, out length);
        }

        context.ReachedEnd = true;
        length = 0;
        return CharacterClass.Space;
    }

    /// <summary>The unit at a place that may lie behind the text, where it is a space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PeekUnit(ReadOnlySpan<TUnit> text, int index, ref RuleContext<TTrace> context)
    {
        if ((uint)index < (uint)text.Length)
        {
            return TEncoding.UnitAt(text, index);
        }

        context.ReachedEnd = true;
        return ' ';
    }

    /// <summary>The code point at a place that may lie behind the text, where it is a space.</summary>
    private static int PeekCodePoint(ReadOnlySpan<TUnit> text, int index, ref RuleContext<TTrace> context, out int length)
    {
        if ((uint)index < (uint)text.Length)
        {
            return TEncoding.CodePointAt(text, index, out length);
        }

        context.ReachedEnd = true;
        length = 0;
        return ' ';
    }

    private static bool IsAlphanumeric(CharacterClass characterClass) => (characterClass & CharacterClass.Alphanumeric) != 0;

    private static bool IsDigit(CharacterClass characterClass) => (characterClass & CharacterClass.Digit) != 0;

    private static bool IsAsciiAlphanumeric(int unit) => unit < 0x80 && char.IsAsciiLetterOrDigit((char)unit);

    private static bool IsHyphen(int codePoint) => codePoint is '-' or '\u2010' or '\u2011';
}
