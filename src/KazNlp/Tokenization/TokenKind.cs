namespace KazNlp;

/// <summary>What a token is, as its shape tells.</summary>
public enum TokenKind : byte
{
    /// <summary>A run of letters with its inner hyphens and apostrophes, an abbreviation with its stop, or a foreign stem with a Kazakh suffix.</summary>
    Word = 1,

    /// <summary>Digits with their separators, and a suffix that is written onto them: <c>3,5</c>, <c>16:51</c>, <c>29-шы</c>.</summary>
    Number = 2,

    /// <summary>A punctuation mark, or a run of <c>...</c> or <c>?!</c>.</summary>
    Punctuation = 3,

    /// <summary>Any other visible character: <c>%</c>, <c>№</c>, <c>$</c>, <c>°C</c>.</summary>
    Symbol = 4,

    /// <summary>A web address.</summary>
    Url = 5,

    /// <summary>An e-mail address.</summary>
    Email = 6,

    /// <summary>A <c>#</c> with its word.</summary>
    Hashtag = 7,

    /// <summary>An <c>@</c> with its account name.</summary>
    Mention = 8,

    /// <summary>An emoji sequence, with its joiners, skin tones, flags and keycaps, as one token.</summary>
    Emoji = 9,
}
