namespace KazNlp;

/// <summary>A set of <see cref="GazetteerKind"/>: bit <c>n</c> stands for the kind numbered <c>n</c>.</summary>
internal readonly record struct GazetteerKinds(ulong Bits)
{
    public bool IsEmpty => Bits == 0;

    public static GazetteerKinds Of(GazetteerKind kind) => new(1UL << (int)kind);

    public bool Has(GazetteerKind kind) => ((Bits >> (int)kind) & 1) != 0;

    public static GazetteerKinds operator |(GazetteerKinds left, GazetteerKinds right) => new(left.Bits | right.Bits);
}
