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

    /// <summary>A table of <see cref="Utf8ByteCodes"/> for the lower halves of bytes, twice.</summary>
    public byte* CodesOfLower(int pair) => Vector(Codes + (2 * pair));

    /// <summary>A table of <see cref="Utf8ByteCodes"/> for the upper halves of bytes, twice.</summary>
    public byte* CodesOfUpper(int pair) => Vector(Codes + (2 * pair) + 1);

    /// <summary>A vector of one value, of 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* All(byte value) => Vector(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Vector(int index) => memory + (index * Vector256<byte>.Count);

    private static byte* Build()
    {
        const int Count = Codes + 4;
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
        for (int pair = 0; pair < 2; pair++)
        {
            Store(Utf8ByteCodes.Table(pair, upper: false), memory + ((Codes + (2 * pair)) * Vector256<byte>.Count));
            Store(Utf8ByteCodes.Table(pair, upper: true), memory + ((Codes + (2 * pair) + 1) * Vector256<byte>.Count));
        }

        return memory;
    }

    private static void Store(Vector128<byte> table, byte* memory) => Vector256.Store(Vector256.Create(table, table), memory);
}
