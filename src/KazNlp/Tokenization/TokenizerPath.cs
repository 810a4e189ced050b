namespace KazNlp;

/// <summary>The ways to find tokens; all give the same ones.</summary>
internal enum TokenizerPath
{
    /// <summary>The rules alone: the specification.</summary>
    Scalar,
}
