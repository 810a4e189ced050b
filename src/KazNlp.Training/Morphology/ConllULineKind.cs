namespace KazNlp;

/// <summary>What a line of CoNLL-U is.</summary>
public enum ConllULineKind
{
    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A multi-word token, as <c>2-3</c>.</summary>
    Range,

    /// <summary>An empty node, as <c>2.1</c>.</summary>
    Empty,
}
