using System.Numerics;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <content>Tokens from the masks of blocks without flags.</content>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier>
{
    // Writes the tokens that end in the blocks from one on, up to a last block or the first flag. Moves the block behind them, and open to the last start;
    // the block stays if the room is too small. Returns the number of tokens.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteRun<TPauses>(
        in Workspace workspace, Token* tokens, int count, int lastCount, int chunk, ref int block, int lastBlock, ref int open, int* pauses, ref int pauseCount, int lastPauseCount)
        where TPauses : struct, IPauseMode
    {
        BlockMasks masks = workspace.Masks;
        TokenList list = workspace.List;
        byte* classes = workspace.Classes;
        int gaps = 0;
        int listed = 0;
        int ended = count;

        // What began before the run comes first, if it ends there.
        if (BeginsOpen(masks, block, lastBlock))
        {
            list.Starts[0] = open;
            list.Classes[0] = TokenList.ClassesAt(classes + open);
            listed = 1;
        }

        int k = block;
        for (; k <= lastBlock && masks.Flags[k] == 0 && (!TPauses.IsOn || pauseCount <= lastPauseCount); k++)
        {
            if (TPauses.IsOn)
            {
                pauseCount = NotePauses(masks.Pauses[k] & masks.Ends[k], masks.Ends[k], ended, pauses, pauseCount);
                ended += BitOperations.PopCount(masks.Ends[k]);
            }

            if (masks.AfterGap[k] != 0)
            {
                gaps = NoteGaps(list, gaps, listed, masks.Starts[k], masks.AfterGap[k]);
            }

            listed = list.Add(classes + (k * BlockSize), listed, k * BlockSize, masks.Starts[k]);
        }

        int last = k - 1;
        while (last >= block && masks.Ends[last] == 0)
        {
            last--;
        }

        open = listed > 0 ? list.Starts[listed - 1] : open;
        if (last < block)
        {
            block = k;
            return 0;
        }

        // The last end closes the list, where no start stands behind it: one that is open, or two, of which the first ends where it is not known yet.
        int lastEnd = (last * BlockSize) + BitOperations.Log2(masks.Ends[last]);
        list.Starts[listed] = lastEnd;
        list.Classes[listed] = TokenList.NoSpace;
        int written = listed;
        while (list.Starts[written - 1] >= lastEnd)
        {
            written--;
        }

        int room = lastCount + BlockSize - count;
        block = written <= room ? k : block;
        written = Math.Min(written, room);
        TClassifier.WriteListed(list, tokens + count, written, chunk, workspace.Tables);
        for (int i = 0; i < gaps; i++)
        {
            int before = list.Gaps[i] - 1;
            if (before >= 0 && before < written)
            {
                EndBeforeGap(masks, list.Starts[before + 1], tokens + count + before, chunk);
            }
        }

        while (TPauses.IsOn && pauseCount > 0 && pauses[pauseCount - 1] >= count + written)
        {
            pauseCount--;
        }

        return written;
    }

    // Whether a token that began before a block ends there or behind it.
    private static bool BeginsOpen(BlockMasks masks, int block, int lastBlock)
    {
        while (block < lastBlock && (masks.Starts[block] | masks.Ends[block]) == 0)
        {
            block++;
        }

        return masks.Ends[block] != 0 && BitOperations.TrailingZeroCount(masks.Ends[block]) <= BitOperations.TrailingZeroCount(masks.Starts[block]);
    }

    // Notes the starts of a block behind more than one space.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NoteGaps(TokenList list, int gaps, int listed, ulong starts, ulong afterGap)
    {
        for (afterGap &= starts; afterGap != 0; afterGap &= afterGap - 1)
        {
            ulong before = (afterGap - 1) & ~afterGap;
            list.Gaps[gaps++] = (ushort)(listed + BitOperations.PopCount(starts & before));
        }

        return gaps;
    }

    // Sets the end of the token before a start that has more than one space before it.
    private static void EndBeforeGap(BlockMasks masks, int start, Token* token, int chunk)
    {
        int block = start / BlockSize;
        ulong ends = masks.Ends[block] & ((1UL << start) - 1);
        while (ends == 0)
        {
            ends = masks.Ends[--block];
        }

        int end = chunk + (block * BlockSize) + BitOperations.Log2(ends);
        *token = new Token(token->Start, (uint)(end - token->Start) | ((uint)token->Kind << Token.LengthBits));
    }

    // The same where a classifier finds all tokens of a block at once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteBlocks<TPauses>(
        in Workspace workspace, Token* tokens, int count, int lastCount, int chunk, ref int block, int lastBlock, ref int open, int* pauses, ref int pauseCount, int lastPauseCount)
        where TPauses : struct, IPauseMode
    {
        BlockMasks masks = workspace.Masks;
        int before = count;
        for (; block <= lastBlock && masks.Flags[block] == 0 && count <= lastCount && (!TPauses.IsOn || pauseCount <= lastPauseCount); block++)
        {
            ulong starts = masks.Starts[block];
            ulong ends = masks.Ends[block];
            if (TPauses.IsOn)
            {
                pauseCount = NotePauses(masks.Pauses[block] & ends, ends, count, pauses, pauseCount);
            }

            count += WriteBlock(workspace.Classes, tokens + count, chunk, block * BlockSize, open, starts, ends);
            open = starts != 0 ? (block * BlockSize) + BitOperations.Log2(starts) : open;
        }

        return count - before;
    }

    // Writes the tokens that end in a block. Returns their number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteBlock(byte* classes, Token* tokens, int chunk, int block, int open, ulong starts, ulong ends)
    {
        // A token that began in an earlier block ends before the first start: four blocks of UTF-8 news in five have one. Written always, and kept if there is one.
        int firstEnd = BitOperations.TrailingZeroCount(ends);
        bool isOpen = firstEnd <= BitOperations.TrailingZeroCount(starts);
        *tokens = new Token(chunk + open, (uint)(block + firstEnd - open) | TokenWriter<TUnit>.KindOf(classes[open]));
        TClassifier.Write(classes + block, tokens + (isOpen ? 1 : 0), chunk + block, starts, isOpen ? ends & (ends - 1) : ends);
        return BitOperations.PopCount(ends);
    }
}
