using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>Writes the tokens of a <see cref="TokenList"/> four at a time.</summary>
internal static unsafe class ListedTokens128
{
    /// <inheritdoc cref="IBlockClassifier{TUnit}.WriteListed"/>
    public static void Write<TUnit>(TokenList list, Token* destination, int count, int offset, VectorTables tables)
        where TUnit : unmanaged
    {
        Vector128<byte> lower1 = Vector128.Load(tables.KindCodes);
        Vector128<byte> upper1 = Vector128.Load(tables.KindCodes + 32);
        Vector128<byte> lower2 = Vector128.Load(tables.KindCodes + 64);
        Vector128<byte> upper2 = Vector128.Load(tables.KindCodes + 96);
        Vector128<byte> kindsOfCodes = Vector128.Load(tables.Kinds);
        Vector128<int> offsets = Vector128.Create(offset);
        int* starts = list.Starts;
        ushort* classes = list.Classes;
        Token* end = destination + count;
        for (; destination < end; destination += Vector128<int>.Count, starts += Vector128<int>.Count, classes += Vector128<int>.Count)
        {
            Vector128<int> start = Vector128.Load(starts);
            Vector128<int> firstUnit = Widen(classes) >>> 8;
            Vector128<int> before = Widen(classes + 1) & Vector128.Create(0xFF);
            Vector128<int> length = Vector128.Load(starts + 1) - start;
            Vector128<int> code;
            if (sizeof(TUnit) == 1)
            {
                length += Vector128.GreaterThan(Vector128.Create(' ' + 1), before);
                Vector128<byte> lower = (firstUnit & Vector128.Create(0x0F)).AsByte();
                Vector128<byte> upper = (firstUnit >>> 4).AsByte();
                code = ((Vector128.ShuffleNative(lower1, lower) & Vector128.ShuffleNative(upper1, upper)) | (Vector128.ShuffleNative(lower2, lower) & Vector128.ShuffleNative(upper2, upper))).AsInt32();
            }
            else
            {
                length -= (before >>> 2) & Vector128<int>.One;
                code = (firstUnit & Vector128.Create(3)) | ((firstUnit >>> 4) & Vector128.Create(4));
            }

            Vector128<int> kind = Vector128.ShuffleNative(kindsOfCodes, code.AsByte()).AsInt32() << Token.LengthBits;
            start += offsets;
            length |= kind;
            Vector128<ulong> token = Vector128.WidenLower(length.AsUInt32()) << 32 | Vector128.WidenLower(start.AsUInt32());
            Vector128.Store(token, (ulong*)destination);
            token = Vector128.WidenUpper(length.AsUInt32()) << 32 | Vector128.WidenUpper(start.AsUInt32());
            Vector128.Store(token, (ulong*)(destination + 2));
        }
    }

    private static Vector128<int> Widen(ushort* classes) => Vector128.WidenLower(Vector128.CreateScalar(*(ulong*)classes).AsUInt16()).AsInt32();
}
