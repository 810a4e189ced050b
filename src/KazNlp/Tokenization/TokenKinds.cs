using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>The kinds of tokens by their first unit, as tables for vectors.</summary>
internal static class TokenKinds
{
    private const int Word = 1;
    private const int Number = 2;
    private const int Symbol = 4;
    private const int OtherSymbol = 8;

    /// <summary>
    /// Codes of the first bytes that a token of local rules may have, as <see cref="TokenWriter{TUnit}.FirstOf"/> leaves them: ASCII, the lead bytes of Cyrillic letters, and
    /// those of quotes and dashes.
    /// </summary>
    public static readonly HalfByteTables OfUtf8 = new(
        [
            (Word, HalfByteTables.Set(0x4, 0x6), HalfByteTables.Range(0x1, 0xF)), // A–O, a–o
            (Number, HalfByteTables.Set(0x3), HalfByteTables.Range(0x0, 0x9)),
            (Symbol, HalfByteTables.Set(0x2), HalfByteTables.Set(0x4, 0x5, 0x6, 0xA, 0xB)), // $ % & * +
            (OtherSymbol, HalfByteTables.Set(0x7), HalfByteTables.Set(0xC, 0xE)), // | ~
        ],
        [
            (Word, HalfByteTables.Set(0x5, 0x7, 0xD), HalfByteTables.Range(0x0, 0xA)), // P–Z, p–z; D0..D3
            (Symbol, HalfByteTables.Set(0x3), HalfByteTables.Range(0xC, 0xE)), // < = >
            (OtherSymbol, HalfByteTables.Set(0x5), HalfByteTables.Set(0xE)), // ^
        ]);

    /// <summary>The kind of each code.</summary>
    public static Vector128<byte> OfCode
    {
        get
        {
            Span<byte> kinds = stackalloc byte[Vector128<byte>.Count];
            for (int code = 0; code < kinds.Length; code++)
            {
                kinds[code] = (byte)((code & Number) != 0 ? TokenKind.Number : (code & Word) != 0 ? TokenKind.Word : code != 0 ? TokenKind.Symbol : TokenKind.Punctuation);
            }

            return Vector128.Create<byte>(kinds);
        }
    }
}
