using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>Writes the tokens of a <see cref="TokenList"/> eight at a time.</summary>
internal static unsafe class ListedTokens256
{
    /// <inheritdoc cref="IBlockClassifier{TUnit}.WriteListed"/>
    public static void Write<TUnit>(TokenList list, Token* destination, int count, int offset, VectorTables tables)
        where TUnit : unmanaged
    {
        Vector256<byte> lower1 = Vector256.Load(tables.KindCodes);
        Vector256<byte> upper1 = Vector256.Load(tables.KindCodes + 32);
        Vector256<byte> lower2 = Vector256.Load(tables.KindCodes + 64);
        Vector256<byte> upper2 = Vector256.Load(tables.KindCodes + 96);
        Vector256<byte> kindsOfCodes = Vector256.Load(tables.Kinds);
        Vector256<int> offsets = Vector256.Create(offset);
        int* starts = list.Starts;
        ushort* classes = list.Classes;
        Token* end = destination + count;
        for (; destination < end; destination += Vector256<int>.Count, starts += Vector256<int>.Count, classes += Vector256<int>.Count)
        {
            Vector256<int> start = Vector256.Load(starts);
            Vector256<int> firstUnit = Avx2.ConvertToVector256Int32(classes) >>> 8;
            Vector256<int> before = Avx2.ConvertToVector256Int32(classes + 1) & Vector256.Create(0xFF);
            Vector256<int> length = Vector256.Load(starts + 1) - start;
            Vector256<int> code;
            if (sizeof(TUnit) == 1)
            {
                length += Vector256.GreaterThan(Vector256.Create(' ' + 1), before);
                Vector256<byte> lower = (firstUnit & Vector256.Create(0x0F)).AsByte();
                Vector256<byte> upper = (firstUnit >>> 4).AsByte();
                code = ((Avx2.Shuffle(lower1, lower) & Avx2.Shuffle(upper1, upper)) | (Avx2.Shuffle(lower2, lower) & Avx2.Shuffle(upper2, upper))).AsInt32();
            }
            else
            {
                length -= (before >>> 2) & Vector256<int>.One;
                code = (firstUnit & Vector256.Create(3)) | ((firstUnit >>> 4) & Vector256.Create(4));
            }

            Vector256<int> kind = Avx2.Shuffle(kindsOfCodes, code.AsByte()).AsInt32() << Token.LengthBits;
            start += offsets;
            length |= kind;
            Vector256<int> low = Avx2.UnpackLow(start, length);
            Vector256<int> high = Avx2.UnpackHigh(start, length);
            Vector256.Store(Avx2.Permute2x128(low, high, 0x20), (int*)destination);
            Vector256.Store(Avx2.Permute2x128(low, high, 0x31), (int*)(destination + 4));
        }
    }
}
