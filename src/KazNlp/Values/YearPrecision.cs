namespace KazNlp;

/// <summary>What the number of a year counts.</summary>
internal enum YearPrecision
{
    /// <summary>Years.</summary>
    Year,

    /// <summary>Years, but only the decade is meant.</summary>
    Decade,

    /// <summary>Centuries.</summary>
    Century,

    /// <summary>Millennia.</summary>
    Millennium,
}
