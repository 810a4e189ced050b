using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <content>Where a sentence may end, from the masks of a block; <see cref="TokenOutput.IsPause"/> is the specification.</content>
internal static unsafe partial class BlockTokenizer<TUnit, TEncoding, TClassifier, TClasses>
{
    // Notes the tokens that end at the bits of a mask. The first is noted without a branch: two blocks in five of news have one, none of them foreseeable.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NotePauses(ulong pausing, ulong ends, int count, int* pauses, int pauseCount)
    {
        int last = count - 1; // before the block: the ends up to one of them, itself included, count on from it
        int found = BitOperations.PopCount(pausing);
        pauses[pauseCount] = last + BitOperations.PopCount(ends & (pausing ^ (pausing - 1)));
        for (int i = 1; i < found; i++)
        {
            pausing &= pausing - 1;
            pauses[pauseCount + i] = last + BitOperations.PopCount(ends & (pausing ^ (pausing - 1)));
        }

        return pauseCount + found;
    }

    // The places behind a stop, and white space that breaks a line or is more than one space; TokenOutput.IsPause says the same of one token.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PausesBefore(ulong space, ulong terminal) => (terminal << 1) | (space & (terminal | (space >> 1)));

    // Notes the pauses among tokens that the rules may have found: by the mask where a token ends in the block.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NotePauses(
        ReadOnlySpan<TUnit> text, int blockStart, ulong pausing, Token* tokens, int from, int to, int* pauses, int pauseCount)
    {
        // Only the last of them may end behind the block.
        int last = to - 1;
        for (int i = from; i < last; i++)
        {
            pauses[pauseCount] = i;
            pauseCount += ((int)(pausing >> (tokens[i].End - blockStart)) & 1) | (tokens[i].Kind == TokenKind.Emoji ? 1 : 0);
        }

        if (last >= from)
        {
            int end = tokens[last].End - blockStart;
            bool isPause = pausing != 0 && end <= TClassifier.EndLimit && tokens[last].Kind != TokenKind.Emoji
                ? (pausing >> end & 1) != 0
                : TokenOutput.IsPause(MemoryMarshal.Cast<TUnit, char>(text), tokens[last]);
            pauses[pauseCount] = last;
            pauseCount += isPause ? 1 : 0;
        }

        return pauseCount;
    }
}
