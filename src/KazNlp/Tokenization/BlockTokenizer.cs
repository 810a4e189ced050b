using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What all vector paths have in common.</summary>
internal static class BlockTokenizer
{
    /// <summary>Units of a block.</summary>
    public const int BlockSize = 64;

    /// <summary>Tokens that a classifier may write behind the last one.</summary>
    public const int MaxOverrun = 16;
}

/// <summary>
/// The vector engine: mask arithmetic finds the tokens of 64 units at once wherever the rules look only at the neighbours of a unit.
/// At any other place (<c>flags</c>) it asks <see cref="TokenRules{TUnit, TEncoding, TTrace}"/> for the tokens around the place and goes on behind them.
/// </summary>
/// <remarks>
/// A block begins at the start of a token, or at white space, never inside a token. So nothing is carried from block to block, and tokens that
/// the end of the block cuts are found again in the next one. On news this repeats one unit in ten, and is faster than the carries:
/// tokens of one block are written from byte offsets, without a buffer for starts whose ends are not known.
/// </remarks>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier, TClasses>
    where TUnit : unmanaged
    where TEncoding : struct, ITextEncoding<TUnit>
    where TClassifier : struct, IBlockClassifier<TUnit, TClasses>
{
    private const int BlockSize = BlockTokenizer.BlockSize;

    /// <inheritdoc cref="ScalarTokenizer{TUnit, TEncoding}.Tokenize"/>
    [SkipLocalsInit]
    public static OperationStatus Tokenize<TPauses>(ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock)
        where TPauses : struct, IPauseMode
    {
        // A method with a stackalloc and a loop is compiled once, without what a profile and the values of static fields would tell the JIT:
        // with the stackalloc in the loop's method 1,450 MB/s, apart 1,620 (UTF-16 news in UTF-8 bytes, AVX2 on Zen 3).
        const int PaddedUnits = BlockSize + 1;
        byte* workspace = stackalloc byte[(PaddedUnits * sizeof(TUnit)) + BlockSize + 8];
        return Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock, (TUnit*)workspace, workspace + (PaddedUnits * sizeof(TUnit)));
    }

    private static OperationStatus Tokenize<TPauses>(
        ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock, TUnit* padded, byte* scratch)
        where TPauses : struct, IPauseMode
    {
        ReadOnlySpan<TUnit> all = text;
        text = text[..^(isFinalBlock ? 0 : TEncoding.IncompleteTail(text))];
        int index = position;
        int stop = Math.Min(stopAt, text.Length);
        int count = output.Count;
        int lastCount = output.Tokens.Length - BlockSize - BlockTokenizer.MaxOverrun;
        int pauseCount = output.PauseCount;
        int lastPauseCount = output.Pauses.Length - TokenOutput.PauseReserve;
        fixed (TUnit* units = text)
        fixed (Token* tokens = output.Tokens)
        fixed (int* pauses = output.Pauses)
        {
            while (index < stop && count <= lastCount && (!TPauses.IsOn || pauseCount <= lastPauseCount))
            {
                TUnit* block = units + index;
                if (text.Length - index < TClassifier.Reach)
                {
                    if (!isFinalBlock)
                    {
                        break;
                    }

                    Pad(text[index..], padded);
                    block = padded;
                }

                TClasses classes = TClassifier.Classify(block, scratch, out BlockMasks m);

                // The local rules: InnerHyphen and InnerApostrophe, NumberSeparator, TerminalRun.
                ulong afterWord = m.Alphanumeric << 1;
                ulong beforeWord = m.Alphanumeric >> 1;
                ulong betweenDigits = (m.Digit << 1) & (m.Digit >> 1);
                ulong joined = (m.WordJoiner & afterWord & beforeWord & ~betweenDigits) | (m.NumberJoiner & betweenDigits);
                ulong word = m.Alphanumeric | joined;
                ulong stops = m.Terminal & ~m.Space;
                ulong goesOn = (word & (word << 1)) | (stops & (stops << 1)) | m.Continuation;
                ulong starts = ~m.Space & ~goesOn;
                ulong ends = ~goesOn & (~m.Space << 1) & ((2UL << TClassifier.EndLimit) - 1);
                if (ends == 0)
                {
                    if ((starts & 1) == 0)
                    {
                        index += BitOperations.TrailingZeroCount(starts | (1UL << (BlockSize - 1)));
                        index = Math.Min(index, text.Length);
                        continue;
                    }

                    int longEnd = index; // a copy, as below: with ref index and ref count 1,700 MB/s, with copies 1,870
                    bool isWritten = TryWriteLong(text, units, ref longEnd, m, tokens + count, scratch, isFinalBlock);
                    if (!isWritten)
                    {
                        break;
                    }

                    if (TPauses.IsOn)
                    {
                        pauseCount = NotePauses(text, index, 0, tokens, count, count + 1, pauses, pauseCount);
                    }

                    count++;
                    index = longEnd;
                    continue;
                }

                // Where the neighbours do not decide: special characters; two digits around a hyphen; a hyphen between a mark and a word;
                // some of . , : behind a word, which the loop tells apart.
                ulong unjoined = (m.NumberJoiner & ~joined) & afterWord;
                ulong flags = m.Special
                    | (m.WordJoiner & betweenDigits)
                    | (m.WordJoiner & beforeWord & ~afterWord & (~m.Space << 1));
                ulong pending = (unjoined & (stops | ~(m.Space >> 1))) & ((2UL << TClassifier.EndLimit) - 1);
                while (pending != 0)
                {
                    int place = BitOperations.TrailingZeroCount(pending);
                    ulong bit = 1UL << place;
                    pending &= pending - 1;
                    int wordStart = BitOperations.Log2(starts & (bit - 1));
                    switch (PendingPlace<TUnit>.Decide(block + wordStart, place - wordStart, (beforeWord & bit) != 0, (m.Space & (bit << 1)) != 0))
                    {
                        case PendingDecision.Ask:
                            flags |= bit;
                            break;
                        case PendingDecision.Take when place < TClassifier.EndLimit:
                            starts &= ~bit;
                            ends &= ~bit;
                            break;
                        case PendingDecision.Take:
                            flags |= bit;
                            break;
                    }
                }

                int lastEnd = BitOperations.Log2(ends);
                ulong known = (1UL << lastEnd) - 1;
                flags &= known | (1UL << lastEnd);
                if (flags == 0)
                {
                    if (TPauses.IsOn)
                    {
                        pauseCount = NotePauses(ends & PausesBefore(m.Space, m.Terminal), ends, count, pauses, pauseCount);
                    }

                    count += TClassifier.Write(classes, scratch, tokens + count, index, starts & known, ends);
                    index += BitOperations.TrailingZeroCount(starts & ~known);
                    continue;
                }

                // Out of line, and with copies, so that the variables of the loop stay in registers: one block in fifteen of news comes here.
                // With this code in the loop 1,650 MB/s, out of line 1,890 (UTF-16 news in UTF-8 bytes, AVX2 on Zen 3).
                var found = new FlaggedBlock
                {
                    Starts = starts,
                    Ends = ends,
                    Flags = flags,
                    Space = m.Space,
                    NotPlain = ~m.Alphanumeric | m.Special,
                    Digit = m.Digit,
                    LastEnd = lastEnd,
                };
                int at = index;
                int flaggedCount = WriteFlagged(text, found, classes, scratch, tokens + count, ref at, isFinalBlock);
                if (TPauses.IsOn)
                {
                    pauseCount = NotePauses(
                        text, index, PausesBefore(m.Space, m.Terminal | m.Special), tokens, count, count + (flaggedCount & int.MaxValue), pauses, pauseCount);
                }

                count += flaggedCount & int.MaxValue;
                index = at;
                if (flaggedCount < 0)
                {
                    break;
                }
            }
        }

        // What is left is less than a block, or has less room than a block may want.
        position = Math.Min(index, text.Length);
        if (output.MayStopEarly && position < stop && count > output.Count && count > lastCount)
        {
            output.Count = count;
            output.PauseCount = pauseCount;
            return OperationStatus.DestinationTooSmall;
        }

        output.Count = count;
        output.PauseCount = pauseCount;
        return ScalarTokenizer<TUnit, TEncoding>.Tokenize<TPauses>(all, stopAt, ref position, ref output, isFinalBlock);
    }

    // Writes the tokens of a block with flags. Returns their number, with the sign bit if more text is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteFlagged(
        ReadOnlySpan<TUnit> text, in FlaggedBlock block, TClasses classes, byte* scratch, Token* tokens, ref int index, bool isFinalBlock)
    {
        int blockStart = index;
        ulong starts = block.Starts;
        ulong ends = block.Ends;
        ulong flags = block.Flags;
        int count = 0;
        do
        {
            // The tokens before the first flag; then those around it by the rules.
            int flag = BitOperations.TrailingZeroCount(flags);
            ulong beforeFlag = (1UL << flag) - 1;
            bool isBehindToken = (~block.Space & ((beforeFlag + 1) >> 1)) != 0 && (starts & beforeFlag) != 0;
            int first = isBehindToken ? BitOperations.Log2(starts & beforeFlag) : flag;
            ulong before = (1UL << first) - 1;
            if ((starts & before) != 0)
            {
                count += TClassifier.Write(classes, scratch, tokens + count, blockStart, starts & before, ends & (before | (1UL << first)));
            }

            // A word of plain letters and digits before the flag need not be read again.
            CharacterClass last = first == flag || (block.NotPlain & beforeFlag & ~before) != 0 ? CharacterClass.Punctuation
                : ((block.Digit << 1) >> flag & 1) != 0 ? CharacterClass.Digit
                : CharacterClass.Letter;
            index = blockStart + first;
            int byRules = WriteByRules(text, tokens + count, ref index, blockStart + flag, last, isFinalBlock);
            count += byRules & int.MaxValue;
            if (byRules < 0)
            {
                return count | int.MinValue;
            }

            // The masks hold behind the answer, if they have a token begin there, or a space.
            int behind = index - blockStart;
            if (behind >= block.LastEnd || ((starts | block.Space) >> behind & 1) == 0)
            {
                return count;
            }

            ulong answered = (1UL << behind) - 1;
            starts &= ~answered;
            ends &= ~((answered << 1) | 1);
            flags &= ~answered;
        }
        while (flags != 0);

        ulong known = (1UL << block.LastEnd) - 1;
        index = blockStart + BitOperations.TrailingZeroCount(starts & ~known);
        return count + TClassifier.Write(classes, scratch, tokens + count, blockStart, starts & known, ends);
    }

    // Asks the rules for tokens until one ends behind a place. Where last is a letter or a digit, it is the last of a word that goes to the place.
    // Returns the number of tokens, with the sign bit if more text is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteByRules(ReadOnlySpan<TUnit> text, Token* tokens, ref int index, int place, CharacterClass last, bool isFinalBlock)
    {
        var context = default(RuleContext<NoTrace>);
        int count = 0;
        do
        {
            int end = last != CharacterClass.Punctuation && count == 0
                ? TokenRules<TUnit, TEncoding, NoTrace>.FindEndOfWord(text, index, place, last, ref context, out TokenKind kind)
                : TokenRules<TUnit, TEncoding, NoTrace>.FindEnd(text, index, ref context, out kind);
            if (context.ReachedEnd && !isFinalBlock && end - index < Token.MaxLength)
            {
                return count | int.MinValue;
            }

            tokens[count++] = new Token(index, end - index, kind);
            index = end;
        }
        while (index <= place && index < text.Length && (TEncoding.ClassAt(text, index, out _) & CharacterClass.Space) == 0);
        return count;
    }

    // A token that fills a block: skips what is surely inside, letters and digits and what joins plain ones, and asks the rules for the rest.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryWriteLong(ReadOnlySpan<TUnit> text, TUnit* units, ref int index, BlockMasks m, Token* token, byte* scratch, bool isFinalBlock)
    {
        int known = index;
        ulong digits = 0;
        while (text.Length - known >= TClassifier.Reach && known - index < Token.MaxLength)
        {
            if (known > index)
            {
                _ = TClassifier.Classify(units + known, scratch, out m);
            }

            ulong plain = m.Alphanumeric & ~m.Special;
            ulong betweenDigits = (m.Digit << 1) & (m.Digit >> 1) & (plain << 1) & (plain >> 1);
            ulong joined = (m.WordJoiner & ~m.Special & (plain << 1) & (plain >> 1) & ~betweenDigits) | (m.NumberJoiner & betweenDigits);
            int run = BitOperations.TrailingZeroCount(~(plain | joined));
            if (run == 0)
            {
                break;
            }

            // At the end of the run the rules decide; a block that is full goes on with its last character, which the end of the block may cut.
            bool goesOn = run > TClassifier.EndLimit;
            run = goesOn ? BitOperations.Log2(~m.Continuation & ((2UL << (run - 1)) - 1)) : run;
            digits = (m.Digit << 1) >> run;
            known += run;
            if (!goesOn && known - index <= Token.MaxLength && EndsSurely(m, run, units + index, known - index))
            {
                TokenKind kindOfFirst = CharacterClasses.KindOf(TEncoding.ClassAt(text, index, out _));
                *token = new Token(index, known - index, kindOfFirst);
                index = known;
                return true;
            }

            if (!goesOn)
            {
                break;
            }
        }

        if (known == index)
        {
            return WriteByRules(text, token, ref index, index, CharacterClass.Punctuation, isFinalBlock) > 0;
        }

        var context = default(RuleContext<NoTrace>);
        CharacterClass previous = (digits & 1) != 0 ? CharacterClass.Digit : CharacterClass.Letter;
        int end = TokenRules<TUnit, TEncoding, NoTrace>.FindEndOfWord(text, index, known, previous, ref context, out TokenKind kind);
        if (context.ReachedEnd && !isFinalBlock && end - index < Token.MaxLength)
        {
            return false;
        }

        *token = new Token(index, end - index, kind);
        index = end;
        return true;
    }

    // Whether a word ends at a place of a block without a look at the rules: before white space or a plain mark, and before a stop, comma or colon
    // that PendingPlace knows. News without its spaces, UTF-8: 714 MB/s where the rules are asked each time, 795 so.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsSurely(in BlockMasks m, int place, TUnit* word, int length)
    {
        if (place >= TClassifier.EndLimit)
        {
            return false;
        }

        ulong joiners = m.WordJoiner | m.NumberJoiner | m.Special;
        if ((joiners >> place & 1) == 0)
        {
            return true;
        }

        return (m.NumberJoiner >> place & 1) != 0 && (m.Special >> place & 3) == 0
            && PendingPlace<TUnit>.Decide(word, length, (m.Alphanumeric >> place & 2) != 0, (m.Space >> place & 2) != 0) == PendingDecision.Split;
    }

    private static void Pad(ReadOnlySpan<TUnit> rest, TUnit* padded)
    {
        var block = new Span<TUnit>(padded, BlockSize + 1);
        block[rest.Length..].Fill(TEncoding.Space);
        rest.CopyTo(block);
    }

    private struct FlaggedBlock
    {
        public ulong Starts;
        public ulong Ends;
        public ulong Flags;
        public ulong Space;
        public ulong NotPlain;
        public ulong Digit;
        public int LastEnd;
    }
}
