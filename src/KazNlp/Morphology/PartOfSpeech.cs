namespace KazNlp;

/// <summary>Universal part-of-speech tags (Universal Dependencies, version 2).</summary>
public enum PartOfSpeech : byte
{
    /// <summary>Anything else: foreign words, letters (<c>X</c>).</summary>
    Other,

    /// <summary>Adjective (<c>ADJ</c>): <c>жақсы</c>.</summary>
    Adjective,

    /// <summary>Postposition (<c>ADP</c>): <c>үшін</c>.</summary>
    Adposition,

    /// <summary>Adverb (<c>ADV</c>): <c>кеше</c>.</summary>
    Adverb,

    /// <summary>Auxiliary (<c>AUX</c>): the copula <c>е</c>.</summary>
    Auxiliary,

    /// <summary>Coordinating conjunction (<c>CCONJ</c>): <c>және</c>.</summary>
    CoordinatingConjunction,

    /// <summary>Determiner (<c>DET</c>): <c>осы</c>, <c>әр</c>.</summary>
    Determiner,

    /// <summary>Interjection (<c>INTJ</c>): <c>міне</c>.</summary>
    Interjection,

    /// <summary>Noun (<c>NOUN</c>): <c>бала</c>.</summary>
    Noun,

    /// <summary>Numeral (<c>NUM</c>): <c>екі</c>, <c>2024</c>, <c>XXI</c>.</summary>
    Numeral,

    /// <summary>Particle (<c>PART</c>): <c>ғой</c>.</summary>
    Particle,

    /// <summary>Pronoun (<c>PRON</c>): <c>мен</c>, <c>өз</c>.</summary>
    Pronoun,

    /// <summary>Proper noun (<c>PROPN</c>): <c>Алматы</c>.</summary>
    ProperNoun,

    /// <summary>Punctuation (<c>PUNCT</c>).</summary>
    Punctuation,

    /// <summary>Subordinating conjunction (<c>SCONJ</c>): <c>алайда</c> as the Kazakh treebank has it.</summary>
    SubordinatingConjunction,

    /// <summary>Symbol (<c>SYM</c>): <c>%</c>.</summary>
    Symbol,

    /// <summary>Verb (<c>VERB</c>): <c>бар</c>.</summary>
    Verb,
}
