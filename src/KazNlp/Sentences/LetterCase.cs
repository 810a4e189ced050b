using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What a sentence may start with, by the case of a code unit.</summary>
internal static class LetterCase
{
    /// <summary>A small letter.</summary>
    public const int Small = 1;

    /// <summary>A letter that has a small form.</summary>
    public const int Capital = 2;

    // Latin, Greek, Cyrillic with its supplement, and what follows them up to the characters of three bytes.
    private const int TableLength = 0x800;

    private static readonly byte[] Table = [.. Enumerable.Range(0, TableLength).Select(c => (byte)Find((char)c))];

    /// <summary><see cref="Small"/>, <see cref="Capital"/> or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(char c) => c < TableLength ? Table[c] : Find(c);

    private static int Find(char c) => char.IsLower(c) ? Small : CaseFolding.IsUpper(c) ? Capital : 0;
}
