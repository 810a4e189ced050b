using System.Buffers;
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
/// The vector engine: mask arithmetic finds the tokens wherever the rules look only at the neighbours of a unit. At any other place (<c>flags</c>)
/// it asks <see cref="TokenRules{TUnit, TEncoding, TTrace}"/> for the tokens around the place and goes on behind them.
/// </summary>
/// <remarks>
/// <para>The text is taken in chunks of up to 32 blocks of 64 units, and each step goes over the whole chunk: classes of all blocks, tokens of all masks,
/// stops of the chunk, then writing. No step waits for a branch of another, and where a block begins does not depend on the tokens of the last one: with all
/// steps for one block before the next, UTF-8 news took 1.2 times the time (AVX2 on Zen 3).</para>
/// <para>A chunk begins at the start of a token, or at white space, never inside a token. So nothing is carried from chunk to chunk, and
/// the token that the end of the chunk cuts is found again in the next one.</para>
/// </remarks>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier>
    where TUnit : unmanaged
    where TEncoding : struct, ITextEncoding<TUnit>
    where TClassifier : struct, IBlockClassifier<TUnit>
{
    private const int BlockSize = BlockTokenizer.BlockSize;
    private const int MaxUnits = BlockMasks.MaxBlocks * BlockSize;

    // So many units of a chunk behind its last end are left to the rules: to classify them again for each emoji of a long row took 40 µs an emoji.
    private const int LongRest = 4 * BlockSize;

    // Tokens of a block and of rubbish behind them.
    private const int Overrun = BlockSize + BlockTokenizer.MaxOverrun;

    // About as many as a block of news has.
    private static int TokensPerBlock => sizeof(TUnit) == 1 ? 5 : 10;

    /// <inheritdoc cref="ScalarTokenizer{TUnit, TEncoding}.Tokenize"/>
    [SkipLocalsInit]
    public static OperationStatus Tokenize<TPauses>(ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock)
        where TPauses : struct, IPauseMode
    {
        // A method with a stackalloc and a loop is compiled once, without what a profile and the values of static fields would tell the JIT:
        // with the stackalloc in the loop's method 1,450 MB/s, apart 1,620 (UTF-16 news in UTF-8 bytes, AVX2 on Zen 3).
        const int Alignment = 64;
        byte* memory = stackalloc byte[Alignment + BlockMasks.Size + TokenList.Size + MaxUnits + (BlockSize * sizeof(TUnit)) + (MaxUnits * sizeof(ushort)) + (2 * Overrun * sizeof(Token))];
        memory += -(nint)memory & (Alignment - 1);
        var list = new TokenList(memory + BlockMasks.Size);
        var workspace = new Workspace
        {
            Masks = new BlockMasks((ulong*)memory),
            OwnClasses = memory + BlockMasks.Size + TokenList.Size,
            Padded = (TUnit*)(memory + BlockMasks.Size + TokenList.Size + MaxUnits),
            Places = (ushort*)(memory + BlockMasks.Size + TokenList.Size + MaxUnits + (BlockSize * sizeof(TUnit))),
            Buffer = (Token*)(memory + BlockMasks.Size + TokenList.Size + MaxUnits + (BlockSize * sizeof(TUnit)) + (MaxUnits * sizeof(ushort))),
            List = list,
            Tables = VectorTables.Default,
        };
        workspace.Masks.Prepare();
        return Tokenize<TPauses>(text, stopAt, ref position, ref output, isFinalBlock, workspace);
    }

    private static OperationStatus Tokenize<TPauses>(
        ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock, Workspace workspace)
        where TPauses : struct, IPauseMode
    {
        ReadOnlySpan<TUnit> all = text;
        text = text[..^(isFinalBlock ? 0 : TEncoding.IncompleteTail(text))];
        int index = position;
        int stop = Math.Min(stopAt, text.Length);
        int count = output.Count;
        int lastCount = output.Tokens.Length - Overrun;
        int pauseCount = output.PauseCount;
        int lastPauseCount = output.Pauses.Length - TokenOutput.PauseReserve;
        int leftFrom = 0, leftTo = 0; // what the masks of the last chunk left to the rules
        BlockMasks masks = workspace.Masks;
        fixed (TUnit* units = text)
        fixed (Token* tokens = output.Tokens)
        fixed (int* pauses = output.Pauses)
        {
            while (index < stop && count <= lastCount && (!TPauses.IsOn || pauseCount <= lastPauseCount))
            {
                if (index < leftTo)
                {
                    int found = index == leftFrom
                        ? WriteLong(text, units, ref index, tokens + count, isFinalBlock, workspace)
                        : WriteByRules(text, tokens + count, ref index, index + BlockSize - 2, CharacterClass.Punctuation, isFinalBlock);
                    int first = count;
                    count += found & int.MaxValue;
                    if (TPauses.IsOn)
                    {
                        pauseCount = NotePauses(text, tokens, first, count, pauses, pauseCount);
                    }

                    if (found < 0)
                    {
                        break;
                    }

                    leftTo = index < leftTo && IsSpace(text, index) ? 0 : leftTo;
                    continue;
                }

                int mostBlocks = Math.Min(((stop - index - 1) / BlockSize) + 1, ((lastCount - count) / TokensPerBlock) + 1);
                int blocks = Classify(text, units, index, Math.Min(mostBlocks, BlockMasks.MaxBlocks), isFinalBlock, ref workspace);
                if (blocks == 0)
                {
                    break;
                }

                masks.Resolve(blocks, TPauses.IsOn, sizeof(TUnit) == 1);
                DecidePending(units + index, blocks, units + text.Length, workspace);
                int lastBlock = FindLastEnd(masks, blocks, out int lastEnd, out int next);
                if (next == blocks * BlockSize)
                {
                    next = TEncoding.StartOfCutSpace(text, index + next) - index;
                }

                if (lastBlock < 0)
                {
                    // No token ends in the chunk: white space, or what comes before the first token; or a long token; or characters that only the rules know.
                    if (next > 0)
                    {
                        index = Math.Min(index + next, text.Length);
                        continue;
                    }

                    (leftFrom, leftTo) = (index, Math.Min(index + (blocks * BlockSize), text.Length));
                    continue;
                }

                // Tokens that end in the blocks. The first may begin in an earlier one, at open.
                int chunk = index;
                int open = 0;
                int block = 0;
                bool needsMore = false;
                while (block <= lastBlock && count <= lastCount && (!TPauses.IsOn || pauseCount <= lastPauseCount))
                {
                    if (masks.Flags[block] == 0)
                    {
                        count += TClassifier.FindsAll
                            ? WriteBlocks<TPauses>(workspace, tokens, count, lastCount, chunk, ref block, lastBlock, ref open, pauses, ref pauseCount, lastPauseCount)
                            : WriteRun<TPauses>(workspace, tokens, count, lastCount, chunk, ref block, lastBlock, ref open, pauses, ref pauseCount, lastPauseCount);
                        continue;
                    }

                    // Few blocks of news come here.
                    int written = WriteFlagged(text, chunk, block, open, lastEnd, workspace, tokens + count, isFinalBlock, out int behind);
                    needsMore = written < 0;
                    written &= int.MaxValue;
                    if (TPauses.IsOn)
                    {
                        pauseCount = NotePauses(text, tokens, count, count + written, pauses, pauseCount);
                    }

                    count += written;
                    open = behind;
                    if (needsMore || behind >= lastEnd)
                    {
                        next = behind;
                        block = BlockMasks.MaxBlocks;
                        break;
                    }

                    block = behind / BlockSize;
                }

                // Out of room, the next call goes on behind the last token.
                index = block > lastBlock ? chunk + next : tokens[count - 1].End;
                if (needsMore)
                {
                    break;
                }

                int behindChunk = Math.Min(chunk + (blocks * BlockSize), text.Length);
                if (behindChunk - index >= LongRest && block > lastBlock && !IsSpace(text, index))
                {
                    (leftFrom, leftTo) = (index, behindChunk);
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
        if (!TPauses.IsOn && position < stop && count > lastCount)
        {
            FillUp(all, stopAt, ref position, ref output, isFinalBlock, workspace);
        }

        return ScalarTokenizer<TUnit, TEncoding>.Tokenize<TPauses>(all, stopAt, ref position, ref output, isFinalBlock);
    }

    private static bool IsSpace(ReadOnlySpan<TUnit> text, int index) => (TEncoding.ClassAt(text, index, out _) & CharacterClass.Space) != 0;

    // Fills the room that is less than a block may want, through a buffer that has enough. Of 4,096 tokens these are 80 and took the rules 5 % of the time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillUp(ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock, Workspace workspace)
    {
        const int WorthABlock = 8;
        int room = output.Tokens.Length - output.Count;
        if (room < WorthABlock)
        {
            return;
        }

        var buffer = new TokenOutput(new Span<Token>(workspace.Buffer, room + Overrun)) { MayStopEarly = true };
        _ = Tokenize<NoPauses>(text, stopAt, ref position, ref buffer, isFinalBlock, workspace);
        int fitting = Math.Min(buffer.Count, room);
        if (fitting < buffer.Count)
        {
            position = buffer.Tokens[fitting - 1].End;
        }

        buffer.Tokens[..fitting].CopyTo(output.Tokens[output.Count..]);
        output.Count += fitting;
    }
}
