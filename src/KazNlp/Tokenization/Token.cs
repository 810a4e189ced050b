using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>A token: a range of the caller's text and its kind. Eight bytes, no reference to the text.</summary>
/// <remarks>
/// Offsets count UTF-16 code units from <see cref="KazakhTokenizer"/>'s <c>char</c> members, and bytes from its <c>Utf8</c> members.
/// A token is at most <see cref="MaxLength"/> units long; a longer run comes in parts.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Token : IEquatable<Token>
{
    /// <summary>The greatest length of one token, in units: 2²⁷ − 1.</summary>
    public const int MaxLength = (1 << LengthBits) - 1;

    /// <summary>Where the kind stands in the second half of the token.</summary>
    internal const int LengthBits = 27;

    private readonly int _start;
    private readonly uint _lengthAndKind; // the kind stands in the top five bits

    /// <summary>Makes a token.</summary>
    /// <param name="start">Offset of the first unit.</param>
    /// <param name="length">Number of units, 0 to <see cref="MaxLength"/>.</param>
    /// <param name="kind">What the token is.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative, or <paramref name="length"/> is out of range.</exception>
    public Token(int start, int length, TokenKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)MaxLength, nameof(length));
        _start = start;
        _lengthAndKind = (uint)length | ((uint)kind << LengthBits);
    }

    internal Token(int start, uint lengthAndKind)
    {
        _start = start;
        _lengthAndKind = lengthAndKind;
    }

    /// <summary>Offset of the first unit.</summary>
    public int Start => _start;

    /// <summary>Number of units.</summary>
    public int Length => (int)(_lengthAndKind & MaxLength);

    /// <summary>Offset just past the last unit.</summary>
    public int End => _start + Length;

    /// <summary>What the token is.</summary>
    public TokenKind Kind => (TokenKind)(_lengthAndKind >> LengthBits);

    /// <summary>The range without the kind.</summary>
    public TextSpan Span => new(_start, Length);

    /// <summary>The token's part of the text that it was found in, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The token does not lie inside <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(_start, Length);

    /// <inheritdoc/>
    public bool Equals(Token other) => _start == other._start && _lengthAndKind == other._lengthAndKind;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Token other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_start, _lengthAndKind);

    /// <summary>Whether two tokens cover the same range and are of one kind.</summary>
    public static bool operator ==(Token left, Token right) => left.Equals(right);

    /// <summary>Whether two tokens differ in range or kind.</summary>
    public static bool operator !=(Token left, Token right) => !left.Equals(right);

    /// <summary>Kind, start and end, for a debugger: <c>Word[3..9)</c>.</summary>
    public override string ToString() => $"{Kind}[{Start}..{End})";
}
