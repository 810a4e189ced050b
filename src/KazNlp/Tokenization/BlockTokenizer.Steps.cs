using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <content>The steps over a chunk.</content>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier>
{
    // Sets the classes of the blocks from a place on. Returns their number; zero if more text is needed for the first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Classify(ReadOnlySpan<TUnit> text, TUnit* units, int index, int mostBlocks, bool isFinalBlock, ref Workspace workspace)
    {
        BlockMasks masks = workspace.Masks;
        byte* classes = workspace.OwnClasses;
        VectorTables tables = workspace.Tables;
        TUnit* chunk = units + index;
        int length = text.Length - index;
        int blocks = Math.Min(mostBlocks, length / BlockSize);
        TClassifier.Classify(chunk, classes, masks, 0, blocks, tables);
        if (blocks < mostBlocks && isFinalBlock && length > blocks * BlockSize)
        {
            // The end of the text counts as white space.
            var padded = new Span<TUnit>(workspace.Padded, BlockSize);
            padded.Fill(TEncoding.Space);
            text[(index + (blocks * BlockSize))..].CopyTo(padded);
            TClassifier.Classify(workspace.Padded, classes + (blocks * BlockSize), masks, blocks, blocks + 1, tables);
            blocks++;
        }

        uint rare;
        if (typeof(TUnit) == typeof(byte)) // the JIT keeps one side
        {
            // Half of the chunks of Cyrillic text end inside a letter; a look-up for each took 2 % of the time.
            ReadOnlySpan<byte> behind = MemoryMarshal.AsBytes(text)[Math.Min(text.Length, index + (blocks * BlockSize))..];
            masks.SetBehind(blocks, Utf8ByteCodes.At(behind, 0), Utf8ByteCodes.At(behind, 1));
            masks.FindLeads(blocks);
            masks.JoinBytes(blocks);
            rare = blocks > 0 ? BlockMasks.WithAny(masks.Rare, blocks) : 0;

            // A byte tells the kind of most tokens that it begins: the text itself serves, unless a byte has to be replaced, or one before the chunk or behind it,
            // which is looked at too, is not there. With a copy of each chunk, UTF-8 news took 1.02 times the time.
            bool isPlain = rare == 0 && index > 0 && length > blocks * BlockSize;
            workspace.Classes = isPlain ? (byte*)chunk : classes;
            if (!isPlain)
            {
                int own = Math.Min(length, blocks * BlockSize);
                MemoryMarshal.AsBytes(text).Slice(index, own).CopyTo(new Span<byte>(classes, own));
            }
        }
        else
        {
            rare = blocks > 0 ? BlockMasks.WithAny(masks.Rare, blocks) : 0;
            workspace.Classes = classes;
        }

        for (; rare != 0; rare &= rare - 1)
        {
            ClassifyRare(text, index, BitOperations.TrailingZeroCount(rare), classes, masks);
        }

        return blocks;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClassifyRare(ReadOnlySpan<TUnit> text, int chunk, int block, byte* classes, BlockMasks masks)
    {
        while (masks.Rare[block] != 0)
        {
            int place = (block * BlockSize) + BitOperations.TrailingZeroCount(masks.Rare[block]);
            CharacterClass found = TEncoding.ClassInBlock(text, chunk + place, out int length);
            new Span<byte>(classes + place, length).Fill(TokenWriter<TUnit>.FirstOf(found)); // the last is looked at as well, for white space
            masks.Set(place, length, found);
        }
    }

    // Asks about the stops behind words and some hyphens, with a list of their places, so that a turn of the second loop is foreseeable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DecidePending(TUnit* chunk, int blocks, TUnit* end, Workspace workspace)
    {
        BlockMasks masks = workspace.Masks;
        ushort* places = workspace.Places;
        int count = 0;
        for (uint with = BlockMasks.WithAny(masks.Pending, blocks); with != 0; with &= with - 1)
        {
            int block = BitOperations.TrailingZeroCount(with);
            ulong pending = masks.Pending[block];
            places[count++] = (ushort)((block * BlockSize) + BitOperations.TrailingZeroCount(pending));
            for (pending &= pending - 1; pending != 0; pending &= pending - 1)
            {
                places[count++] = (ushort)((block * BlockSize) + BitOperations.TrailingZeroCount(pending));
            }
        }

        for (int i = 0; i < count; i++)
        {
            int place = places[i];

            // Where a word begins is far to seek in text without spaces: there UTF-8 took 1.30 times as long a byte as news without this, and 1.25 with it, UTF-16
            // 1.17 and 1.11 (AVX2 on Zen 3).
            if (BlockMasks.Has(masks.Alphanumeric, place + 1) && BlockMasks.Has(masks.BehindLong, place) && PendingPlace<TUnit>.IsBetweenPlainWords(chunk + place, end))
            {
                continue;
            }

            int block = place / BlockSize;
            ulong bit = 1UL << place;
            int wordStart = LastStart(masks, block, bit - 1);
            TUnit* token = chunk + wordStart;
            bool isHyphen = BlockMasks.Has(masks.WordJoiner, place);
            switch (isHyphen
                ? PendingPlace<TUnit>.DecideHyphen(token, place - wordStart, BlockMasks.Has(masks.Alphanumeric, place - 1), end)
                : PendingPlace<TUnit>.Decide(
                    token, place - wordStart, BlockMasks.Has(masks.Alphanumeric, place + 1), BlockMasks.Has(masks.Space, place + 1), end))
            {
                case PendingDecision.Ask:
                    masks.Flags[block] |= bit;
                    break;
                case PendingDecision.Take:
                    masks.Starts[block] &= ~bit;
                    masks.Ends[block] &= ~bit;
                    break;
                case PendingDecision.Join:
                    JoinSuffix(masks, block, blocks, bit);
                    break;
            }
        }
    }

    // Joins a mark with the word behind the hyphen at a bit, if all of that is letters and ends in the chunk; otherwise the rules are asked.
    private static void JoinSuffix(BlockMasks masks, int block, int blocks, ulong bit)
    {
        // The carry of a sum goes through the letters to the first place behind them.
        int last = block;
        ulong behind = (masks.Letter[last] + (bit << 1)) & ~masks.Letter[last];
        while (behind == 0 && bit << 1 != 0 && ++last < blocks)
        {
            behind = (masks.Letter[last] + 1) & ~masks.Letter[last];
        }

        if (behind == 0 || (masks.Ends[last] & behind) == 0)
        {
            masks.Flags[block] |= bit;
            return;
        }

        masks.Starts[block] &= ~(bit | (bit << 1));
        masks.Ends[block] &= ~(bit | (bit << 1));
    }

    // The last start among some places of a block, or in the blocks before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LastStart(BlockMasks masks, int block, ulong places)
    {
        // One word in four begins in the block before: no branch for those.
        ulong starts = masks.Starts[block] & places;
        ulong before = masks.Starts[block - 1];
        block -= starts == 0 ? 1 : 0;
        starts = starts == 0 ? before : starts;
        while (starts == 0)
        {
            starts = masks.Starts[--block];
        }

        return (block * BlockSize) + BitOperations.Log2(starts);
    }

    // Finds the last place where a token ends, and its block, or -1; and the first place behind it where one begins, or the end of the chunk.
    // Behind the last end nothing is flagged: it belongs to the next chunk.
    private static int FindLastEnd(BlockMasks masks, int blocks, out int lastEnd, out int next)
    {
        int last = blocks - 1;
        while (last >= 0 && masks.Ends[last] == 0)
        {
            last--;
        }

        lastEnd = 0;
        int block = Math.Max(last, 0);
        ulong starts = masks.Starts[block];
        if (last >= 0)
        {
            int place = BitOperations.Log2(masks.Ends[last]);
            lastEnd = (last * BlockSize) + place;
            masks.Flags[last] &= (2UL << place) - 1;
            starts &= ulong.MaxValue << place;
        }

        while (starts == 0 && ++block < blocks)
        {
            starts = masks.Starts[block];
        }

        next = starts != 0 ? (block * BlockSize) + BitOperations.TrailingZeroCount(starts) : blocks * BlockSize;
        return last;
    }

    private struct Workspace
    {
        public BlockMasks Masks;
        public byte* Classes;
        public byte* OwnClasses;
        public TUnit* Padded;
        public ushort* Places;
        public TokenList List;
        public Token* Buffer;
        public VectorTables Tables;
    }
}
