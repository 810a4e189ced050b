namespace KazNlp;

/// <summary>The signs that short forms of values begin with.</summary>
internal static class ValueQualifiers
{
    /// <summary><c>~</c>, <c>&gt;</c>, <c>&lt;</c>, <c>≥</c>, <c>≤</c>, or nothing.</summary>
    public static string Sign(this ValueQualifier qualifier) => qualifier switch
    {
        ValueQualifier.About => "~",
        ValueQualifier.MoreThan => ">",
        ValueQualifier.LessThan => "<",
        ValueQualifier.AtLeast => "≥",
        ValueQualifier.AtMost => "≤",
        _ => string.Empty,
    };
}
