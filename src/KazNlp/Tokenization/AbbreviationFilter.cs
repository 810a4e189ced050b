using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>A quick test of the vector paths: most words before a stop surely do not take it.</summary>
internal static unsafe class AbbreviationFilter<TUnit>
    where TUnit : unmanaged
{
    // A bit set of length, first and last units of each listed form, in any mixture of small and capital letters: 1 % of the bits are set.
    // In news a stop follows every hundred units, and two words in three before it are short enough to be in the list.
    private static readonly byte[] Set = BuildSet();

    private static int MaxUnits => Abbreviations.MaxLength * (IsUtf8 ? 2 : 1);

    private static bool IsUtf8 => sizeof(TUnit) == 1;

    /// <summary>Whether the rules have to decide about the stop behind a word of letters, digits and joiners.</summary>
    /// <returns><see langword="false"/> only where they surely do not give the stop to the word.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayTakeStop(TUnit* word, int length)
    {
        uint first = Unit(word[0]);
        if (first - '0' <= 9)
        {
            return Unit(word[length - 1]) - '0' > 9 && HasShortTail(word, length); // 1995ж.
        }

        if (length <= FirstLength(first))
        {
            return true; // a single letter
        }

        // Long words go this way too: whether a word is short is not foreseeable. UTF-8 news 1.33 times as fast as before chunks, with a jump here 1.28.
        uint hash = Hash(word, length);
        return (length <= MaxUnits) & ((Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Set), (nint)(hash >> 3)) >> (int)(hash & 7)) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Unit(TUnit unit) => IsUtf8 ? Unsafe.BitCast<TUnit, byte>(unit) : Unsafe.BitCast<TUnit, char>(unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstLength(uint first) => !IsUtf8 || first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;

    // Whether what stands behind the digits or the hyphen of a word is short enough for an abbreviation.
    private static bool HasShortTail(TUnit* word, int length)
    {
        for (int i = length - 1; i >= Math.Max(0, length - 1 - MaxUnits); i--)
        {
            if (Unit(word[i]) - '0' <= 9 || Unit(word[i]) == '-')
            {
                return true;
            }
        }

        return false;
    }

    // Of UTF-8 the first and the last two bytes, of UTF-16 the first and the last unit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(TUnit* word, int length)
    {
        byte* bytes = (byte*)word;
        uint first = Unsafe.ReadUnaligned<ushort>(bytes);
        uint last = Unsafe.ReadUnaligned<ushort>(bytes + (length * sizeof(TUnit)) - 2);
        return (((first | (last << 16)) * 0x9E3779B1u) + ((uint)length * 0x85EBCA6Bu)) >> 16;
    }

    private static byte[] BuildSet()
    {
        byte[] set = new byte[(ushort.MaxValue + 1) / 8];
        foreach (Abbreviation abbreviation in AbbreviationList.Entries)
        {
            string form = abbreviation.Form;
            int last = form.Length - 1;
            // The hash is of at most two letters at each end, so those between may stay small; a letter of UTF-8 is as long in both cases.
            int hashed = 0b11 | (0b11 << Math.Max(0, last - 1));
            for (int capitals = 0; capitals < 1 << form.Length; capitals++)
            {
                if ((capitals & ~hashed) != 0)
                {
                    continue;
                }

                char[] variant = form.ToCharArray();
                for (int i = 0; i < variant.Length; i++)
                {
                    variant[i] = (capitals >> i & 1) != 0 ? char.ToUpperInvariant(variant[i]) : variant[i];
                }

                byte[] bytes = IsUtf8 ? Encoding.UTF8.GetBytes(variant) : MemoryMarshal.AsBytes(variant.AsSpan()).ToArray();
                fixed (byte* word = bytes)
                {
                    uint hash = Hash((TUnit*)word, bytes.Length / sizeof(TUnit));
                    set[hash >> 3] |= (byte)(1 << (int)(hash & 7));
                }
            }
        }

        return set;
    }
}
