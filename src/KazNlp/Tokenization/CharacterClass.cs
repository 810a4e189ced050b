namespace KazNlp;

/// <summary>What a character does in a token. A character without any bit is a plain punctuation mark.</summary>
[Flags]
internal enum CharacterClass : byte
{
    /// <summary>A punctuation mark that stands on its own.</summary>
    Punctuation = 0,

    /// <summary>A letter or a combining mark.</summary>
    Letter = 1,

    /// <summary>A digit or any other numeral, superscripts included.</summary>
    Digit = 2,

    /// <summary>White space or a control character: what lies between tokens.</summary>
    Space = 4,

    /// <summary>Joins letters and digits, but not two digits: hyphens, apostrophes, the underscore.</summary>
    WordJoiner = 8,

    /// <summary>Joins two digits: <c>. , :</c></summary>
    NumberJoiner = 16,

    /// <summary>Forms runs: <c>. ! ? … ؟ ۔</c>; with <see cref="Space"/> it is a <see cref="Break"/>.</summary>
    Terminal = 32,

    /// <summary>A symbol.</summary>
    Symbol = 64,

    /// <summary>Has a rule of its own, which the vector paths leave to the scalar rules.</summary>
    Special = 128,

    Alphanumeric = Letter | Digit,

    /// <summary>
    /// White space that may end a line, and all control characters: a sentence may end there as it may at a stop, and one mask tells of both.
    /// </summary>
    Break = Space | Terminal,

    /// <summary>An invisible format character: inside a word it joins, elsewhere it is a symbol.</summary>
    Invisible = Symbol | WordJoiner | Special,

    /// <summary>
    /// A surrogate code unit in <see cref="CharacterClasses.Table"/>: the class is that of the pair. It is a letter and a digit here, so that
    /// a vector path joins it to its neighbours and then leaves the whole to the rules.
    /// </summary>
    Surrogate = Letter | Digit | Special,
}
