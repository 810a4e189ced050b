using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>How the rules read a text: the same rules serve UTF-16 and UTF-8. A text ends in white space, so to speak: the callers check the length.</summary>
/// <typeparam name="TUnit">The code unit.</typeparam>
internal interface ITextEncoding<TUnit>
    where TUnit : unmanaged
{
    /// <summary>The class of the character that starts at <paramref name="index"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">An offset inside the text, at the start of a character.</param>
    /// <param name="length">Units of the character; of an ill-formed sequence, what one replacement character stands for.</param>
    static abstract CharacterClass ClassAt(ReadOnlySpan<TUnit> text, int index, out int length);

    /// <summary>The class that the vector paths give a character which the masks alone cannot tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">An offset inside the text, at the start of a character.</param>
    /// <param name="length">Units that get the class.</param>
    static abstract CharacterClass ClassInBlock(ReadOnlySpan<TUnit> text, int index, out int length);

    /// <summary>The start of the character that a place cuts, where white space stands before the place.</summary>
    static abstract int StartOfCutSpace(ReadOnlySpan<TUnit> text, int index);

    /// <summary>Goes over plain letters and digits, as far as that is quick.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where to begin.</param>
    /// <param name="last">Receives the class of the last character that was passed.</param>
    /// <returns>The first place that was not passed, which may be a letter too.</returns>
    static abstract int SkipAlphanumeric(ReadOnlySpan<TUnit> text, int index, ref CharacterClass last);

    /// <summary>The code point that starts at <paramref name="index"/>; U+FFFD for an ill-formed sequence.</summary>
    static abstract int CodePointAt(ReadOnlySpan<TUnit> text, int index, out int length);

    /// <summary>The code unit at <paramref name="index"/>; equal to an ASCII character only where that character stands.</summary>
    static abstract int UnitAt(ReadOnlySpan<TUnit> text, int index);

    /// <summary>A space.</summary>
    static abstract TUnit Space { get; }

    /// <summary>Units at the end of the text which begin a character that more text may complete.</summary>
    static abstract int IncompleteTail(ReadOnlySpan<TUnit> text);
}

/// <summary>UTF-16; a lone surrogate is a symbol.</summary>
internal readonly struct Utf16 : ITextEncoding<char>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass ClassAt(ReadOnlySpan<char> text, int index, out int length)
    {
        var result = (CharacterClass)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table), (nint)text[index]);
        length = 1;
        return result == CharacterClass.Surrogate ? ClassOfSurrogate(text, index, out length) : result;
    }

    public static CharacterClass ClassInBlock(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        return (CharacterClass)CharacterClasses.Table[text[index]];
    }

    public static int StartOfCutSpace(ReadOnlySpan<char> text, int index) => index;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipAlphanumeric(ReadOnlySpan<char> text, int index, ref CharacterClass last)
    {
        ref byte table = ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table);
        ref char units = ref MemoryMarshal.GetReference(text);
        nint start = index;
        nint place = index;

        // Cyrillic letters four at a time in one integer; a word of other letters, or of both, one by one.
        while (BitConverter.IsLittleEndian && place + 4 <= text.Length)
        {
            ulong others = NotCyrillic(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref units, place))));
            if (others != 0)
            {
                place += FirstUnit(others);
                break;
            }

            place += 4;
        }

        while (place < text.Length && IsPlain(ref table, Unsafe.Add(ref units, place)))
        {
            place++;
        }

        if (place > start)
        {
            last = (CharacterClass)Unsafe.Add(ref table, (nint)Unsafe.Add(ref units, place - 1));
        }

        return (int)place;
    }

    // Of each of four units that is no letter of U+0400..04FF some bits, of the others none. Behind the thousands sign, the one character of that block which is
    // no letter, a letter may have bits, too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NotCyrillic(ulong four)
    {
        const ulong Each = 0x0001_0001_0001_0001;
        ulong sign = four ^ (0x0482 * Each);
        return ((four & (0xFF00 * Each)) ^ (0x0400 * Each)) | ((sign - Each) & ~sign & (0x8000 * Each));
    }

    // The number of the first of four units that has a bit: compares, because without the instruction for it a count of zeros has a jump.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstUnit(ulong bits)
    {
        ulong first = bits & (~bits + 1);
        return (first > 0xFFFF ? 1 : 0) + (first > 0xFFFF_FFFF ? 1 : 0) + (first > 0xFFFF_FFFF_FFFF ? 1 : 0);
    }

    // A letter or a digit that has no other class.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(ref byte table, char unit) =>
        (uint)Unsafe.Add(ref table, (nint)unit) - (uint)CharacterClass.Letter <= (uint)CharacterClass.Digit - (uint)CharacterClass.Letter;

    public static int CodePointAt(ReadOnlySpan<char> text, int index, out int length)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out Rune rune, out length);
        return rune.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int UnitAt(ReadOnlySpan<char> text, int index) => text[index];

    public static char Space => ' ';

    public static int IncompleteTail(ReadOnlySpan<char> text) => text.Length > 0 && char.IsHighSurrogate(text[^1]) ? 1 : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CharacterClass ClassOfSurrogate(ReadOnlySpan<char> text, int index, out int length)
    {
        int codePoint = CodePointAt(text, index, out length);
        return codePoint > char.MaxValue ? CharacterClasses.OfSupplementary(codePoint) : CharacterClass.Symbol | CharacterClass.Special;
    }
}

/// <summary>UTF-8; each ill-formed sequence, cut as the Unicode Standard recommends, is a symbol.</summary>
internal readonly struct Utf8 : ITextEncoding<byte>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass ClassAt(ReadOnlySpan<byte> text, int index, out int length)
    {
        uint lead = text[index];
        ref byte table = ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table);
        if (lead < 0x80)
        {
            length = 1;
            return (CharacterClass)Unsafe.Add(ref table, (nint)lead);
        }

        if (lead - 0xC2 <= 0xDF - 0xC2 && index + 1 < text.Length && (text[index + 1] & 0xC0) == 0x80)
        {
            length = 2;
            return (CharacterClass)Unsafe.Add(ref table, (nint)(((lead & 0x1F) << 6) | (text[index + 1] & 0x3Fu)));
        }

        return ClassOfLong(text, index, out length);
    }

    public static CharacterClass ClassInBlock(ReadOnlySpan<byte> text, int index, out int length)
    {
        System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(text[index..], out Rune rune, out length);
        if (rune.Value > char.MaxValue)
        {
            return CharacterClass.Surrogate; // rare enough for the rules
        }

        var found = (CharacterClass)CharacterClasses.Table[rune.Value];
        if ((found & CharacterClass.WordJoiner) != 0 && length > 1)
        {
            return CharacterClass.Surrogate; // a joiner of more than one byte has no single neighbours: left to the rules
        }

        return status == System.Buffers.OperationStatus.Done ? found : found | CharacterClass.Special;
    }

    public static int StartOfCutSpace(ReadOnlySpan<byte> text, int index)
    {
        while (index > 0 && index < text.Length && (text[index] & 0xC0) == 0x80)
        {
            index--; // white space has three bytes at most; behind all of them this goes over some of it again
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipAlphanumeric(ReadOnlySpan<byte> text, int index, ref CharacterClass last)
    {
        ref byte table = ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table);
        uint previous = (uint)last;
        while (index + 1 < text.Length)
        {
            // U+0400..04FF, letters but for the thousands sign D2 82.
            uint lead = text[index];
            uint second = text[index + 1];
            if ((lead & 0xFC) == 0xD0 && (second & 0xC0) == 0x80 && ((lead << 8) | second) != 0xD282)
            {
                previous = (uint)CharacterClass.Letter;
                index += 2;
                continue;
            }

            uint current;
            if (lead >= 0x80 || (current = Unsafe.Add(ref table, (nint)lead)) - (uint)CharacterClass.Letter > (uint)CharacterClass.Digit - (uint)CharacterClass.Letter)
            {
                break;
            }

            previous = current;
            index++;
        }

        last = (CharacterClass)previous;
        return index;
    }

    public static int CodePointAt(ReadOnlySpan<byte> text, int index, out int length)
    {
        _ = Rune.DecodeFromUtf8(text[index..], out Rune rune, out length);
        return rune.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int UnitAt(ReadOnlySpan<byte> text, int index) => text[index];

    public static byte Space => (byte)' ';

    public static int IncompleteTail(ReadOnlySpan<byte> text)
    {
        for (int length = 1; length <= Math.Min(3, text.Length); length++)
        {
            if ((text[^length] & 0xC0) != 0x80)
            {
                return Rune.DecodeFromUtf8(text[^length..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData ? length : 0;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CharacterClass ClassOfLong(ReadOnlySpan<byte> text, int index, out int length)
    {
        int codePoint = CodePointAt(text, index, out length);
        return codePoint > char.MaxValue ? CharacterClasses.OfSupplementary(codePoint) : (CharacterClass)CharacterClasses.Table[codePoint];
    }
}
