namespace KazNlp;

/// <summary>A range of a text: where it starts and how long it is, in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit, counted from the start of the caller's text.</param>
/// <param name="Length">Number of code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The covered part of <paramref name="text"/>, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
