namespace KazNlp;

/// <summary>How a term is written.</summary>
internal enum ValueTermShape
{
    /// <summary>In letters.</summary>
    Letters,

    /// <summary>In digits.</summary>
    Digits,

    /// <summary>In digits with a hyphen before the word that they order: <c>90-</c> in <c>90-жылдары</c>.</summary>
    JoinedDigits,

    /// <summary>As a Roman numeral.</summary>
    Roman,

    /// <summary>A clock time or a date with separators: <c>14:30</c>, <c>22.08.2024</c>.</summary>
    Separated,
}
