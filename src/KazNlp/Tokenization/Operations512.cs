using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KazNlp;

/// <summary>
/// The instructions of the AVX-512 path, and what they do in C#: on other processors the tests run the same path, slowly.
/// The tests compare both forms where the processor has the instructions.
/// </summary>
internal static class Operations512
{
    /// <summary>Whether the processor has them all.</summary>
    public static bool IsSupported => Avx512Vbmi2.IsSupported && Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    /// <summary>VPERMI2B: bits 0–6 of an index choose one of 128 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Permute(Vector512<byte> lower, Vector512<byte> indices, Vector512<byte> upper) =>
        Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8x2(lower, indices, upper) : Software.Permute(lower, indices, upper);

    /// <summary>VPERMI2D: bits 0–4 of an index choose one of 32 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Permute(Vector512<int> lower, Vector512<int> indices, Vector512<int> upper) =>
        Avx512F.IsSupported ? Avx512F.PermuteVar16x32x2(lower, indices, upper) : Software.Permute(lower, indices, upper);

    /// <summary>VPCOMPRESSB: the bytes whose mask is set, side by side; zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Compress(Vector512<byte> mask, Vector512<byte> value) =>
        Avx512Vbmi2.IsSupported ? Avx512Vbmi2.Compress(Vector512<byte>.Zero, mask, value) : Software.Compress(mask, value);

    /// <summary>VPSHUFB, for indices below 16: bytes chosen inside each 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShuffleInLanes(Vector512<byte> value, Vector512<byte> indices) =>
        Avx512BW.IsSupported ? Avx512BW.Shuffle(value, indices) : Software.ShuffleInLanes(value, indices);

    /// <summary>VPMOVZXBD: 16 bytes as 16 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Widen(Vector128<byte> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(value) : Software.Widen(value);

    /// <summary>The same in C#.</summary>
    internal static class Software
    {
        public static Vector512<byte> Permute(Vector512<byte> lower, Vector512<byte> indices, Vector512<byte> upper)
        {
            Span<byte> table = stackalloc byte[128];
            lower.CopyTo(table);
            upper.CopyTo(table[64..]);
            Span<byte> result = stackalloc byte[64];
            indices.CopyTo(result);
            foreach (ref byte index in result)
            {
                index = table[index & 127];
            }

            return Vector512.Create<byte>(result);
        }

        public static Vector512<int> Permute(Vector512<int> lower, Vector512<int> indices, Vector512<int> upper)
        {
            Span<int> table = stackalloc int[32];
            lower.CopyTo(table);
            upper.CopyTo(table[16..]);
            Span<int> result = stackalloc int[16];
            indices.CopyTo(result);
            foreach (ref int index in result)
            {
                index = table[index & 31];
            }

            return Vector512.Create<int>(result);
        }

        public static Vector512<byte> Compress(Vector512<byte> mask, Vector512<byte> value)
        {
            Span<byte> result = stackalloc byte[64];
            result.Clear();
            int count = 0;
            for (ulong bits = mask.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                result[count++] = value[BitOperations.TrailingZeroCount(bits)];
            }

            return Vector512.Create<byte>(result);
        }

        public static Vector512<byte> ShuffleInLanes(Vector512<byte> value, Vector512<byte> indices)
        {
            Span<byte> result = stackalloc byte[64];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = value[(i & ~15) | (indices[i] & 15)];
            }

            return Vector512.Create<byte>(result);
        }

        public static Vector512<int> Widen(Vector128<byte> value)
        {
            Span<int> result = stackalloc int[16];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = value[i];
            }

            return Vector512.Create<int>(result);
        }
    }
}
