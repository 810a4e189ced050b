namespace KazNlp;

/// <summary>What a character means to <see cref="SubwordBoundaries"/>.</summary>
internal enum SubwordCharacterClass : byte
{
    /// <summary>Anything that no other member names: punctuation, symbols, controls.</summary>
    Other,

    /// <summary>A mark that may begin a run of marks but never stands inside one, since a token of its own may begin with it: <c>#</c>, <c>@</c>, <c>%</c>, <c>$</c>.</summary>
    Opener,

    /// <summary>A hyphen or apostrophe, which stays with the letters after it when it stands inside a word.</summary>
    Joiner,

    /// <summary>A full stop.</summary>
    Stop,

    /// <summary>A combining mark (Unicode M): part of a word behind a letter.</summary>
    CombiningMark,

    /// <summary>A letter (Unicode L).</summary>
    Letter,

    /// <summary>A digit or another number (Unicode N).</summary>
    Number,

    /// <summary>White space that does not end a line.</summary>
    Space,

    /// <summary>Line feed or carriage return.</summary>
    LineEnd,
}
