using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <content>Where the masks do not decide.</content>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier>
{
    // Writes the tokens of a block up to its first flag, and those around it by the rules. Returns their number, with the sign bit if more text is needed,
    // and the place in the chunk where they end; the masks tell how to go on there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteFlagged(
        ReadOnlySpan<TUnit> text, int chunk, int block, int open, int lastEnd, in Workspace workspace, Token* tokens, bool isFinalBlock, out int behind)
    {
        BlockMasks masks = workspace.Masks;
        ulong starts = masks.Starts[block];
        int flag = (block * BlockSize) + BitOperations.TrailingZeroCount(masks.Flags[block]);
        ulong beforeFlag = (1UL << flag) - 1;
        int lastStart = (starts & beforeFlag) != 0 ? (block * BlockSize) + BitOperations.Log2(starts & beforeFlag) : open;
        int first = BlockMasks.Has(masks.Space, flag - 1) ? flag : lastStart;
        int count = 0;
        if (first >= block * BlockSize)
        {
            ulong firstBit = 1UL << first;
            count = WriteBlock(
                workspace.Classes, tokens, chunk, block * BlockSize, open, starts & (firstBit - 1), masks.Ends[block] & (firstBit | (firstBit - 1)));
        }

        // A word of plain letters and digits before the flag need not be read again.
        ulong notPlain = (~masks.Alphanumeric[block] | masks.Special[block]) & beforeFlag & (ulong.MaxValue << first);
        CharacterClass last = first == flag || first < block * BlockSize || notPlain != 0 ? CharacterClass.Punctuation
            : BlockMasks.Has(masks.Digit, flag - 1) ? CharacterClass.Digit
            : CharacterClass.Letter;
        int index = chunk + first;
        int byRules = WriteByRules(text, tokens + count, ref index, chunk + flag, last, isFinalBlock);
        behind = index - chunk;
        if (byRules < 0 || behind >= lastEnd)
        {
            return count + byRules;
        }

        // The masks hold behind the answer, if they have a token begin there, or a space. Otherwise the rules are asked again.
        int blockBehind = behind / BlockSize;
        ulong bit = 1UL << behind;
        ulong answered = bit - 1;
        bool isKnown = ((masks.Starts[blockBehind] | masks.Space[blockBehind]) & bit) != 0;
        masks.Starts[blockBehind] &= ~answered;
        masks.Ends[blockBehind] &= ~(answered | bit);
        masks.Flags[blockBehind] = (masks.Flags[blockBehind] & ~answered) | (isKnown ? 0 : bit);
        return count + byRules;
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

    // A token that may fill a chunk: skips what is surely inside, letters and digits and what joins plain ones, and asks the rules for the rest. Returns one, or
    // the sign bit if more text is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteLong(ReadOnlySpan<TUnit> text, TUnit* units, ref int index, Token* token, bool isFinalBlock, Workspace workspace)
    {
        BlockMasks masks = workspace.Masks;
        int known = index;
        CharacterClass last = CharacterClass.Punctuation;
        while (known - index < Token.MaxLength)
        {
            int blocks = Classify(text, units, known, BlockMasks.MaxBlocks, isFinalBlock, ref workspace);
            if (blocks == 0 || !(BlockMasks.Has(masks.Letter, 0) || BlockMasks.Has(masks.Digit, 0)))
            {
                break;
            }

            masks.Resolve(blocks, withPauses: false, sizeof(TUnit) == 1);
            int place = FindEndOfPlain(masks, blocks, out bool goesOn);
            if (place == 0)
            {
                break;
            }

            last = BlockMasks.Has(masks.Digit, place - 1) ? CharacterClass.Digit : CharacterClass.Letter;
            known += place;
            if (!goesOn)
            {
                break;
            }
        }

        if (known == index)
        {
            return WriteByRules(text, token, ref index, index, CharacterClass.Punctuation, isFinalBlock);
        }

        var context = default(RuleContext<NoTrace>);
        int end = TokenRules<TUnit, TEncoding, NoTrace>.FindEndOfWord(text, index, known, last, ref context, out TokenKind kind);
        if (context.ReachedEnd && !isFinalBlock && end - index < Token.MaxLength)
        {
            return int.MinValue;
        }

        *token = new Token(index, end - index, kind);
        index = end;
        return 1;
    }

    // The place behind a letter or a digit, where the word that begins the chunk ends or the rules have to decide. A word that fills the chunk
    // goes on with its last character.
    private static int FindEndOfPlain(BlockMasks masks, int blocks, out bool goesOn)
    {
        const ulong Known = (2UL << BlockMasks.EndLimit) - 1;
        for (int block = 0; block < blocks; block++)
        {
            ulong found = masks.Ends[block] | masks.Flags[block];
            found &= block == blocks - 1 ? Known : ulong.MaxValue;
            if (found != 0)
            {
                goesOn = false;
                int place = (block * BlockSize) + BitOperations.TrailingZeroCount(found);
                return place == 0 || BlockMasks.Has(masks.Alphanumeric, place - 1) ? place : place - 1; // a joiner is left to the rules
            }
        }

        goesOn = true;
        ulong firsts = masks.Alphanumeric[blocks - 1] & ~masks.Continuation[blocks - 1] & Known;
        return ((blocks - 1) * BlockSize) + BitOperations.Log2(firsts);
    }
}
