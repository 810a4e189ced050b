namespace KazNlp;

/// <summary>What a word looks like, before any look-up.</summary>
internal enum WordForm
{
    /// <summary>Cyrillic letters, which the search takes apart.</summary>
    Letters,

    /// <summary>Digits with what is written onto them: 2024, 2024-ке, 52%-і.</summary>
    Digits,

    /// <summary>A Roman numeral: XXI, XXI-ге.</summary>
    Roman,

    /// <summary>Cyrillic capitals before a hyphen and a suffix: АҚШ-тың.</summary>
    Abbreviation,

    /// <summary>Latin letters: Boeing, Boeing-ке.</summary>
    Latin,

    /// <summary>A web or e-mail address, an account name or a hashtag, which has no grammar: https://egov.kz, @egov, #Наурыз.</summary>
    Address,

    /// <summary>Punctuation marks only.</summary>
    Punctuation,

    /// <summary>Other signs only.</summary>
    Symbol,
}
