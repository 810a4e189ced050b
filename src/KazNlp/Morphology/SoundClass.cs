namespace KazNlp;

/// <summary>What a suffix may ask of the sound before it; names as in <c>data/morphology/sounds.tsv</c>. A set.</summary>
[Flags]
internal enum SoundClass : ushort
{
    None = 0,
    Open = 1 << 0,
    High = 1 << 1,
    U = 1 << 2,
    I = 1 << 3,
    Yod = 1 << 4,
    R = 1 << 5,
    L = 1 << 6,
    Nasal = 1 << 7,
    Z = 1 << 8,
    Voiceless = 1 << 9,

    /// <summary>An open vowel after л, as in сайла: the passive avoids a second л.</summary>
    La = 1 << 10,

    /// <summary>ст at the end of a loan, which loses its т before another: журналист, журналистер.</summary>
    Stop = 1 << 11,
    Any = (1 << 12) - 1,
}
