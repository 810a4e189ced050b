namespace KazNlp;

/// <summary>Vowel harmony, as a set: a suffix may fit back stems, front stems, or both.</summary>
[Flags]
internal enum Harmony : byte
{
    /// <summary>Neither: a piece without a vowel that decides.</summary>
    None = 0,

    /// <summary>Back vowels: қала, жол.</summary>
    Back = 1,

    /// <summary>Front vowels: кісі, үй.</summary>
    Front = 2,

    /// <summary>Either.</summary>
    Any = Back | Front,
}
