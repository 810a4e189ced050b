using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace KazNlp;

/// <summary>The mask arithmetic that the UTF-8 classifiers share: which bytes form a character.</summary>
internal static unsafe class Utf8Blocks
{
    /// <summary>A character that begins behind this place may be cut by the end of the block; see <see cref="ClassifyRare"/>.</summary>
    public const int EndLimit = 60;

    /// <summary>U+0400..04FF, lead bytes D0..D3: letters but for the thousands sign D2 82. Sets their masks.</summary>
    /// <param name="leads">Lead bytes.</param>
    /// <param name="continuations">Continuation bytes.</param>
    /// <param name="thousandsFirst">D2.</param>
    /// <param name="thousandsSecond">82.</param>
    /// <param name="masks">Gets the letters, both bytes; the lead bytes may have been letters before, without regard to what follows them.</param>
    /// <returns>The bytes of letters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Cyrillic(ulong leads, ulong continuations, ulong thousandsFirst, ulong thousandsSecond, ref BlockMasks masks)
    {
        // What follows the last byte is not known; no token ends there.
        ulong letters = leads & ((continuations >> 1) | (1UL << 63)) & ~(thousandsFirst & (thousandsSecond >> 1));
        ulong both = letters | (letters << 1);
        masks.Alphanumeric = (masks.Alphanumeric & ~leads) | both;
        masks.Continuation = letters << 1;
        return both;
    }

    /// <summary>« » as C2 AB, C2 BB, and – — “ ” „ as E2 80 and a third byte. They have no class but are characters.</summary>
    /// <returns>Their bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Marks(ulong quoteFirst, ulong quoteSecond, ulong generalFirst, ulong generalSecond, ulong generalThird, ref BlockMasks masks)
    {
        ulong quotes = quoteFirst & (quoteSecond >> 1);
        ulong general = generalFirst & (generalSecond >> 1) & (generalThird >> 2);
        ulong tails = (quotes << 1) | (general << 1) | (general << 2);
        masks.Continuation |= tails;
        return quotes | general | tails;
    }

    /// <summary>Sets the classes of all other characters one by one.</summary>
    /// <param name="block">64 bytes.</param>
    /// <param name="classes">The class of each first byte.</param>
    /// <param name="rare">The bytes of the characters.</param>
    /// <param name="masks">The masks.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ClassifyRare(byte* block, byte* classes, ulong rare, ref BlockMasks masks)
    {
        while (rare != 0)
        {
            int first = BitOperations.TrailingZeroCount(rare);
            var rest = new ReadOnlySpan<byte>(block + first, BlockTokenizer.BlockSize - first);
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(rest, out Rune rune, out int length);
            CharacterClass found;
            if (status == System.Buffers.OperationStatus.NeedMoreData || rune.Value > char.MaxValue)
            {
                // Cut by the end of the block, or rare enough for the rules: joined to its neighbours as a surrogate is.
                found = CharacterClass.Surrogate;
            }
            else
            {
                // A joiner of more than one byte has no single neighbours: left to the rules.
                found = (CharacterClass)CharacterClasses.Table[rune.Value];
                if ((found & CharacterClass.WordJoiner) != 0 && length > 1)
                {
                    found = CharacterClass.Surrogate;
                }
                else if (status == System.Buffers.OperationStatus.InvalidData)
                {
                    found |= CharacterClass.Special;
                }
            }

            ulong units = ((1UL << length) - 1) << first;
            classes[first] = (byte)found;
            Set(ref masks.Alphanumeric, found, CharacterClass.Alphanumeric, units);
            Set(ref masks.Digit, found, CharacterClass.Digit, units);
            Set(ref masks.Space, found, CharacterClass.Space, units);
            Set(ref masks.WordJoiner, found, CharacterClass.WordJoiner, units);
            Set(ref masks.NumberJoiner, found, CharacterClass.NumberJoiner, units);
            Set(ref masks.Terminal, found, CharacterClass.Terminal, units);
            Set(ref masks.Special, found, CharacterClass.Special, units);
            masks.Continuation |= units & ~(1UL << first);
            rare &= ~units;
        }
    }

    private static void Set(ref ulong mask, CharacterClass found, CharacterClass bits, ulong units) =>
        mask = (mask & ~units) | ((found & bits) != 0 ? units : 0);
}
