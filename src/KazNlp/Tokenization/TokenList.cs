using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>
/// The starts of the tokens of a run of blocks, in the order of the text. A token goes up to the next start, or to the space before it, so that ends are
/// read from the list by vectors and only starts are looked for bit by bit: wherever more than one space stands between two tokens, <see cref="Gaps"/>
/// corrects the first.
/// </summary>
/// <remarks>
/// With starts and ends both looked for bit by bit, block by block, UTF-8 news took 1.07 times the time (AVX2 on Zen 3): 13 instructions for each of six
/// tokens of a block, 50 for a token that began before it.
/// </remarks>
/// <param name="memory">The memory: <see cref="Size"/> bytes, aligned to vectors.</param>
internal readonly unsafe struct TokenList(byte* memory)
{
    /// <summary>Tokens that are found or written at once, and so may be written behind the last.</summary>
    public const int Overrun = 16;

    /// <summary>Most tokens of a run: those of a chunk, one that began before it, and the sentinel.</summary>
    private const int Capacity = (BlockMasks.MaxBlocks * BlockTokenizer.BlockSize) + 2 + Overrun;

    /// <summary>Bytes of the list.</summary>
    public const int Size = Capacity * (sizeof(int) + sizeof(ushort) + sizeof(ushort));

    /// <summary>Places of the starts in the chunk.</summary>
    public int* Starts => (int*)memory;

    /// <summary>Of each start the class of the unit before it, and in the upper byte that of its unit.</summary>
    public ushort* Classes => (ushort*)(memory + (Capacity * sizeof(int)));

    /// <summary>Indices of the starts behind more than one space.</summary>
    public ushort* Gaps => (ushort*)(memory + (Capacity * (sizeof(int) + sizeof(ushort))));

    /// <summary>In <see cref="Classes"/>: no space stands before the unit.</summary>
    public const ushort NoSpace = 'A';

    /// <summary>The classes of a unit and of the one before it, as the list has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ClassesAt(byte* classes)
    {
        ushort both = Unsafe.ReadUnaligned<ushort>(classes - 1);
        return BitConverter.IsLittleEndian ? both : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(both);
    }

    /// <summary>Adds the starts of a block behind the last one.</summary>
    /// <param name="classes">What the classifier stored of the block.</param>
    /// <param name="count">Starts in the list.</param>
    /// <param name="offset">Place of the block in the chunk.</param>
    /// <param name="starts">The starts.</param>
    /// <returns>Starts in the list now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(byte* classes, int count, int offset, ulong starts)
    {
        // Six at a time: a branch for each start is mispredicted at the end of every block. Blocks of UTF-8 news have five, of UTF-16 news nine.
        int found = BitOperations.PopCount(starts);
        int* places = Starts + count;
        ushort* pairs = Classes + count;
        int* end = places + found;
        do
        {
            Next(classes, places, pairs, offset, ref starts);
            Next(classes, places + 1, pairs + 1, offset, ref starts);
            Next(classes, places + 2, pairs + 2, offset, ref starts);
            Next(classes, places + 3, pairs + 3, offset, ref starts);
            Next(classes, places + 4, pairs + 4, offset, ref starts);
            Next(classes, places + 5, pairs + 5, offset, ref starts);
            places += 6;
            pairs += 6;
        }
        while (places < end);

        return count + found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(byte* classes, int* place, ushort* pair, int offset, ref ulong starts)
    {
        ulong start = Bmi1.X64.IsSupported ? Bmi1.X64.TrailingZeroCount(starts) : (ulong)BitOperations.TrailingZeroCount(starts);
        starts &= starts - 1;
        *pair = ClassesAt(classes + start);
        *place = offset + (int)start;
    }
}
