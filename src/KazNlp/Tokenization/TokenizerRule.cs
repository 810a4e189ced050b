namespace KazNlp;

/// <summary>The named rules of <see cref="KazakhTokenizer"/>: each says why a token goes on or ends at a place.</summary>
public enum TokenizerRule
{
    /// <summary>Split: the text ends.</summary>
    EndOfText,

    /// <summary>Split: white space or a control character follows.</summary>
    WhiteSpace,

    /// <summary>Split: a punctuation mark or a symbol stands on its own, and ends the token before it: <c>«|Атамекен|»|дегі</c>, <c>25|°C</c>.</summary>
    Mark,

    /// <summary>Join: a hyphen between letters, or between a number and letters: <c>Қасым-Жомарт</c>, <c>5-сынып</c>, <c>COVID-19-дың</c>.</summary>
    InnerHyphen,

    /// <summary>Join: an apostrophe or an underscore between letters or digits: <c>iPhone’ды</c>, <c>O'zbek</c>.</summary>
    InnerApostrophe,

    /// <summary>Join: <c>.</c>, <c>,</c> or <c>:</c> between digits: <c>3,5</c>, <c>16:51</c>, <c>22.08.2024</c>.</summary>
    NumberSeparator,

    /// <summary>Split: a comma between two years is one of a list: <c>2007|,|2011</c>.</summary>
    YearList,

    /// <summary>Join: an invisible format character (soft hyphen, zero-width space or joiner) inside a word.</summary>
    InvisibleCharacter,

    /// <summary>Split: a hyphen between two numbers is a range: <c>2019|-|2024</c>.</summary>
    NumberRange,

    /// <summary>Join: at least three groups and six digits with hyphens are a phone number or a date: <c>8-701-123-45-67</c>.</summary>
    GroupedNumber,

    /// <summary>Join: the stop of an initial: <c>А.</c></summary>
    Initial,

    /// <summary>The stop of a listed abbreviation, or of a single small letter, belongs to it: <c>ж.</c>, <c>млн.</c>, <c>акад.</c>; as a split: a token ends behind any such stop.</summary>
    Abbreviation,

    /// <summary>Join: single small letters with stops: <c>т.б.</c>, <c>б.з.б.</c></summary>
    DottedAbbreviation,

    /// <summary>Join: a suffix after the stop of an abbreviation: <c>ғ.-дың</c>.</summary>
    AbbreviationSuffix,

    /// <summary>Join: a dot inside a host or file name: <c>Tengrinews.kz</c>.</summary>
    DottedName,

    /// <summary>Split: a stop that belongs to no abbreviation ends the word, with or without a space after it: <c>келді|.|Ол</c>.</summary>
    Stop,

    /// <summary>Join: a run of <c>. ! ? …</c> is one mark: <c>...</c>, <c>?!</c></summary>
    TerminalRun,

    /// <summary>Join: the letter of a temperature scale after the degree sign: <c>°C</c>.</summary>
    DegreeUnit,

    /// <summary>Join: a suffix that hangs on a symbol: <c>%-ға</c>.</summary>
    SymbolSuffix,

    /// <summary>Join: variation selectors, skin tones, joiners, tags, the pair of a flag, a keycap: an emoji is one token.</summary>
    EmojiSequence,

    /// <summary>Join: <c>#</c> with its word.</summary>
    Hashtag,

    /// <summary>Join: <c>@</c> with its account name.</summary>
    Mention,

    /// <summary>Join: an e-mail address.</summary>
    Email,

    /// <summary>Join: a web address.</summary>
    Url,

    /// <summary>Split: a token longer than <see cref="Token.MaxLength"/> comes in parts.</summary>
    MaxLength,
}
