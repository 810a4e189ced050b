using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// Constant vectors of the AVX2 and the portable classifiers, in memory, so that the instruction which takes one reads it there. As constants of the code,
/// 16 registers do not hold them: the JIT loads them again and again or keeps them on the stack (one long word, which is classified and nothing else: 2,970 MB/s so, 3,460 from memory; AVX2 on Zen 3).
/// </summary>
/// <param name="memory">The vectors. Not a static field, whose address would be a constant of the code as well.</param>
internal readonly unsafe struct VectorTables(byte* memory)
{
    private const int Row2 = byte.MaxValue + 1;
    private const int Row3 = byte.MaxValue + 2;
    private const int DashesAndQuotes = byte.MaxValue + 3;

    private const int HighNibbles = byte.MaxValue + 4;
    private const int Codes = byte.MaxValue + 5;

    private static readonly byte* Memory = Build();

    /// <summary>The tables.</summary>
    public static VectorTables Default => new(Memory);

    /// <summary>The classes of U+0020 to U+002F, twice.</summary>
    public byte* ClassesOfRow2 => Vector(Row2);

    /// <summary>The classes of U+0030 to U+003F, twice.</summary>
    public byte* ClassesOfRow3 => Vector(Row3);

    /// <summary>All bits for – — “ ” „ among U+2010 to U+201F, twice.</summary>
    public byte* IsDashOrQuote => Vector(DashesAndQuotes);

    /// <summary>
    /// What the upper half of a byte tells, twice: control characters are breaks; U+0040 and above are special here, until they are known to be letters or marks.
    /// </summary>
    public byte* ClassesOfHighNibble => Vector(HighNibbles);

    /// <summary>For a byte shuffle that puts the bytes of two groups of eight into pairs, twice.</summary>
    public byte* PairsOfHalves => Vector(Codes + 9);

    /// <summary>The four tables of <see cref="Utf8ByteCodes"/>, each twice.</summary>
    public byte* ByteCodes => Vector(Codes);

    /// <summary>The four tables of <see cref="TokenKinds"/>, each twice.</summary>
    public byte* KindCodes => Vector(Codes + 4);

    /// <summary>The table of <see cref="TokenKinds"/> that makes kinds of its codes, twice.</summary>
    public byte* Kinds => Vector(Codes + 8);

    /// <summary>A vector of one value, of 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* All(byte value) => Vector(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Vector(int index) => memory + (index * Vector256<byte>.Count);

    private static byte* Build()
    {
        const int Count = Codes + 10;
        var memory = (byte*)NativeMemory.AlignedAlloc((nuint)(Count * Vector256<byte>.Count), (nuint)Vector256<byte>.Count); // never freed
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            Vector256.Store(Vector256.Create((byte)value), memory + (value * Vector256<byte>.Count));
        }

        Store(Vector128.Create<byte>(CharacterClasses.Table.AsSpan(0x20, 16)), memory + (Row2 * Vector256<byte>.Count));
        Store(Vector128.Create<byte>(CharacterClasses.Table.AsSpan(0x30, 16)), memory + (Row3 * Vector256<byte>.Count));
        Store(Vector128.Create(0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0), memory + (DashesAndQuotes * Vector256<byte>.Count));
        const byte Break = (byte)CharacterClass.Break;
        const byte Special = (byte)CharacterClass.Special;
        Vector128<byte> ofHighNibble = Vector128.Create(
            Break, Break, 0, 0, Special, Special, Special, Special, Special, Special, Special, Special, Special, Special, Special, Special);
        Store(ofHighNibble, memory + (HighNibbles * Vector256<byte>.Count));
        Store(Utf8ByteCodes.Tables, memory + (Codes * Vector256<byte>.Count));
        Store(TokenKinds.OfUtf8, memory + ((Codes + 4) * Vector256<byte>.Count));
        Store(TokenKinds.OfCode, memory + ((Codes + 8) * Vector256<byte>.Count));
        Store(Vector128.Create((byte)0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15), memory + ((Codes + 9) * Vector256<byte>.Count));
        return memory;
    }

    private static void Store(HalfByteTables tables, byte* memory)
    {
        Store(tables.Lower1, memory);
        Store(tables.Upper1, memory + Vector256<byte>.Count);
        Store(tables.Lower2, memory + (2 * Vector256<byte>.Count));
        Store(tables.Upper2, memory + (3 * Vector256<byte>.Count));
    }

    private static void Store(Vector128<byte> table, byte* memory) => Vector256.Store(Vector256.Create(table, table), memory);
}
