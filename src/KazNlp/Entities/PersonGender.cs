namespace KazNlp;

/// <summary>The gender that a name tells.</summary>
public enum PersonGender
{
    /// <summary>The name does not tell.</summary>
    Unknown = 0,

    /// <summary>A man's name.</summary>
    Male = 1,

    /// <summary>A woman's name.</summary>
    Female = 2,
}
