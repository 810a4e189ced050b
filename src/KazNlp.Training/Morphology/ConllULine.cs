namespace KazNlp;

/// <summary>A line of CoNLL-U.</summary>
/// <param name="Text">The line as written.</param>
/// <param name="Fields">Its ten columns, or null for a comment.</param>
/// <param name="Kind">What it is.</param>
public sealed record ConllULine(string Text, IReadOnlyList<string>? Fields, ConllULineKind Kind);
