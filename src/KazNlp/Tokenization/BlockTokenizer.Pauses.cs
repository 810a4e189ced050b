using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <content>Where a sentence may end, from the masks of <see cref="BlockMasks.Pauses"/>; <see cref="TokenOutput.IsPause"/> is the specification.</content>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier>
{
    // Notes the tokens that end at the bits of a mask. The first two are noted without a branch: two blocks in five of news have one, and one in eight has two, none of them foreseeable.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NotePauses(ulong pausing, ulong ends, int count, int* pauses, int pauseCount)
    {
        int last = count - 1; // before the block: the ends up to one of them, itself included, count on from it
        int found = BitOperations.PopCount(pausing);
        pauses[pauseCount] = last + BitOperations.PopCount(ends & (pausing ^ (pausing - 1)));
        pausing &= pausing - 1;
        pauses[pauseCount + 1] = last + BitOperations.PopCount(ends & (pausing ^ (pausing - 1)));
        for (int i = 2; i < found; i++)
        {
            pausing &= pausing - 1;
            pauses[pauseCount + i] = last + BitOperations.PopCount(ends & (pausing ^ (pausing - 1)));
        }

        return pauseCount + found;
    }

    // Notes the pauses among tokens that the rules may have found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NotePauses(ReadOnlySpan<TUnit> text, Token* tokens, int from, int to, int* pauses, int pauseCount)
    {
        for (int i = from; i < to; i++)
        {
            pauses[pauseCount] = i;
            pauseCount += TokenOutput.IsPause(MemoryMarshal.Cast<TUnit, char>(text), tokens[i]) ? 1 : 0;
        }

        return pauseCount;
    }
}
