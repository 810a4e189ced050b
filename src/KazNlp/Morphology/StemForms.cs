namespace KazNlp;

/// <summary>The shapes in which a stem stands before suffixes; names as in <c>data/morphology/junctions.tsv</c>. A set.</summary>
[Flags]
internal enum StemForms : byte
{
    None = 0,

    /// <summary>Alone and before consonants: кітап, мойын.</summary>
    Plain = 1,

    /// <summary>Before vowels: кітаб-, мойн-.</summary>
    BeforeVowel = 2,

    /// <summary>Without its й, where й and the suffix's vowel are one letter: қо-яды.</summary>
    WithoutYod = 4,

    /// <summary>Without its ы or і, which у or и swallows: оқ-у, оқ-иды.</summary>
    WithoutHigh = 8,

    /// <summary>Before -ып: тау-ып.</summary>
    Converb = 16,

    /// <summary>Without the т of ст before a suffix in т: журналис-тер.</summary>
    WithoutStop = 32,
}
