namespace KazNlp;

/// <summary>
/// The features of a piece's surroundings by what they depend on, so that a tagger can add up at once, or keep, what many pieces share. The sums are of
/// integers, so it makes no difference to them.
/// </summary>
[Flags]
internal enum ContextParts
{
    /// <summary>Those that all pieces of a sentence share.</summary>
    Sentence = 1,

    /// <summary>Those that depend on shapes and kinds of numerals alone; see <see cref="EntityFeatures.ShapeKey"/>.</summary>
    Shapes = 2,

    /// <summary>The others.</summary>
    Rest = 4,

    /// <summary>All of them.</summary>
    All = Sentence | Shapes | Rest,
}
