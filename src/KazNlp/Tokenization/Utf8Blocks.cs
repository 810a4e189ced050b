using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>The mask arithmetic that the UTF-8 classifiers share: which bytes form a character.</summary>
internal static unsafe class Utf8Blocks
{
    /// <summary>Bytes behind a block that the classifiers look at: the rest of a character of three bytes.</summary>
    public const int Reach = BlockTokenizer.BlockSize + 2;

    /// <summary>Sets the masks that depend on the bytes of a character, of the characters that the classifiers know.</summary>
    /// <param name="masks">The masks.</param>
    /// <param name="block">The block.</param>
    /// <param name="letters">ASCII letters, and lead bytes of Cyrillic ones.</param>
    /// <param name="leads">Lead bytes of known characters of two or three bytes.</param>
    /// <param name="leadsOfThree">Those of three bytes.</param>
    /// <param name="others">Bytes that have to be looked up if they are neither letters nor in known characters.</param>
    /// <param name="carry">The bytes that characters have in the next block: all in bits 0 and 1, of letters in bit 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(BlockMasks masks, int block, ulong letters, ulong leads, ulong leadsOfThree, ulong others, ref uint carry)
    {
        ulong letterLeads = leads & letters;
        ulong tails = (leads << 1) | (leadsOfThree << 2) | (carry & 3);
        masks.Letter[block] = letters | (letterLeads << 1) | (carry >> 2);
        masks.Continuation[block] = tails;
        masks.Rare[block] = others & ~(letters | leads | tails);
        masks.Special[block] = 0;
        carry = (uint)((leads >> 63) | (leadsOfThree >> 62) | (letterLeads >> 63 << 2));
    }
}
